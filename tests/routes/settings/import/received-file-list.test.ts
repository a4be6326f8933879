import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { isReaderBusy } from '$lib/dom/reader-busy';
import ImportProgress from '../../../../src/routes/settings/import/ImportProgress.svelte';
import OfferedFiles from '../../../../src/routes/settings/import/OfferedFiles.svelte';
import ReceivedFileList from '../../../../src/routes/settings/import/ReceivedFileList.svelte';
import { ReceivedFiles } from '../../../../src/routes/settings/import/received-files.svelte';

const file = (name: string) => ({ file: new Blob(['words']), name, isPasted: false });
const reader = { isWriting: false, read: async () => null, restart: () => {} };

test('As long as a file waits nothing leads away from the list, and no update reloads the page', async () => {
	const received = new ReceivedFiles(reader);
	const [a, b] = [file('a.epub'), file('b.txt')];
	received.receive([a, b]);
	const { getByRole, getByText } = await render(ReceivedFileList, { props: { received } });
	expect(isReaderBusy()).toBe(true);
	received.tell(a.file, { outcome: 'kept', work: 'own-1' });
	await expect.element(getByText('Kept', { exact: true })).toBeVisible();
	expect(getByRole('link').elements()).toEqual([]);
	expect(isReaderBusy()).toBe(true);

	received.tell(b.file, { outcome: 'imported' });
	await expect.element(getByRole('link', { name: 'Kept: read it' })).toBeVisible();
	expect(isReaderBusy()).toBe(false);
});

test('Of each file that was opened a line says what became of it, of one that is refused why', async () => {
	const received = new ReceivedFiles(reader);
	const files = ['a.pdf', 'b.csv', 'c.txt', 'd.json', 'e.md'].map(file);
	received.receive(files);
	const { getByRole } = await render(ReceivedFileList, { props: { received } });
	received.tell(files[0].file, { outcome: 'refused', why: 'This is a PDF.' });
	received.tell(files[1].file, { outcome: 'failed', why: 'There is no space left.' });
	received.tell(files[2].file, { outcome: 'cancelled' });
	received.tell(files[3].file, { outcome: 'undone' });
	const lines = getByRole('listitem');
	await expect.element(lines.nth(0)).toHaveTextContent('a.pdf This is a PDF. Not taken');
	await expect.element(lines.nth(1)).toHaveTextContent('b.csv There is no space left. Open again');
	await expect.element(lines.nth(2)).toHaveTextContent('c.txt Not taken. Open again');
	await expect.element(lines.nth(3)).toHaveTextContent('d.json Import undone. Open again');
	await expect.element(lines.nth(4)).toHaveTextContent('e.md Open');
	expect(getByRole('button', { name: 'a.pdf' }).elements()).toEqual([]);
	await expect.element(getByRole('button', { name: 'Open b.csv again' })).toBeVisible();
});

test.each([
	[1, '1 more file could not be read or stored. Share or open it again.'],
	[2, '2 more files could not be read or stored. Share or open them again.']
])('How many did not come is told: %s', async (missing, sentence) => {
	const received = new ReceivedFiles(reader);
	received.receive([file('a.epub')], missing);
	const { getByText } = await render(ReceivedFileList, { props: { received } });
	await expect.element(getByText(sentence)).toBeVisible();
});

test('No update reloads the page while files are offered, or read', async () => {
	const offered = await render(OfferedFiles, {
		props: { number: 2, onread: () => {}, oncancel: () => {} }
	});
	expect(isReaderBusy()).toBe(true);
	await offered.unmount();
	const props = { what: 'Reading', done: 0, all: 0, oncancel: () => {} };
	const working = await render(ImportProgress, { props });
	expect(isReaderBusy()).toBe(true);
	await working.unmount();
	expect(isReaderBusy()).toBe(false);
});
