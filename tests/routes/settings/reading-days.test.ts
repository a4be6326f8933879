import '$lib/ui/styles/tokens.css';
import '$lib/ui/styles/base.css';
import { expect, onTestFinished, test } from 'vitest';
import { DEFAULT_APPEARANCE, rootProperties } from '$lib/core/reading/appearance';
import { dayOf, type ReadingDays } from '$lib/core/reading/reading-days';
import { THEMES } from '$lib/core/reading/theme-colours';
import { applyAppearance } from '$lib/dom/apply-appearance';
import { setApp, type App } from '$lib/state/app';
import ReadingDaysSection from '../../../src/routes/settings/sections/ReadingDays.svelte';
import { showComponent } from '../../ui/annotations/one-mark';

/** Of each level a day, in seconds. */
const READ = [60, 1200, 3000, 9000];

/** The picture of the last days, of which the latest four were read on. */
function showDays(): void {
	const dayBefore = (days: number) => {
		const date = new Date();
		date.setDate(date.getDate() - days);
		return dayOf(date);
	};
	const days: ReadingDays = Object.fromEntries(
		READ.map((seconds, index) => [dayBefore(index), seconds])
	);
	const app = {
		preferences: { reading: { time: true } },
		get: () => ({ days, load: () => Promise.resolve() })
	};
	showComponent(ReadingDaysSection, {}, () => setApp(app as unknown as App));
}

/** How far a colour as CSS has it is from another, by its red, green and blue together. */
function distance(...colours: [string, string]): number {
	const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
	const context = canvas.getContext('2d', { willReadFrequently: true })!;
	const [a, b] = colours.map((colour) => {
		context.fillStyle = colour;
		context.fillRect(0, 0, 1, 1);
		return [...context.getImageData(0, 0, 1, 1).data];
	});
	return a.reduce((sum, part, index) => sum + Math.abs(part - b[index]), 0);
}

test.each(THEMES)('The more one read on a day, the more it stands out in %s', (theme) => {
	onTestFinished(() => document.documentElement.removeAttribute('style'));
	const look = { ...DEFAULT_APPEARANCE, theme };
	applyAppearance(rootProperties(look, { prefersContrast: false, canHyphenate: false }));
	showDays();
	const { backgroundColor: paper } = getComputedStyle(document.documentElement);
	const shades = [0, 1, 2, 3, 4].map((level) => {
		const day = document.querySelector(`.level-${level}`)!;
		return distance(getComputedStyle(day).backgroundColor, paper);
	});
	expect(shades[0]).toBeGreaterThan(20); // it is seen
	expect(shades).toEqual(shades.toSorted((a, b) => a - b));
	expect(new Set(shades).size).toBe(5);
});

test('The weeks in which a month begins have its name', () => {
	showDays();
	const named = [...document.querySelectorAll('.calendar > div')].flatMap((week) => {
		const days = [...week.querySelectorAll<HTMLElement>('[title]')].map(({ title }) => title);
		const [first] = days.filter((title) => /-01:/.test(title));
		const name = week.querySelector('b')!.textContent;
		return first || name ? [[first?.slice(5, 7), name]] : [];
	});
	expect(named.length).toBeGreaterThan(4); // of half a year
	const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'];
	const MORE = ['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
	for (const [month, name] of named) expect(name).toBe([...NAMES, ...MORE][Number(month) - 1]);
});
