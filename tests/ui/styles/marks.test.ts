import '$lib/ui/styles/marks.css';
import '$lib/ui/styles/tokens.css';
import { cdp } from 'vitest/browser';
import { afterEach, describe, expect, test } from 'vitest';
import { COLOURS } from '$lib/core/annotation/annotation';
import { THEMES, themeProperties } from '$lib/core/reading/theme-colours';
import { setProperties } from '$lib/dom/apply-appearance';

afterEach(async () => {
	document.body.innerHTML = '';
	setProperties(document.documentElement, themeProperties('auto'));
	await emulate('none');
});

/** Forced colours, as a system with high contrast has them, or none. */
function emulate(value: 'active' | 'none'): Promise<unknown> {
	const features = [{ name: 'forced-colors', value }];
	return (cdp() as { send(method: string, params: object): Promise<unknown> }).send(
		'Emulation.setEmulatedMedia',
		{ features }
	);
}

/** A mark as the painter makes it. */
function paint(data: Record<string, string>, className = ''): CSSStyleDeclaration {
	const text = document.body.appendChild(document.createElement('p'));
	text.className = 'text';
	const mark = text.appendChild(document.createElement('mark'));
	Object.assign(mark.dataset, { ids: 'm', ...data });
	mark.className = className;
	mark.textContent = 'words';
	return getComputedStyle(mark);
}

/** The channels of a CSS colour, 0 to 255. */
function channels(colour: string): number[] {
	const context = document.createElement('canvas').getContext('2d')!;
	context.fillStyle = colour;
	context.fillRect(0, 0, 1, 1);
	return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

/** WCAG 2.2: relative luminance, 0 to 1. */
function luminance(colour: string): number {
	const [red, green, blue] = channels(colour).map((channel) => {
		const share = channel / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
	const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

/** How far the reds, greens and blues of two colours are apart, together. */
function distance(one: string, other: string): number {
	const [a, b] = [channels(one), channels(other)];
	return a.reduce((sum, channel, i) => sum + Math.abs(channel - b[i]), 0);
}

describe('Under forced colours', () => {
	test.each(['colour', 'line'])(
		'the six are told apart by the style of their lines: %s',
		async (as) => {
			await emulate('active');
			const looks = COLOURS.map((colour) => {
				const { textDecorationLine, textDecorationStyle } = paint({ [as]: colour });
				return `${textDecorationLine} ${textDecorationStyle}`;
			});
			expect(new Set(looks).size).toBe(COLOURS.length);
			expect(looks.join()).not.toContain('none');
		}
	);

	test('the line of a note is seen on each', async () => {
		await emulate('active');
		for (const colour of COLOURS) {
			for (const as of ['colour', 'line']) {
				const style = paint({ [as]: colour }, 'noted');
				expect(style.borderBlockEndStyle).toBe('solid');
				const behind = as === 'colour' ? style.backgroundColor : 'Canvas';
				expect(contrast(style.borderBlockEndColor, behind), colour).toBeGreaterThanOrEqual(3);
				expect(contrast(style.color, behind), colour).toBeGreaterThanOrEqual(4.5);
			}
		}
	});
});

describe('The corners of a line are square', () => {
	test.each([
		['a note', { colour: 'yellow' }, 'noted'],
		['a note without a colour', {}, 'noted'],
		['a place that is not sure', { colour: 'yellow' }, 'review'],
		['an underline', { line: 'yellow' }, '']
	])('of %s', (_, data, className) => {
		expect(paint(data as Record<string, string>, className).borderRadius).toBe('0px');
	});
});

describe.each(THEMES)('In the theme %s', (theme) => {
	test('what is selected looks like no mark, and is read well', () => {
		setProperties(document.documentElement, themeProperties(theme));
		const mark = document.querySelector('mark') ?? (paint({}), document.querySelector('mark')!);
		const { backgroundColor, color } = getComputedStyle(mark, '::selection');
		expect(contrast(backgroundColor, color)).toBeGreaterThanOrEqual(4.5);
		for (const colour of COLOURS) {
			const marked = paint({ colour }).backgroundColor;
			expect(distance(backgroundColor, marked), colour).toBeGreaterThanOrEqual(40);
		}
	});
});
