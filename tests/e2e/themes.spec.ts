import { THEMES } from '../../src/lib/core/reading/theme-colours';
import { expectNoViolations, PAGES } from './axe';
import { untilAwake } from './reader';
import { test, WITHOUT_WORKER } from './site';

test.use(WITHOUT_WORKER);

// A theme is colours and nothing else. In *Auto*, and by all rules: access.spec.ts.
for (const theme of THEMES.filter((name) => name !== 'auto')) {
	for (const scheme of theme === 'contrast' ? (['light', 'dark'] as const) : (['light'] as const)) {
		test(`axe finds nothing on any page in ${theme}, the system being ${scheme}`, async ({
			page
		}) => {
			await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
			await page.goto('settings/');
			await untilAwake(page);
			await page.getByRole('radio', { name: theme }).check();
			for (const path of PAGES) {
				await page.goto(path);
				await untilAwake(page);
				await expectNoViolations(page, path, { coloursAlone: true });
			}
		});
	}
}
