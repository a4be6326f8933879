import { expect, test } from 'vitest';
import { StorageError } from '$lib/core/app/storage-error';
import { instancesOf, type App, type AppParts } from '$lib/state/app';
import { Imports } from '$lib/state/files/imports';
import { OwnWorks } from '$lib/state/own-works/own-works.svelte';
import { Database } from '$lib/storage/database';
import { ownChapter, ownWork, summariesOf } from '../../../core/own-works/made';
import { Import } from '../../../../src/routes/settings/import/import.svelte';
import { ReceivedFiles } from '../../../../src/routes/settings/import/received-files.svelte';

const CLIPPINGS =
	'My Life (Trotsky)\n- Your Highlight on Location 1 | Added on x\n\nIt was freezing cold.\n==========\n';
const PARTS: AppParts = { base: '', tab: 'tab', changes: null, prefetch: async () => {} };

const received = (name: string, text: string) => ({
	file: new Blob([text]),
	name,
	isPasted: false
});

/** An import of an app of its own, and what keeps the list of files for it. */
function open() {
	const get = instancesOf(new Database('postil-test-import'), PARTS);
	const reads = { load: async () => {} };
	const app = { ...PARTS, get, readingPositions: reads, preferences: reads };
	const imported = new Import(app as unknown as App, []);
	const [imports, ownWorks] = [get(Imports), get(OwnWorks)];
	return { imports, ownWorks, imported, files: new ReceivedFiles(imported) };
}

test('Several files that come end what is being read, and are not pushed away by it', async () => {
	const { imports, imported, files } = open();
	const { readEverything } = imports;
	const reading = Promise.withResolvers<void>();
	const goOn = Promise.withResolvers<void>();
	imports.readEverything = async (take) => {
		reading.resolve();
		await goOn.promise;
		return readEverything.call(imports, take);
	};
	void imported.read(received('a.txt', CLIPPINGS));
	await reading.promise;
	files.receive([received('b.txt', CLIPPINGS), received('c.txt', CLIPPINGS)]);
	expect(imported.step).toEqual({ at: 'start' });
	goOn.resolve();
	const another = open().imported;
	await another.read(received('d.txt', CLIPPINGS)); // takes longer than what was left of the first
	expect(another.step.at).toBe('planned');
	expect(imported.step).toEqual({ at: 'start' });
	await imported.read(files.listed[0].file);
	expect(imported.step.at).toBe('planned');
	another.cancel();
	imported.cancel();
});

test('Several files that come close the book that is opened', async () => {
	const { imported, files } = open();
	await imported.read(received('a.txt', 'Words to read.'));
	expect(imported.book?.name).toBe('a.txt');
	files.receive([received('b.txt', CLIPPINGS), received('c.txt', CLIPPINGS)]);
	expect(imported.book).toBe(null);
});

test('A text of which a book was kept is not offered to be imported any more', async () => {
	const { imported } = open();
	await imported.read(received('a.txt', CLIPPINGS));
	imported.openAsText();
	imported.restart();
	expect([imported.step, imported.book]).toEqual([{ at: 'start' }, null]);
});

test('Reading says why a file is refused, and importing that it was done or cancelled', async () => {
	const { imported } = open();
	expect(await imported.read(received('a.json', ''))).toEqual({
		outcome: 'refused',
		why: 'Postil cannot read “a.json”: it is empty.'
	});
	expect(await imported.read(received('b.txt', CLIPPINGS))).toBe(null);
	const reading = imported.read(received('b.txt', CLIPPINGS));
	imported.cancel();
	expect(await reading).toEqual({ outcome: 'cancelled' });
	await imported.read(received('b.txt', CLIPPINGS));
	expect(await imported.perform()).toEqual({ outcome: 'imported' });
	await imported.undo();
});

test('An import that could not be undone has its books still', async () => {
	const { imports, ownWorks, imported } = open();
	const chapters = [ownChapter('own-a', '1-c', 'One two.')];
	const work = ownWork('own-a', { chapters: summariesOf(chapters) });
	await ownWorks.restore({ work, chapters, files: [] });
	const kept = {
		...{ v: 1 as const, name: 'a.json', format: 'backup' as const, at: new Date().toISOString() },
		...{ added: 0, changed: 0, removed: 0, notPlaced: 0, works: ['own-a'] }
	};
	const control = { signal: new AbortController().signal, progress: () => {} };
	const nothing = { positions: [], preferences: [] };
	await imports.save({ annotations: [], snapshots: [] }, nothing, kept, control);
	await imported.load();
	const { saveUndone } = imports;
	imports.saveUndone = () => Promise.reject(new StorageError('full'));
	await imported.undo();
	expect(imported.step.at).toBe('failed');
	await ownWorks.load();
	expect(ownWorks.find('own-a')).not.toBeNull();
	imports.saveUndone = saveUndone;
	await imported.undo();
	expect([imported.step.at, ownWorks.find('own-a')]).toEqual(['undone', null]);
});
