import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { epub, page as pageOf } from '../content/books/make-epub';
import { expectNoViolations } from './axe';
import { everything, numbersOf, openImport } from './files';
import { expect, listCaches, test, testWithoutWorker, untilKept } from './site';

const CLIPPINGS = 'tests/core/formats/fixtures/koreader-clippings.txt';

interface Handed {
	name: string;
	bytes: number[];
}

const handed = (name: string, content: Uint8Array): Handed => ({ name, bytes: [...content] });

/** Shares to the app as the system does: a form that is sent to the address that the manifest names. */
async function share(page: Page, shared: { files?: Handed[]; text?: string }): Promise<void> {
	await page.evaluate(async (shared) => {
		const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]')!;
		const manifest = await (await fetch(link.href)).json();
		const { action, method, enctype, params } = manifest.share_target;
		const form = Object.assign(document.createElement('form'), { action, method, enctype });
		const data = new DataTransfer();
		for (const { name, bytes } of shared.files ?? [])
			data.items.add(new File([new Uint8Array(bytes)], name));
		const file = Object.assign(document.createElement('input'), {
			type: 'file',
			name: params.files[0].name,
			multiple: true,
			files: data.files
		});
		const text = Object.assign(document.createElement('input'), {
			name: params.text,
			value: shared.text ?? ''
		});
		form.append(...(shared.files === undefined ? [text] : [file]));
		document.body.append(form);
		form.submit();
	}, shared);
	await page.waitForURL(/settings\/import\/$/);
}

test('what is shared to the app is planned, without a network, and kept no longer; what another site sends is not shown before the reader asks for it', async ({
	page,
	site
}) => {
	await openImport(page);
	await untilKept(page);
	await site.stop();
	const stranger = 'http://stranger.example/';
	const form = `<form action="${site.url}settings/import/" method="post" enctype="multipart/form-data">
		<textarea name="text">My Life (Stranger)\n- Your Highlight on Location 1 | Added on x\n\nBuy now\n==========</textarea>
	</form>`;
	await page.route(stranger, (route) => route.fulfill({ contentType: 'text/html', body: form }));
	await page.goto(stranger);
	await page.unroute(stranger);
	await page.evaluate(() => document.forms[0].submit());
	await page.waitForURL(/settings\/import\/$/);
	await expect(page.getByRole('heading', { name: 'A file was sent to this page' })).toBeVisible();
	await expect(page.locator('body')).not.toContainText(/Buy now|Stranger|shared text/);
	expect(Object.keys(await listCaches(page))).not.toContain('postil:shared');
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect(page.getByLabel('Choose a file')).toBeAttached();
	expect((await everything(page)).annotations).toEqual([]);

	await share(page, { files: [handed('Čas 1.txt', readFileSync(CLIPPINGS))] });
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

	const book = epub({ '1.xhtml': pageOf('<h1>One</h1><p>Words of a book.</p>') });
	const files = [handed('a.epub', book), handed('Čas 1.txt', readFileSync(CLIPPINGS))];
	await share(page, { files: [...files, handed('a.pdf', Buffer.from('%PDF-1.7'))] });
	await expect(page.getByRole('heading', { name: '3 files were sent' })).toBeVisible();
	await expect(page.locator('body')).not.toContainText('a.epub');
	await page.getByRole('button', { name: 'Show the files' }).click();
	await expectNoViolations(page, 'files that came');
	await page.getByRole('button', { name: 'Open a.pdf' }).click();
	const sheet = page.getByRole('dialog', { name: 'Open a file' });
	await expect(sheet.getByRole('alert')).toContainText('This is a PDF');
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Open a.epub' }).click();
	await expect(sheet.getByRole('heading', { name: 'A Book' })).toBeVisible();
	expect((await everything(page)).works).toEqual([]);
	await sheet.getByRole('button', { name: 'Keep' }).click();
	await expect(page.getByText('Kept', { exact: true })).toBeVisible();
	await page.getByRole('button', { name: 'Open Čas 1.txt' }).click();
	expect(await numbersOf(page)).toEqual({ New: 1 });
	await page.getByRole('button', { name: 'Open it as a text' }).click();
	await expect(sheet).toContainText('Plain text');
	await sheet.getByRole('button', { name: 'Keep' }).click();
	await expect(page.getByRole('link', { name: 'Kept: read it' })).toHaveCount(2);
	await expect(page.getByRole('listitem').filter({ hasText: 'a.pdf' })).toContainText(
		'This is a PDF'
	);
	await expect(page.getByRole('button', { name: 'Import', exact: true })).toHaveCount(0);
	await expect(page.getByRole('heading', { name: '3 files received' })).toBeFocused();
	expect((await everything(page)).annotations).toEqual([]);
});

testWithoutWorker(
	'what was shared and did not arrive is told; a file that is opened with the app is planned',
	async ({ page }) => {
		await page.goto('settings/import/?shared');
		await expect(page.getByRole('alert')).toContainText('The file did not arrive');
		await expect(page.getByRole('alert')).toContainText('Nothing was changed');

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
		const manifest = await (await page.request.get('manifest.webmanifest')).json();
		const endings = ['.annotation', '.epub', '.fb2', '.html', '.md', '.txt'];
		for (const accepted of [
			manifest.share_target.params.files[0].accept,
			Object.values(manifest.file_handlers[0].accept).flat()
		])
			expect(accepted).toEqual(expect.arrayContaining(endings));
	}
);
