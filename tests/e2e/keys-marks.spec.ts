import {
	card,
	closeCard,
	highlight,
	marks,
	noteSaved,
	openFresh,
	select,
	toolbar,
	untilSaved
} from './marking';
import { stored, untilAwake } from './reader';
import { expect, holdScripts, test, WITHOUT_WORKER } from './site';

test.use(WITHOUT_WORKER);

// What keys do on the reading page.

test.describe('before what answers keys is here', () => {
	test('none is lost, and all are answered in their order', async ({ page }) => {
		await openFresh(page);
		const { arrive, asked } = await holdScripts(page);
		for (const key of ['m', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
		await asked;
		arrive();
		await expect(page.getByRole('toolbar', { name: 'Marker' }).getByRole('status')).toContainText(
			'Not marked: “January 16'
		);
	});

	test('none is answered once the focus is elsewhere', async ({ page }) => {
		await openFresh(page);
		const { arrive, asked } = await holdScripts(page);
		await page.keyboard.press('b');
		await page.keyboard.press('Tab');
		await asked;
		arrive();
		await page.keyboard.press('j'); // answered after the others
		await expect(page.locator('#p1')).toBeFocused();
		await expect(page.locator('.bookmarked')).toHaveCount(0);
	});

	test('none is answered that was pressed while a sheet was on its way', async ({ page }) => {
		await openFresh(page);
		const { arrive, asked } = await holdScripts(page);
		await page.getByRole('button', { name: 'Appearance' }).click();
		await page.keyboard.press('b');
		await asked;
		arrive();
		const sheet = page.getByRole('dialog', { name: 'Appearance' });
		await expect(sheet).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(sheet).toBeHidden();
		await page.keyboard.press('j'); // answered after the others
		await expect(page.locator('#p1')).toBeFocused();
		await expect(page.locator('.bookmarked')).toHaveCount(0);
	});
});

test('Everything is done by keyboard, without a selection and with one', async ({ page }) => {
	await openFresh(page);
	await page.keyboard.press('j');
	await expect(page.locator('#p1')).toBeFocused();
	await page.keyboard.press('h');
	await expect(page.locator('#p1 mark')).toHaveCount(1);
	await page.keyboard.press('j');
	await expect(page.locator('#p2')).toBeFocused();
	await page.keyboard.press('n');
	await page.keyboard.type('By keys alone');
	await expect(noteSaved(page)).toBeVisible();
	await closeCard(page);
	await expect(page.locator('#p2 mark.noted')).toHaveCount(1);
	await expect(page.locator('#p2')).toBeFocused();
	await page.keyboard.press('b');
	await expect(page.locator('#p2')).toHaveClass(/bookmarked/);
	await page.keyboard.press('k');
	await page.keyboard.press('Enter');
	await expect(card(page)).toBeVisible();
	await closeCard(page);
	await expect(page.locator('#p1')).toBeFocused();
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
	await page.keyboard.press('Escape');
	for (let step = 0; step < 3; step++) await page.keyboard.press('Control+z');
	await expect(marks(page)).toHaveCount(0);
	await expect(page.locator('.bookmarked')).toHaveCount(0);

	// A selection is let go by Esc, and its toolbar is one Tab away.
	await select(page, ['p2', 10], ['p2', 40]);
	await expect(toolbar(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(toolbar(page)).toBeHidden();
	expect(await page.evaluate(() => getSelection()!.isCollapsed)).toBe(true);
	await select(page, ['p2', 10], ['p2', 40]);
	await expect(toolbar(page)).toBeVisible();
	await page.keyboard.press('Tab');
	await expect(toolbar(page).getByRole('button').first()).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	await expect(marks(page)).toHaveCount(1);
	await expect(page.locator('#p2')).toBeFocused(); // where one was
});

test('What is switched off in Settings is off: no letter does anything, though Tab, Enter and Esc do, and screen readers are not told what was done', async ({
	page
}) => {
	const told = page.locator('[role="status"]:not([aria-live="off"])');
	await openFresh(page);
	await highlight(page, 'yellow', ['p1', 2], ['p1', 12]);
	await expect(told.filter({ hasText: 'Highlighted' })).toHaveCount(1);
	await untilSaved(page);

	// The list of keys leads to where they are switched off.
	await page.keyboard.press('?');
	await page.getByRole('dialog', { name: 'Keys' }).getByRole('link', { name: 'Settings' }).click();
	await expect(page).toHaveURL(/settings\/#reading$/);
	await untilAwake(page);
	const reading = page.getByRole('region', { name: 'Reading' });
	const switches = [
		reading.getByRole('switch', { name: 'Keyboard shortcuts while reading' }),
		reading.getByRole('switch', { name: 'Announce actions to screen readers (failures always)' })
	];
	for (const one of switches) {
		await expect(one).toBeChecked();
		await one.uncheck();
	}
	await expect
		.poll(() => stored(page, 'preferences', 'reading'))
		.toMatchObject({ keys: false, announcements: false });
	await page.reload();
	await untilAwake(page);
	for (const one of switches) await expect(one).not.toBeChecked();

	await openFresh(page);
	await select(page, ['p2', 10], ['p2', 40]);
	await expect(toolbar(page)).toBeVisible();
	for (const key of ['h', 'n', 'b', 'm', 'j', 'k', '?']) await page.keyboard.press(key);
	await page.keyboard.press('Escape');
	await expect(toolbar(page)).toBeHidden(); // answered after all those
	await expect(marks(page)).toHaveCount(1);
	await expect(page.locator('.bookmarked')).toHaveCount(0);
	await expect(page.getByRole('toolbar', { name: 'Marker' })).toBeHidden();
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await select(page, ['p2', 10], ['p2', 40]);
	await expect(toolbar(page)).toBeVisible();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(marks(page)).toHaveCount(2);
	await expect(page.getByText('Highlighted')).toBeVisible();
	await expect(told.filter({ hasText: 'Highlighted' })).toHaveCount(0);
	await page.keyboard.press('Control+z');
	await expect(marks(page)).toHaveCount(1);
});
