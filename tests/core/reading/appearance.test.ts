import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	BOUNDS,
	DEFAULT_APPEARANCE,
	readAppearance,
	rootProperties,
	step,
	type Appearance,
	type NumericChoice
} from '$lib/core/reading/appearance';
import { FONTS } from '$lib/core/reading/fonts';
import { THEMES } from '$lib/core/reading/theme-colours';

const CHOSEN: Appearance = {
	theme: 'sepia',
	font: 'atkinson',
	size: 24,
	lineHeight: 1.8,
	margin: 32,
	measure: 50,
	justified: true,
	paragraphs: 'spaced',
	numbered: true,
	layout: 'pages'
};
const SYSTEM = { prefersContrast: false, canHyphenate: true };

describe('A kept appearance', () => {
	test('comes back whole', () => {
		expect(readAppearance(structuredClone(CHOSEN))).toEqual(CHOSEN);
	});

	test.each([undefined, null, 0, '', 'sepia', [], {}, true, NaN])(
		'is the default when what was kept is %j',
		(stored) => {
			expect(readAppearance(stored)).toEqual(DEFAULT_APPEARANCE);
		}
	);

	test.each<[field: keyof Appearance, value: unknown]>([
		['theme', 'neon'],
		['theme', 'toString'],
		['font', 'Comic Sans'],
		['size', 13.9],
		['size', 37],
		['size', NaN],
		['size', Infinity],
		['size', '24'],
		['size', null],
		['lineHeight', 0],
		['lineHeight', 2.1],
		['measure', -62],
		['measure', 1e9],
		['justified', 'true'],
		['justified', 1],
		['paragraphs', 'centred'],
		['numbered', 1],
		['layout', 'columns']
	])('has its default for a %s of %j, and keeps the rest', (field, value) => {
		expect(readAppearance({ ...CHOSEN, [field]: value })).toEqual({
			...CHOSEN,
			[field]: DEFAULT_APPEARANCE[field]
		});
	});

	test('may stand at its bounds', () => {
		for (const end of ['min', 'max'] as const) {
			const at = {
				...CHOSEN,
				size: BOUNDS.size[end],
				lineHeight: BOUNDS.lineHeight[end],
				margin: BOUNDS.margin[end],
				measure: BOUNDS.measure[end]
			};
			expect(readAppearance(at)).toEqual(at);
		}
	});

	test('is usable whatever was kept', () => {
		const anything = fc.record(
			Object.fromEntries(Object.keys(CHOSEN).map((field) => [field, fc.anything()])),
			{ requiredKeys: [] }
		);
		fc.assert(
			fc.property(fc.oneof(fc.anything(), anything), (stored) => {
				const { theme, font, size, lineHeight, margin, measure } = readAppearance(stored);
				expect(THEMES).toContain(theme);
				expect(FONTS.map(({ id }) => id)).toContain(font);
				for (const [what, value] of Object.entries({ size, lineHeight, margin, measure })) {
					const { min, max } = BOUNDS[what as NumericChoice];
					expect(value >= min && value <= max, `${what} ${value}`).toBe(true);
				}
			})
		);
	});
});

describe('A step', () => {
	test.each<[what: NumericChoice, value: number, direction: 1 | -1, next: number]>([
		['size', 19, 1, 20],
		['size', 19, -1, 18],
		['size', 36, 1, 36],
		['size', 14, -1, 14],
		['lineHeight', 1.5, 1, 1.6],
		['lineHeight', 1.7, 1, 1.8],
		['lineHeight', 2, 1, 2],
		['lineHeight', 1.2, -1, 1.2],
		['measure', 62, 1, 64],
		['measure', 89, 1, 90],
		['measure', 37, -1, 36]
	])('of %s from %d by %d leads to %d', (what, value, direction, next) => {
		expect(step(what, value, direction)).toBe(next);
	});

	test('reaches every value both ways, without rounding noise', () => {
		for (const what of Object.keys(BOUNDS) as NumericChoice[]) {
			const { min, max } = BOUNDS[what];
			const up = [min as number];
			while (up.at(-1)! < max) up.push(step(what, up.at(-1)!, 1));
			const down = [max as number];
			while (down.at(-1)! > min) down.push(step(what, down.at(-1)!, -1));
			expect(up).toEqual(down.reverse());
			expect(up.every((value) => String(value).length <= 3)).toBe(true);
		}
	});
});

describe('The look of the root', () => {
	test('has sizes that follow the system’s: in rem, ch and lines', () => {
		expect(rootProperties(CHOSEN, SYSTEM)).toMatchObject({
			'--text-size': '1.5rem',
			'--text-line': '1.8',
			'--gutter': 'max(2rem, env(safe-area-inset-left), env(safe-area-inset-right))',
			'--text-measure': '50ch',
			'--paragraph-numbers': '1',
			'color-scheme': 'light',
			'--paper': '#eee0c6'
		});
	});

	test('names each bundled face first, and a system’s own behind it', () => {
		for (const { id: font } of FONTS) {
			const family = rootProperties({ ...CHOSEN, font }, SYSTEM)['--text-font'];
			expect(family).toMatch(/, (sans-)?serif$/);
			expect(family.startsWith("'")).toBe(font !== 'system');
		}
	});

	test.each([
		[false, true, '', ''],
		[false, false, '', ''],
		[true, true, 'justify', 'auto'],
		[true, false, 'justify', '']
	])('for justified %s where hyphens work %s is "%s" with hyphens "%s"', (...row) => {
		const [justified, canHyphenate, align, hyphens] = row;
		const look = rootProperties({ ...CHOSEN, justified }, { ...SYSTEM, canHyphenate });
		expect([look['--text-align'], look['--text-hyphens']]).toEqual([align, hyphens]);
	});

	test.each([
		['indented', '', ''],
		['spaced', '0', '0.75em']
	] as const)('for paragraphs %s has an indent of "%s" and a gap of "%s"', (paragraphs, ...row) => {
		const look = rootProperties({ ...CHOSEN, paragraphs }, SYSTEM);
		expect([look['--text-indent'], look['--text-gap']]).toEqual(row);
	});

	test('follows a system that asks for contrast in Auto, and only there', () => {
		for (const theme of THEMES) {
			const usual = rootProperties({ ...CHOSEN, theme }, SYSTEM);
			const asked = rootProperties({ ...CHOSEN, theme }, { ...SYSTEM, prefersContrast: true });
			const contrast = rootProperties({ ...CHOSEN, theme: 'contrast' }, SYSTEM);
			expect(asked).toEqual(theme === 'auto' ? contrast : usual);
		}
	});

	test('always says the same names, so that one look undoes another', () => {
		const names = THEMES.map((theme) => Object.keys(rootProperties({ ...CHOSEN, theme }, SYSTEM)));
		for (const one of names) expect(one).toEqual(names[0]);
	});
});
