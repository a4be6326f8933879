import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from './site';

/** axe as a script for a page. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A page of each kind. */
export const PAGES = [
	'',
	'my-life/',
	'my-life/43-the-exile/',
	'notebook/',
	'settings/',
	'settings/import/',
	'no/such/'
];

/** The rules of axe that look at colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Expects that axe finds nothing on a page as it is now; of its colours alone where nothing else differs. */
export async function expectNoViolations(
	page: Page,
	what: string,
	{ coloursAlone = false } = {}
): Promise<void> {
	// Halfway through a transition a bar lies over the text, and has no contrast of its own.
	await page.evaluate(() =>
		Promise.allSettled(document.getAnimations().map((one) => one.finished)).then(() => {})
	);
	// A page gets its half million bytes once, however often it is looked at.
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
	const options: axe.RunOptions = { resultTypes: ['violations'] };
	if (coloursAlone) options.runOnly = { type: 'rule', values: COLOUR_RULES };
	expect(await page.evaluate(runAxe, options), what).toEqual([]);
}

/** In the page: the rules that are broken, each with the elements that break it. */
async function runAxe(options: axe.RunOptions): Promise<string[]> {
	const { violations } = await (window as never as { axe: typeof axe }).axe.run(options);
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** The system's wishes by which the theme *Auto* is one of these. */
const THEMES = {
	light: { colorScheme: 'light', contrast: 'no-preference' },
	dark: { colorScheme: 'dark', contrast: 'no-preference' },
	contrast: { colorScheme: 'light', contrast: 'more' }
} as const;

/** Expects that axe finds nothing in the light, in the dark, and with contrast; leaves the page in the light. */
export async function expectNoViolationsInThemes(page: Page, what: string): Promise<void> {
	const ink = () => page.evaluate(() => document.documentElement.style.getPropertyValue('--ink'));
	for (const [name, media] of Object.entries(THEMES)) {
		await page.emulateMedia(media);
		await expect.poll(ink).toBe(name === 'contrast' ? 'light-dark(#000, #fff)' : '');
		await expectNoViolations(page, `${what}, ${name}`, { coloursAlone: name !== 'light' });
	}
	await page.emulateMedia(THEMES.light);
}
