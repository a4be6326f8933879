import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COLOURS } from '$lib/core/annotation/annotation';
import { THEMES, themeProperties } from '$lib/core/reading/theme-colours';

const tokens = ['tokens', 'marks', 'controls']
	.map((sheet) => readFileSync(`src/lib/ui/styles/${sheet}.css`, 'utf8'))
	.join('\n');

/** The style sheet's own value of a property. */
function token(name: string): string {
	return tokens.match(new RegExp(`^\\s*${name}: ([^;]+);`, 'm'))![1];
}

/** The colour that `value` has under a scheme. */
function under(scheme: 'light' | 'dark', value: string): string {
	const pair = value.match(/^light-dark\((.+), (.+)\)$/);
	return pair ? pair[scheme === 'light' ? 1 : 2] : value;
}

/** WCAG 2.2: relative luminance of `#rgb` or `#rrggbb`, 0 to 1. */
function luminance(colour: string): number {
	const hex = colour.match(/^#([0-9a-f]{3}|[0-9a-f]{6})$/)![1];
	const channels = hex.length === 3 ? [...hex].map((digit) => digit + digit) : hex.match(/../g)!;
	const [red, green, blue] = channels.map((channel) => {
		const share = parseInt(channel, 16) / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2: contrast ratio, 1 to 21. */
function contrast(one: string, other: string): number {
	const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

/** Each theme as it is seen: *Auto* and *Contrast* twice. */
const SEEN = THEMES.flatMap((theme) => {
	const properties = themeProperties(theme);
	const schemes = properties['color-scheme'].split(' ') as ('light' | 'dark')[];
	return schemes.map((scheme) => {
		const colour = (name: string) => under(scheme, properties[`--${name}`] || token(`--${name}`));
		return { theme, scheme, colour };
	});
});

// Lowest contrast on the paper, and on sheets and cards. WCAG AA asks for 4.5; what is read for hours has more.
const LOWEST = { ink: [10, 7], soft: [5.5, 4.5], red: [6.6, 4.5] } as const;

describe('WCAG’s contrast, as we count it,', () => {
	test.each([
		['#000', '#fff', 21],
		['#fff', '#ffffff', 1],
		['#777777', '#fff', 4.48]
	])('of %s on %s is %d', (one, other, ratio) => {
		expect(contrast(one, other)).toBeCloseTo(ratio, 2);
	});
});

describe.each(SEEN)('$theme, $scheme,', ({ colour }) => {
	test.each(Object.entries(LOWEST))('shows %s well enough', (name, [onPaper, onRaised]) => {
		expect(contrast(colour(name), colour('paper'))).toBeGreaterThanOrEqual(onPaper);
		expect(contrast(colour(name), colour('raised'))).toBeGreaterThanOrEqual(onRaised);
	});
});

describe.each(SEEN)('$theme, $scheme,', ({ colour }) => {
	test.each(COLOURS)('keeps the ink readable on %s', (name) => {
		expect(contrast(colour('ink'), colour(name))).toBeGreaterThanOrEqual(5.4);
	});
});

test('Contrast is AAA throughout', () => {
	for (const { colour } of SEEN.filter(({ theme }) => theme === 'contrast')) {
		for (const name of Object.keys(LOWEST)) {
			expect(contrast(colour(name), colour('paper'))).toBeGreaterThanOrEqual(7);
		}
	}
});

describe('A theme', () => {
	test('that is the style sheet’s own takes every colour of another away', () => {
		for (const theme of ['auto', 'light', 'dark'] as const) {
			const { 'color-scheme': scheme, ...colours } = themeProperties(theme);
			expect(scheme).toBe(theme === 'auto' ? 'light dark' : theme);
			expect(new Set(Object.values(colours))).toEqual(new Set(['']));
		}
	});

	test('that brings its own brings all of them', () => {
		for (const theme of ['paper', 'sepia', 'black', 'contrast'] as const) {
			const properties = themeProperties(theme);
			expect(Object.values(properties)).not.toContain('');
			for (const name of Object.keys(properties)) expect(tokens).toContain(`${name}: `);
		}
	});

	test('says the page’s first colour for the browser’s bars as the style sheet does', () => {
		const page = readFileSync('src/app.html', 'utf8');
		for (const scheme of ['light', 'dark'] as const) {
			const paper = under(scheme, token('--paper'));
			expect(page).toContain(`content="${paper}" media="(prefers-color-scheme: ${scheme})"`);
		}
	});
});
