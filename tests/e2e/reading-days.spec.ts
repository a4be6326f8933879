import type { Page } from '@playwright/test';
import { expectNoViolationsInThemes } from './axe';
import { choose, doImport, download, openImport, openSettings } from './files';
import { openFresh } from './marking';
import { scrollBy, stored } from './reader';
import { expect, test, WITHOUT_WORKER } from './site';

test.use(WITHOUT_WORKER);

const days = (page: Page) => page.getByRole('img', { name: 'Days you read' });
const told = (page: Page, words: string) =>
	expect(days(page)).toHaveAccessibleName(`Days you read: ${words}`);
const counted = (page: Page) => stored(page, 'preferences', 'reading-days');

/** Reads in the chapter from 20:00 to two minutes later, with nothing but the wheel. */
async function read(page: Page): Promise<void> {
	await page.clock.setFixedTime('2026-11-27T20:00:00');
	await openFresh(page);
	await scrollBy(page, 100);
	// It is counted from now on. The bars have left.
	const strip = page.getByRole('slider', { name: 'Position', includeHidden: true });
	await expect(strip).toBeAttached();
	await scrollBy(page, 100);
	await page.clock.setFixedTime('2026-11-27T20:02:00');
	await scrollBy(page, 100);
}

test('Reading is counted by days, shown in Settings, saved in backups, and not counted when that is off', async ({
	page
}) => {
	await read(page);
	await expect.poll(() => counted(page)).toEqual({ '2026-11-27': 120 });
	await openSettings(page);
	await told(page, '2 min this week, 2 min on 1 day in 26 weeks');
	await expectNoViolationsInThemes(page, 'days');

	const { text } = await download(page, 'Save a backup');
	const other = text.replace(/"2026-11-27":\s*120/, '"2026-11-27": 60, "2026-11-20": 3600');
	expect(other).not.toBe(text);
	await openImport(page);
	await choose(page, other, 'other.annotation');
	await doImport(page);
	expect(await counted(page)).toEqual({ '2026-11-20': 3600, '2026-11-27': 120 });
	await openSettings(page);
	await told(page, '2 min this week, 1 h 02 min on 2 days in 26 weeks');

	const isCounted = page.getByRole('switch', { name: 'Count reading time' });
	await isCounted.uncheck();
	await expect(days(page)).toBeHidden();
	await expect.poll(() => stored(page, 'preferences', 'reading')).toMatchObject({ time: false });
	await read(page);
	await openSettings(page);
	expect(await counted(page)).toEqual({ '2026-11-20': 3600, '2026-11-27': 120 });
	await isCounted.check();
	await told(page, '2 min this week, 1 h 02 min on 2 days in 26 weeks');
	await page.getByRole('button', { name: 'Forget' }).click();
	await told(page, 'Nothing is counted yet');
	expect(await counted(page)).toBeNull();
	await page.getByRole('button', { name: 'Undo' }).click();
	await told(page, '2 min this week, 1 h 02 min on 2 days in 26 weeks');
});
