/** The fonts a reader can choose: what each is called on the screen, and its `font-family` in CSS. */

// Behind each bundled font its closest system relative, for the moment before it is here.
export const FONTS = [
	{ id: 'system', name: 'System serif', family: 'ui-serif, Charter, Georgia, serif' },
	{ id: 'literata', name: 'Literata', family: "'Literata Variable', Georgia, serif" },
	{ id: 'source-serif', name: 'Source Serif', family: "'Source Serif 4 Variable', Georgia, serif" },
	{
		id: 'atkinson',
		name: 'Atkinson Hyperlegible',
		family: "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif"
	},
	{ id: 'opendyslexic', name: 'OpenDyslexic', family: "'OpenDyslexic', system-ui, sans-serif" }
] as const;

/** A font's id, as it is stored among the reader's choices. */
export type Font = (typeof FONTS)[number]['id'];

/** The row of the list for a font. */
export function fontOf(font: Font): (typeof FONTS)[number] {
	return FONTS.find(({ id }) => id === font)!;
}
