import { expectNoViolationsInThemes } from './axe';
import { select, toolbar } from './marking';
import { openChapter } from './reader';
import { expect, test, WITHOUT_WORKER } from './site';

test.use(WITHOUT_WORKER);

// Without a network it is tried in saved-marks.spec.ts.

test('A passage is copied with its citation in the style one chooses', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openChapter(page);
	await select(page, ['p2', 0], ['p2', 40]);
	await toolbar(page).getByRole('button', { name: 'Cite' }).press('Enter');
	const sheet = page.getByRole('dialog', { name: 'Cite' });
	const citation = sheet.getByLabel('Citation');
	await expect(citation).toContainText('— Leon Trotsky, My Life, “The Exile”, ¶ 2');
	await expect(citation).toContainText(/\/my-life\/43-the-exile\/#p2:~:text=\S+/);
	for (const [style, words] of [
		['MLA', /\(Trotsky, par\. 2\)\s+Trotsky, Leon\. “The Exile\.” My Life, http/],
		['Chicago', /Leon Trotsky, “The Exile,” in My Life, par\. 2, http/],
		['APA', /\(Trotsky, n\.d\., “The Exile,” para\. 2\)\s+Trotsky, L\. \(n\.d\.\)\. My Life\./],
		['BibTeX', /@book\{trotsky,/],
		['RIS', /TY {2}- BOOK/],
		['CSL-JSON', /"type": "book"/]
	] as const) {
		await sheet.getByRole('radio', { name: style, exact: true }).check();
		await expect(citation).toContainText(words);
	}
	await expectNoViolationsInThemes(page, 'citing');
	await sheet.getByRole('radio', { name: 'APA' }).check();
	await sheet.getByRole('button', { name: 'Copy' }).press('Enter');
	await expect(sheet.getByRole('status')).toHaveText('Copied');
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toBe(await citation.textContent());
	await page.keyboard.press('Escape');
	await expect(sheet).toBeHidden();
});
