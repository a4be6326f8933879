import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { folderName, ownName } from '$lib/core/app/storage-names';
import { readAnnotations, saveAnnotations } from '$lib/storage/annotations';
import { Database } from '$lib/storage/database';
import { Journal, JournalError } from '$lib/storage/journal/journal';
import { hasJournal } from '$lib/storage/journal/presence';
import { reconcile } from '$lib/storage/journal/reconcile';
import { readSnapshots } from '$lib/storage/snapshots';
import { deleteDB } from 'idb';
import { annotation, at } from '../fixtures';

// On the real file system, with real workers.

const BASE = '/tests';
const TEXTS = new Map([['e1', 'One two three.']]);
let tabs = 0;
let opened: Journal[] = [];

beforeEach(clear);
afterEach(clear);

async function clear() {
	await Promise.all(opened.map((journal) => journal.close()));
	opened = [];
	const root = await navigator.storage.getDirectory();
	if (await hasJournal(BASE)) {
		await root.removeEntry(folderName(BASE, 'journal'), { recursive: true });
	}
}

/** A journal as a tab opens it. */
function open(options: Partial<ConstructorParameters<typeof Journal>[0]> = {}): Journal {
	const journal = new Journal({ base: BASE, tab: `t${++tabs}x`, ...options });
	opened.push(journal);
	return journal;
}

const folder = async () =>
	(await navigator.storage.getDirectory()).getDirectoryHandle(folderName(BASE, 'journal'));

async function files(): Promise<{ name: string; text: string }[]> {
	const found = [];
	for await (const [name, file] of (await folder()).entries()) {
		found.push({ name, text: await (await (file as FileSystemFileHandle).getFile()).text() });
	}
	return found;
}

/** What a tab reads that is opened now. */
async function reread() {
	const journal = open();
	const size = await journal.call('read');
	const annotations = await journal.call('annotations');
	return { ...size, ids: annotations.map(({ id }) => id), annotations };
}

/** Does to the bytes of the one file there is what a failing disk does. */
async function damage(change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>) {
	const [{ name }] = await files();
	const file = await (await folder()).getFileHandle(name);
	const bytes = new Uint8Array(await (await file.getFile()).arrayBuffer());
	const writable = await file.createWritable();
	await writable.write(change(bytes));
	await writable.close();
}

/** An address where nothing is any more. A path would be answered by Kit's server, which renders no page here. */
function goneAddress(): string {
	const address = URL.createObjectURL(new Blob());
	URL.revokeObjectURL(address);
	return address;
}

describe('A journal', () => {
	test('is not made before it is needed', async () => {
		open();
		expect(await hasJournal(BASE)).toBe(false);
		await open().append([annotation('a')], TEXTS);
		expect(await hasJournal(BASE)).toBe(true);
		expect(await hasJournal('')).toBe(false);
	});

	test('gives back what was appended, and each text once', async () => {
		const journal = open();
		await journal.append([annotation('a')], TEXTS);
		await journal.append([annotation('b'), annotation('c')], TEXTS);
		expect(await reread()).toMatchObject({ ids: ['a', 'b', 'c'], editions: ['e1'], broken: 0 });
		expect((await files())[0].text.match(/One two three/g)).toHaveLength(1);
	});

	test('is written by several tabs at once, each into a file of its own', async () => {
		const journals = [open(), open(), open()];
		await Promise.all(
			Array.from({ length: 60 }, (_, i) => journals[i % 3].append([annotation(`${i}`)], TEXTS))
		);
		expect(await files()).toHaveLength(3);
		expect((await reread()).ids).toHaveLength(60);
	});

	test('is compacted into one file, but for those of open tabs', async () => {
		const journal = open();
		const other = open();
		await other.append([annotation('other')], TEXTS);
		for (let i = 0; i < 5; i++) {
			const gone = open();
			await gone.append([annotation(`gone-${i}`)], TEXTS);
			await gone.close();
		}
		await journal.append([annotation('mine')], TEXTS);
		await journal.call('compact', true);
		expect(await files()).toHaveLength(2);
		await journal.append([annotation('later')], TEXTS);
		expect((await reread()).ids).toHaveLength(8);
	});

	test('stays short, however much is written', async () => {
		const journal = open();
		const note = 'x'.repeat(50_000);
		for (let i = 0; i < 60; i++) {
			// As one opening of the editor writes: the texts on the way are no versions.
			const fields = { note: { value: `${note}${i}`, at: at(i + 1), since: at(1) } };
			await journal.append([annotation('a', { fields })], TEXTS);
		}
		await journal.call('compact', false);
		await journal.call('compact', false);
		const { bytes, annotations } = await reread();
		expect(bytes).toBeLessThan(1_200_000); // of 3 MB written
		expect(annotations[0].fields.note!.value).toMatch(/x59$/);
	});

	test('is kept and read while another tab holds its lock for ever', async () => {
		let release = () => {};
		const held = new Promise<void>((resolve) => (release = resolve));
		await new Promise<void>((taken) => {
			void navigator.locks.request(ownName(BASE, 'journal'), () => (taken(), held));
		});
		const journal = open();
		await journal.append([annotation('a')], TEXTS);
		await journal.call('compact', true); // is left to the other
		expect((await reread()).ids).toEqual(['a']);
		release();
	});

	test('that a killed tab left half-written gives all that was kept', async () => {
		const journal = open();
		await journal.append([annotation('a')], TEXTS);
		await journal.append([annotation('b')], TEXTS);
		await journal.close();
		await damage((bytes) => bytes.slice(0, -20));
		expect(await reread()).toMatchObject({ ids: ['a'], broken: 0 });
	});

	test('with a broken byte gives the others, and says so', async () => {
		const journal = open();
		for (const id of 'abcde') await journal.append([annotation(id)], TEXTS);
		await journal.close();
		await damage((bytes) => bytes.with(Math.floor(bytes.length / 2), 7));
		const { ids, broken } = await reread();
		expect([ids.length, broken]).toEqual([4, 1]);
	});

	test('is closed, and opened again by what is written next', async () => {
		const journal = open();
		await journal.append([annotation('a')], TEXTS);
		await journal.close();
		await journal.append([annotation('b')], TEXTS);
		expect((await reread()).ids).toEqual(['a', 'b']);
	});

	test.each([
		['cannot be started', () => open({ startWorker: () => new Worker(goneAddress()) })],
		[
			'finds no file system',
			() =>
				open({
					startWorker: () => {
						const answer = `postMessage({ id: e.data.id, error: { name: 'SecurityError', message: '' } })`;
						const code = `onmessage = (e) => ${answer}`;
						return new Worker(URL.createObjectURL(new Blob([code])));
					}
				})
		]
	])('whose worker %s says so', async (_, journal) => {
		await expect(journal().append([annotation('a')], TEXTS)).rejects.toThrow(JournalError);
	});
});

describe('Together, database and journal', () => {
	const NAME = `postil${BASE}`;
	const before = { mirrored: null, newName: 'first' };
	let database: Database;

	beforeEach(() => void (database = new Database(NAME)));
	afterEach(async () => {
		database.close();
		await deleteDB(NAME);
	});

	async function bringTogether() {
		const { annotations, unreadable } = await readAnnotations(database);
		const found = { annotations, unreadable: unreadable.length };
		return reconcile({ database, journal: open() }, found, before);
	}

	async function keep(...ids: string[]) {
		const journal = open();
		const annotations = ids.map((id) => annotation(id));
		await saveAnnotations(database, annotations, TEXTS);
		await journal.append(annotations, TEXTS);
		await journal.close();
	}

	const ids = async () => (await readAnnotations(database)).annotations.map(({ id }) => id);

	const spoil = async (work: (tx: IDBTransaction) => void) => {
		database.close();
		await new Promise<void>((resolve, reject) => {
			const opened = indexedDB.open(NAME);
			opened.onsuccess = () => {
				const tx = opened.result.transaction(['annotations', 'snapshots'], 'readwrite');
				work(tx);
				tx.oncomplete = () => (opened.result.close(), resolve());
				tx.onabort = () => reject(tx.error);
			};
		});
	};

	const DAMAGE: [what: string, work: () => Promise<void>, restored: number][] = [
		['deleted', async () => (database.close(), deleteDB(NAME)), 3],
		[
			'emptied',
			() =>
				spoil((tx) => (tx.objectStore('annotations').clear(), tx.objectStore('snapshots').clear())),
			3
		],
		['shortened', () => spoil((tx) => tx.objectStore('annotations').delete('b')), 1],
		[
			'broken in part',
			() => spoil((tx) => tx.objectStore('annotations').put({ id: 'b', saved: 2, fields: 7 })),
			1
		]
	];

	test.each(DAMAGE)(
		'a database that was %s is known for that, and rebuilt',
		async (_, work, restored) => {
			await keep('a', 'b', 'c');
			expect(await bringTogether()).toMatchObject({ damaged: false, restored: 0 });
			const whole = (await readAnnotations(database)).annotations;
			await work();
			expect(await bringTogether()).toMatchObject({ damaged: true, restored, lost: 0 });
			const found = await readAnnotations(database);
			expect(found).toMatchObject({ annotations: whole, unreadable: [] });
			expect(await readSnapshots(database, ['e1'])).toEqual(TEXTS);
			expect(found.last).toBeGreaterThan(3); // tabs that are open ask for what came after
			expect(await bringTogether()).toMatchObject({ damaged: false, restored: 0 });
		}
	);

	test('what a crash kept from the database is added, and is no damage', async () => {
		await keep('a');
		await bringTogether();
		await open().append([annotation('b')], TEXTS);
		expect(await bringTogether()).toMatchObject({ damaged: false, restored: 1 });
		expect(await ids()).toEqual(['a', 'b']);
	});

	test('a journal that is gone, or damaged, is written anew', async () => {
		await keep('a', 'b');
		await bringTogether();
		await clear();
		expect(await bringTogether()).toMatchObject({ damaged: false, restored: 0 });
		expect(await reread()).toMatchObject({ ids: ['a', 'b'], editions: ['e1'] });
	});

	test('what neither has any more is counted, once', async () => {
		await keep('a', 'b');
		const { watermark } = await bringTogether();
		await clear();
		database.close();
		await deleteDB(NAME);
		const again = () =>
			reconcile(
				{ database, journal: open() },
				{ annotations: [], unreadable: 0 },
				{ mirrored: watermark, newName: 'second' }
			);
		const first = await again();
		expect(first).toMatchObject({ damaged: true, restored: 0, lost: 2 });
		expect(await reread()).toMatchObject({ watermark: first.watermark });
		expect(await bringTogether()).toMatchObject({ damaged: false, lost: 0 });
	});
});
