import type { Page } from '@playwright/test';
import { themeProperties, type Theme } from '../../src/lib/core/reading/theme-colours';
import { expectNoViolations, PAGES } from './axe';
import { untilAwake } from './reader';
import { expect, test, WITHOUT_WORKER } from './site';

test.use(WITHOUT_WORKER);

/** Each theme, and what the system is. *Auto* in the light, as *Light* is, by all rules: access.spec.ts. */
const LOOKS: [Theme, 'light' | 'dark'][] = [
	['auto', 'dark'],
	['dark', 'light'],
	['black', 'light'],
	['paper', 'light'],
	['sepia', 'light'],
	['contrast', 'light'],
	['contrast', 'dark']
];

/** What a desktop has columns and bars of its own for. */
const OF_EACH_SCREEN = ['my-life/43-the-exile/'];

// A theme is colours and nothing else, which the app gives to the root element of every page.
for (const path of PAGES) {
	const screen = OF_EACH_SCREEN.includes(path) ? ' @screen' : '';
	test(`axe finds nothing in the colours of /${path} in any theme${screen}`, async ({ page }) => {
		await page.goto(path);
		await untilAwake(page);
		for (const [theme, colorScheme] of LOOKS) {
			const what = `${theme}, ${colorScheme}`;
			const properties = themeProperties(theme);
			await changeSystem(page, colorScheme);
			await page.evaluate(dress, properties);
			await expectNoViolations(page, what, { coloursAlone: true });
			expect(await page.evaluate(dressed, properties), what).toEqual(properties);
		}
	});
}

function dress(properties: Record<string, string>): void {
	const { style } = document.documentElement;
	for (const [name, value] of Object.entries(properties)) style.setProperty(name, value);
}

/** What the root element has of these properties; `''`: the property is not there. */
function dressed(properties: Record<string, string>): Record<string, string> {
	const { style } = document.documentElement;
	return Object.fromEntries(
		Object.keys(properties).map((name) => [name, style.getPropertyValue(name)])
	);
}

/** The system is light or dark from now on, and the app has answered: it puts on its own theme anew. */
async function changeSystem(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
	const answered = await page.evaluateHandle((scheme) => {
		const query = matchMedia(`(prefers-color-scheme: ${scheme})`);
		const told = query.matches
			? Promise.resolve()
			: new Promise((done) => query.addEventListener('change', done, { once: true }));
		const frame = () => new Promise((done) => requestAnimationFrame(done));
		return { wait: () => told.then(frame).then(frame) };
	}, colorScheme);
	await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
	await answered.evaluate(({ wait }) => wait());
}
