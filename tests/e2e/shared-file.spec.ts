import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { everything, numbersOf, openImport } from './files';
import { expect, listCaches, test, untilKept } from './site';

const CLIPPINGS = 'tests/core/formats/fixtures/koreader-clippings.txt';

/** Shares to the app as the system does: a form that is sent to the address that the manifest names. */
async function share(page: Page, shared: { file?: string; text?: string }): Promise<void> {
	await page.evaluate(async (shared) => {
		const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]')!;
		const manifest = await (await fetch(link.href)).json();
		const { action, method, enctype, params } = manifest.share_target;
		const form = Object.assign(document.createElement('form'), { action, method, enctype });
		const data = new DataTransfer();
		if (shared.file !== undefined) data.items.add(new File([shared.file], 'Čas 1.txt'));
		const file = Object.assign(document.createElement('input'), {
			type: 'file',
			name: params.files[0].name,
			files: data.files
		});
		const text = Object.assign(document.createElement('input'), {
			name: params.text,
			value: shared.text ?? ''
		});
		form.append(...(shared.file === undefined ? [text] : [file]));
		document.body.append(form);
		form.submit();
	}, shared);
	await page.waitForURL(/settings\/import\/$/);
}

test('what is shared to the app is planned, without a network, and kept no longer', async ({
	page,
	site
}) => {
	await openImport(page);
	await untilKept(page);
	await site.stop();
	await page.goto('settings/');
	await share(page, { file: readFileSync(CLIPPINGS, 'utf8') });
	await page.getByRole('button', { name: 'Read the file' }).click();
	expect(await numbersOf(page)).toEqual({ New: 1 });
	await expect(page.getByText('“Čas 1.txt”')).toBeVisible();
	expect(Object.keys(await listCaches(page))).not.toContain('postil:shared');
	expect((await everything(page)).annotations).toEqual([]);

	await page.reload();
	await expect(page.getByLabel('Choose a file')).toBeAttached();
	await share(page, { text: 'My own words' });
	await page.getByRole('button', { name: 'Read the file' }).click();
	await expect(page.getByRole('alert')).toContainText('Postil cannot read “shared text”.');
});

test('what another site sends is not shown before the reader asks for it', async ({
	page,
	site
}) => {
	await openImport(page);
	await untilKept(page);
	const form = `<form action="${site.url}settings/import/" method="post" enctype="multipart/form-data">
		<textarea name="text">My Life (Stranger)\n- Your Highlight on Location 1 | Added on x\n\nBuy now\n==========</textarea>
	</form>`;
	await page.route('http://stranger.example/', (route) =>
		route.fulfill({ contentType: 'text/html', body: form })
	);
	await page.goto('http://stranger.example/');
	await page.evaluate(() => document.forms[0].submit());
	await page.waitForURL(/settings\/import\/$/);
	await expect(page.getByRole('heading', { name: 'A file was sent to this page' })).toBeVisible();
	await expect(page.locator('body')).not.toContainText(/Buy now|Stranger|shared text/);
	expect(Object.keys(await listCaches(page))).not.toContain('postil:shared');
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect(page.getByLabel('Choose a file')).toBeAttached();
	expect((await everything(page)).annotations).toEqual([]);
});

test('what was shared and did not arrive is told', async ({ page }) => {
	await page.goto('settings/import/?shared');
	await expect(page.getByRole('alert')).toContainText('The file did not arrive');
	await expect(page.getByRole('alert')).toContainText('Nothing was changed');
});

test('a file that is opened with the app is planned', async ({ page }) => {
	await page.addInitScript(
		(text) => {
			// As Chromium hands it over to an installed app.
			const handle = { getFile: async () => new File([text], 'mine.annotation') };
			const launchQueue = {
				setConsumer: (consumer: (launch: unknown) => void) => consumer({ files: [handle] })
			};
			Object.defineProperty(window, 'launchQueue', { value: launchQueue });
		},
		readFileSync(CLIPPINGS, 'utf8')
	);
	await page.goto('settings/import/');
	expect(await numbersOf(page)).toEqual({ New: 1 });
});
