/** How the text looks: the choices, their bounds, and what they mean in CSS. */
import { FONTS, fontOf, type Font } from './fonts';
import { THEMES, themeProperties, type Theme } from './theme-colours';

export interface Appearance {
	theme: Theme;
	font: Font;
	/** Text size in px at the browser's default of 16; written in rem, so the system's size counts. */
	size: number;
	/** Line height, in text sizes. */
	lineHeight: number;
	/** Space at either side of the text, in px at the browser's default of 16, like the size. */
	margin: number;
	/** Longest line, in `ch`. */
	measure: number;
	justified: boolean;
	/** Whether a paragraph begins with an indent or is preceded by a space. */
	paragraphs: 'indented' | 'spaced';
	/** Whether the number of each paragraph stands in the margin. */
	numbered: boolean;
	/** Whether the text is one column that scrolls, or pages that are turned; those where the browser has them. */
	layout: 'scroll' | 'pages';
}

export const DEFAULT_APPEARANCE: Appearance = {
	theme: 'auto',
	font: 'system',
	size: 19,
	lineHeight: 1.5,
	margin: 24,
	measure: 62,
	justified: false,
	paragraphs: 'indented',
	numbered: false,
	layout: 'scroll'
};

/** Lowest value, highest value and step of each choice that is a number. */
export const BOUNDS = {
	size: { min: 14, max: 36, step: 1 },
	lineHeight: { min: 1.2, max: 2, step: 0.1 },
	margin: { min: 16, max: 64, step: 8 },
	measure: { min: 36, max: 90, step: 2 }
} as const;
export type NumericChoice = keyof typeof BOUNDS;

/** One step up (`1`) or down (`-1`) from `value`, within its bounds and without rounding errors. */
export function step(what: NumericChoice, value: number, direction: 1 | -1): number {
	const { min, max, step } = BOUNDS[what];
	return Math.min(max, Math.max(min, Math.round((value + direction * step) * 10) / 10));
}

/**
 * An appearance from whatever was stored, by this or another build: what is missing or out of bounds
 * gets its default.
 */
export function readAppearance(stored: unknown): Appearance {
	const given = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<
		string,
		unknown
	>;
	const oneOf = <T>(choices: readonly T[], value: unknown, otherwise: T): T =>
		choices.includes(value as T) ? (value as T) : otherwise;
	const within = (what: NumericChoice): number => {
		const value = given[what];
		const { min, max } = BOUNDS[what];
		return typeof value === 'number' && value >= min && value <= max
			? value
			: DEFAULT_APPEARANCE[what];
	};
	return {
		theme: oneOf(THEMES, given.theme, DEFAULT_APPEARANCE.theme),
		font: FONTS.find(({ id }) => id === given.font)?.id ?? DEFAULT_APPEARANCE.font,
		size: within('size'),
		lineHeight: within('lineHeight'),
		margin: within('margin'),
		measure: within('measure'),
		justified: given.justified === true,
		paragraphs: oneOf(['indented', 'spaced'] as const, given.paragraphs, 'indented'),
		numbered: given.numbered === true,
		layout: oneOf(['scroll', 'pages'] as const, given.layout, 'scroll')
	};
}

/**
 * The properties of the root element's style for an appearance. An empty value removes a property, so
 * that the style sheet's value counts. `prefersContrast`: the system asks for more contrast, which the
 * theme *Auto* follows. `canHyphenate`: justified text may be hyphenated; not on Android, where
 * Chromium misplaces selection handles at a hyphenated first word.
 */
export function rootProperties(
	{
		theme,
		font,
		size,
		lineHeight,
		margin,
		measure,
		justified,
		paragraphs,
		numbered,
		layout
	}: Appearance,
	{ prefersContrast, canHyphenate }: { prefersContrast: boolean; canHyphenate: boolean }
): Record<string, string> {
	const spaced = paragraphs === 'spaced';
	return {
		...themeProperties(theme === 'auto' && prefersContrast ? 'contrast' : theme),
		'--text-size': `${size / 16}rem`,
		'--text-line': String(lineHeight),
		'--gutter':
			margin === DEFAULT_APPEARANCE.margin
				? ''
				: `max(${margin / 16}rem, env(safe-area-inset-left), env(safe-area-inset-right))`,
		'--text-measure': `${measure}ch`,
		'--text-font': fontOf(font).family,
		'--text-align': justified ? 'justify' : '',
		'--text-hyphens': justified && canHyphenate ? 'auto' : '',
		'--text-indent': spaced ? '0' : '',
		'--text-gap': spaced ? '0.75em' : '',
		'--paragraph-numbers': numbered ? '1' : '',
		'--pages': layout === 'pages' ? '1' : ''
	};
}
