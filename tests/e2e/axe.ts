import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './site';

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
	// No page of ours has frames: axe runs in the page at once, which takes half the time. What is right
	// need not be described.
	const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
	// Halfway through a transition a bar lies over the text, and has no contrast of its own.
	await page.evaluate(() =>
		Promise.allSettled(document.getAnimations().map((one) => one.finished)).then(() => {})
	);
	const { violations } = await (coloursAlone ? builder.withRules(COLOUR_RULES) : builder).analyze();
	const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`);
	expect(found, what).toEqual([]);
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
