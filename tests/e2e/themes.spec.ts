import { themeProperties, type Theme } from '../../src/lib/core/reading/theme-colours';
import { expectNoViolations, PAGES } from './axe';
import { untilAwake } from './reader';
import { test, WITHOUT_WORKER } from './site';

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

// A theme is colours and nothing else, which the app gives to the root element of every page.
for (const path of PAGES) {
	test(`axe finds nothing in the colours of /${path} in any theme`, async ({ page }) => {
		await page.goto(path);
		await untilAwake(page);
		for (const [theme, colorScheme] of LOOKS) {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await page.evaluate(dress, themeProperties(theme));
			await expectNoViolations(page, `${theme}, ${colorScheme}`, { coloursAlone: true });
		}
	});
}

function dress(properties: Record<string, string>): void {
	const { style } = document.documentElement;
	for (const [name, value] of Object.entries(properties)) style.setProperty(name, value);
}
