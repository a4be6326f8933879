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
	/** Longest line, in `ch`. */
	measure: number;
	justified: boolean;
	/** Paragraphs are told apart by an indent or by a space. */
	paragraphs: 'indented' | 'spaced';
}

export const DEFAULT_APPEARANCE: Appearance = {
	theme: 'auto',
	font: 'system',
	size: 19,
	lineHeight: 1.5,
	measure: 62,
	justified: false,
	paragraphs: 'indented'
};

/** Lowest, highest and step of each measure that can be set. */
export const BOUNDS = {
	size: { min: 14, max: 36, step: 1 },
	lineHeight: { min: 1.2, max: 2, step: 0.1 },
	measure: { min: 36, max: 90, step: 2 }
} as const;
export type Measured = keyof typeof BOUNDS;

/** A step up (`1`) or down (`-1`) from `value`, within its bounds and free of rounding noise. */
export function step(what: Measured, value: number, direction: 1 | -1): number {
	const { min, max, step } = BOUNDS[what];
	return Math.min(max, Math.max(min, Math.round((value + direction * step) * 10) / 10));
}

/**
 * An appearance from whatever was stored, by us or by an older or newer build:
 * what is missing or out of bounds takes its default.
 */
export function readAppearance(stored: unknown): Appearance {
	const given = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<
		string,
		unknown
	>;
	const oneOf = <T>(choices: readonly T[], value: unknown, otherwise: T): T =>
		choices.includes(value as T) ? (value as T) : otherwise;
	const within = (what: Measured): number => {
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
		measure: within('measure'),
		justified: given.justified === true,
		paragraphs: oneOf(['indented', 'spaced'] as const, given.paragraphs, 'indented')
	};
}

/**
 * What the root element's style says for an appearance; an empty value takes a
 * property away: the style sheet's shows. `prefersContrast`: the system asks for
 * more contrast, which *Auto* follows. `canHyphenate`: justified text may be
 * hyphenated; not on Android, where Chromium's hyphenated first words throw
 * selection handles off.
 */
export function rootLook(
	{ theme, font, size, lineHeight, measure, justified, paragraphs }: Appearance,
	{ prefersContrast, canHyphenate }: { prefersContrast: boolean; canHyphenate: boolean }
): Record<string, string> {
	const spaced = paragraphs === 'spaced';
	return {
		...themeProperties(theme === 'auto' && prefersContrast ? 'contrast' : theme),
		'--text-size': `${size / 16}rem`,
		'--text-line': String(lineHeight),
		'--text-measure': `${measure}ch`,
		'--text-font': fontOf(font).family,
		'--text-align': justified ? 'justify' : '',
		// Engines overshoot word gaps where text is both justified and pretty.
		'--text-wrap': justified ? 'wrap' : '',
		'--text-hyphens': justified && canHyphenate ? 'auto' : '',
		'--text-indent': spaced ? '0' : '',
		'--text-gap': spaced ? '0.75em' : ''
	};
}
