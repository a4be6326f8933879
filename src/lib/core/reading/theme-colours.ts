import { COLOURS as HIGHLIGHTS, type Colour } from '../annotation/annotation';

/**
 * The themes as data. *Auto*, *Light* and *Dark* are the style sheet's own colours
 * (ui/styles/tokens.css, marks.css, controls.css) under a colour scheme; the others bring theirs. As data,
 * they cost the reading page nothing until one is chosen.
 */

export const THEMES = ['auto', 'light', 'paper', 'sepia', 'dark', 'black', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** CSS colours by what they are for; tokens.css and marks.css tell of each. */
export interface Palette extends Record<Colour, string> {
	paper: string;
	ink: string;
	soft: string;
	line: string;
	red: string;
	raised: string;
}

interface ThemeColours {
	/** For `color-scheme`. */
	scheme: 'light dark' | 'light' | 'dark';
	/** `null`: the style sheet's. */
	palette: Palette | null;
}

const COLOURS: Record<Theme, ThemeColours> = {
	auto: { scheme: 'light dark', palette: null },
	light: { scheme: 'light', palette: null },
	dark: { scheme: 'dark', palette: null },
	paper: {
		scheme: 'light',
		palette: {
			paper: '#f7f1e5',
			ink: '#2a241b',
			soft: '#6b5f4e',
			line: '#e3d8c3',
			red: '#97301c',
			raised: '#fdf9f0',
			yellow: '#f4dc7c',
			green: '#c4dda3',
			blue: '#b9d3e9',
			pink: '#efbfca',
			orange: '#f5c998',
			purple: '#d6c6ea'
		}
	},
	sepia: {
		scheme: 'light',
		palette: {
			paper: '#eee0c6',
			ink: '#3a2c1b',
			soft: '#665235',
			line: '#d8c5a1',
			red: '#862a17',
			raised: '#f5ead5',
			yellow: '#ecce67',
			green: '#b9cf90',
			blue: '#aec6d8',
			pink: '#e3b2b8',
			orange: '#ecba83',
			purple: '#c9b7da'
		}
	},
	black: {
		scheme: 'dark',
		palette: {
			paper: '#000',
			ink: '#cfc9bd',
			soft: '#978f82',
			line: '#2a2825',
			red: '#e9957a',
			raised: '#141312',
			yellow: '#524408',
			green: '#2a421d',
			blue: '#1a3751',
			pink: '#51202f',
			orange: '#54320f',
			purple: '#392854'
		}
	},
	contrast: {
		scheme: 'light dark',
		palette: {
			paper: 'light-dark(#fff, #000)',
			ink: 'light-dark(#000, #fff)',
			soft: 'light-dark(#333, #ccc)',
			line: 'light-dark(#000, #fff)',
			red: 'light-dark(#8a0000, #ffb3a1)',
			raised: 'light-dark(#fff, #000)',
			yellow: 'light-dark(#ffe34d, #665a00)',
			green: 'light-dark(#a8f08a, #1f5c10)',
			blue: 'light-dark(#a6d8ff, #0b4a80)',
			pink: 'light-dark(#ffb8cd, #7a1e3c)',
			orange: 'light-dark(#ffc37a, #6e3d00)',
			purple: 'light-dark(#d9c2ff, #4b2c8a)'
		}
	}
};

const NAMES: (keyof Palette)[] = ['paper', 'ink', 'soft', 'line', 'red', 'raised', ...HIGHLIGHTS];

/**
 * What an element's style must say to stand in a theme. An empty value takes a
 * property away: the style sheet's shows.
 */
export function themeProperties(theme: Theme): Record<string, string> {
	const { scheme, palette } = COLOURS[theme];
	return {
		'color-scheme': scheme,
		...Object.fromEntries(NAMES.map((name) => [`--${name}`, palette?.[name] ?? '']))
	};
}

/** Whether a theme is light or dark as the system is: then it has no one colour of paper. */
export function followsSystem(theme: Theme): boolean {
	return COLOURS[theme].scheme === 'light dark';
}
