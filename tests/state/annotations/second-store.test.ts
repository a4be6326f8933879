import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MissingScriptError } from '$lib/core/app/missing-script';
import { StorageError } from '$lib/core/app/storage-error';
import { folderName, ownName } from '$lib/core/app/storage-names';
import { TRASH_DAYS } from '$lib/core/annotation/trash';
import { Annotations, type AnnotationsOptions } from '$lib/state/annotations/annotations.svelte';
import { LazySecondStore } from '$lib/state/annotations/second-store.svelte';
import { StoreComparison } from '$lib/state/annotations/store-comparison';
import { readAnnotations, saveAnnotations, saveBeforeUnload } from '$lib/storage/annotations';
import { Database } from '$lib/storage/database';
import { Journal, JournalError } from '$lib/storage/journal/journal';
import { JournalStore } from '$lib/storage/journal/journal-store';
import journalWorker from '$lib/storage/journal/journal.worker.ts?worker&url';
import { hasJournal } from '$lib/storage/journal/presence';
import { readOwnWorks, saveOwnWork } from '$lib/storage/own-works/own-works';
import { readSnapshots } from '$lib/storage/snapshots';
import { deleteDB } from 'idb';
import { dropDatabase, NAME } from '../fixtures.svelte';
import { FIRST, rangeOf, toldOf } from './marks';
import { wholeWork } from '../../storage/own-works/made';
import { until } from '../../until';

// Two real stores: the database, and a journal on the browser's private file system.

const BASE = '/recovery';
const DAY = 24 * 60 * 60 * 1000;
const SPRING = rangeOf(FIRST, 'in the spring');
const BOAT = rangeOf(FIRST, 'The boat was late');
/** The two stores were compared in this tab. */
const CHECKED = ownName(BASE, 'checked');
/** Ms after which a worker is long ended that does not answer. */
const LONG = 60_000;
let tabs = 0;
/** Ends what does not answer, after a test. */
let end: (error: Error) => void = () => {};
let open: { secondStore: LazySecondStore; database: Database }[] = [];

beforeEach(() => {
	localStorage.clear();
	sessionStorage.clear();
});

afterEach(async () => {
	vi.useRealTimers();
	vi.restoreAllMocks();
	end(new MissingScriptError('over'));
	await Promise.all(open.map((tab) => leave(tab)));
	open = [];
	await removeJournal();
	await dropDatabase(new Database(NAME));
});

async function removeJournal() {
	if (!(await hasJournal(BASE))) return;
	const root = await navigator.storage.getDirectory();
	await root.removeEntry(folderName(BASE, 'journal'), { recursive: true });
}

/** What is done in the journal's worker, before it begins, to its files. */
const FAULTS = {
	full: `FileSystemSyncAccessHandle.prototype.write = () => {
		throw new DOMException('', 'QuotaExceededError');
	}`,
	cut: `FileSystemSyncAccessHandle.prototype.write = () => 0`,
	missing: `FileSystemFileHandle.prototype.createSyncAccessHandle = async () => {
		throw new DOMException('', 'NotSupportedError'); // as WebKitGTK
	}`,
	private: `navigator.storage.getDirectory = async () => {
		throw new DOMException('', 'UnknownError'); // as a private window of WebKit
	}`
};

/** Starts a journal whose files have one of the faults. */
async function loadWith(fault: keyof typeof FAULTS): Promise<typeof JournalStore> {
	const module = new URL(journalWorker, location.href).href;
	const code = `const early = [];
		onmessage = (event) => early.push(event);
		${FAULTS[fault]};
		await import(${JSON.stringify(module)});
		early.forEach((event) => onmessage(event));`;
	const startWorker = (name: string) =>
		new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })), {
			type: 'module',
			name
		});
	return storeWith(startWorker);
}

/** A journal whose worker is started so. */
function storeWith(startWorker: (name: string) => Worker): typeof JournalStore {
	return class extends JournalStore {
		constructor(...[database, options, report]: ConstructorParameters<typeof JournalStore>) {
			super(database, { ...options, startWorker }, report);
		}
	};
}

async function journalFolder(): Promise<FileSystemDirectoryHandle> {
	const root = await navigator.storage.getDirectory();
	return root.getDirectoryHandle(folderName(BASE, 'journal'));
}

/** A journal whose first call of this name does not get to its worker until what `held` gives is called. */
function holdCall(name: string) {
	let hold: ((goOn: () => void) => void) | null = null;
	const held = new Promise<() => void>((resolve) => (hold = resolve));
	const startWorker = (workerName: string) => {
		const worker = new Worker(journalWorker, { type: 'module', name: workerName });
		worker.postMessage = (message: { name: string }) => {
			const post = () => Worker.prototype.postMessage.call(worker, message);
			if (message.name !== name || !hold) return post();
			hold(post);
			hold = null;
		};
		return worker;
	};
	return { held, load: async () => storeWith(startWorker) };
}

/** The names of the journal's files. */
async function journalFiles(): Promise<string[]> {
	const names = [];
	for await (const name of (await journalFolder()).keys()) names.push(name);
	return names;
}

/** What the journal's files say, one after the other. */
async function journalText(): Promise<string> {
	const folder = await journalFolder();
	const texts = (await journalFiles()).map(async (name) =>
		(await (await folder.getFileHandle(name)).getFile()).text()
	);
	return (await Promise.all(texts)).join('');
}

interface StartOptions extends Pick<AnnotationsOptions, 'channel' | 'now' | 'prefetch'> {
	load?: () => Promise<typeof JournalStore>;
}

/** A page of the app, opened; `load` fetches the code of the second store. */
function start({ load = async () => JournalStore, ...options }: StartOptions = {}) {
	const database = new Database(NAME);
	const tab = `t${++tabs}x`;
	const secondStore = new LazySecondStore(database, { base: BASE, tab, load });
	const annotations = new Annotations(database, { device: tab, secondStore, ...options });
	const page = { database, secondStore, annotations };
	open.push(page);
	return page;
}

async function leave({
	secondStore,
	database
}: Pick<ReturnType<typeof start>, 'secondStore' | 'database'>) {
	await secondStore.close();
	database.close();
	sessionStorage.clear(); // what follows is another tab
}

/** A reader marks two passages, and leaves. */
async function markTwo() {
	const page = start();
	await page.annotations.load();
	const ids = [SPRING, BOAT].map((range) => page.annotations.create('highlight', range, FIRST));
	await page.annotations.save();
	await until(() => expect(mirror()).toMatchObject({ count: 2 }));
	await leave(page);
	return ids.sort();
}

/** Waits until the two stores were compared in this tab. */
const untilCompared = () => until(() => expect(sessionStorage.getItem(CHECKED)).toBeTruthy());

/** A page of the app on which the two stores were compared. */
async function openCompared() {
	const page = start();
	await page.annotations.load();
	await untilCompared();
	return page;
}

/** The reader sets a bookmark; gives its id when it is saved, or could not be. */
async function bookmark({ annotations }: ReturnType<typeof start>): Promise<string> {
	const id = annotations.create('bookmark', SPRING, FIRST);
	await annotations.save();
	return id;
}

/** The same, while the database takes nothing. */
async function bookmarkInVain(page: ReturnType<typeof start>) {
	const update = vi.spyOn(page.database, 'update').mockRejectedValue(new StorageError('damaged'));
	await bookmark(page);
	update.mockRestore();
}

/** Keeps from the page what it reads first of a store, until `goOn`; `wasRead` resolves when that was read. */
function holdRead(database: Database, store: 'snapshots' | 'unmerged') {
	const { read } = database;
	let goOn = () => {};
	const waiting = new Promise<void>((resolve) => (goOn = resolve));
	const wasRead = new Promise<void>((resolve) => {
		vi.spyOn(database, 'read').mockImplementation(async (stores, work, limit) => {
			const found = await read.call(database, stores, work, limit);
			if (!(stores as string[]).includes(store)) return found;
			resolve();
			await waiting;
			return found;
		});
	});
	return { wasRead, goOn };
}

const mirror = () => JSON.parse(localStorage.getItem(ownName(BASE, 'watermark')) ?? 'null');
const idsOf = ({ annotations }: ReturnType<typeof start>) =>
	annotations.live.map(({ id }) => id).sort();

test('a new reader starts no journal, and is told nothing', async () => {
	const page = start();
	await page.annotations.load();
	expect([page.annotations.loaded, page.secondStore.condition]).toEqual([true, 'idle']);
	expect(await hasJournal(BASE)).toBe(false);
});

test('what is saved is in both stores', async () => {
	const ids = await markTwo();
	await deleteDB(NAME);
	expect((await start().secondStore.readAll())!.map(({ id }) => id)).toEqual(ids);
});

test('what an import wrote past the page is shown, told, and in both stores', async () => {
	const ids = await markTwo();
	const announce = vi.fn();
	const page = start({ channel: { announce, listen: () => () => {} } });
	await page.annotations.load();
	await untilCompared();
	const imported = { ...page.annotations.get(ids[0])!, id: 'zzz' };
	await saveAnnotations(page.database, [imported]);
	await page.annotations.loadAnew();
	expect(idsOf(page)).toEqual([...ids, 'zzz']);
	expect(announce).toHaveBeenCalledOnce();
	await untilCompared();
	await leave(page);
	await deleteDB(NAME);
	expect((await start().secondStore.readAll())!.map(({ id }) => id).sort()).toEqual([
		...ids,
		'zzz'
	]);
});

test('a book of the reader’s own is in the database alone; in both are its marks, with the text of the chapter they are in', async () => {
	const book = wholeWork('own-a', ['Read and marked.', 'Read alone.']);
	const [marked, read] = book.chapters;
	const page = start();
	await saveOwnWork(page.database, book);
	const opened = { ...marked, chapter: marked.slug };
	const id = page.annotations.create('highlight', rangeOf(opened, 'marked'), opened);
	await page.annotations.save();
	await leave(page);
	expect(await journalText()).toContain(marked.text);
	expect(await journalText()).not.toContain(read.text);

	await deleteDB(NAME);
	const next = start();
	await next.annotations.load();
	expect(idsOf(next)).toEqual([id]);
	expect([...(await readSnapshots(next.database, [marked.edition])).values()]).toEqual([
		marked.text
	]);
	expect(await readOwnWorks(next.database)).toEqual([]);
});

test('what was deleted long ago is in neither store', async () => {
	const page = start();
	const id = page.annotations.create('note', SPRING, FIRST, { note: 'secret' });
	page.annotations.remove(id);
	await page.annotations.save();
	await leave(page);
	const inJournal = async () => JSON.stringify(await start().secondStore.readAll());
	expect(await inJournal()).toContain('secret');
	const later = start({ now: () => Date.now() + (TRASH_DAYS + 1) * DAY });
	await later.annotations.load();
	expect(later.annotations.trash).toEqual([]);
	await until(async () => expect(await inJournal()).not.toContain('secret'));
	await leave(later);
	// And so it is not given back to a database that is lost.
	await deleteDB(NAME);
	const next = start();
	await next.annotations.load();
	expect(next.annotations.get(id)?.targets).toEqual([]);
});

test('a database that is gone is rebuilt before anything is shown, and told until it was read', async () => {
	const ids = await markTwo();
	await deleteDB(NAME);
	const page = start();
	await page.annotations.load();
	expect(idsOf(page)).toEqual(ids);
	expect(page.secondStore.loss).toEqual({ restored: 2, lost: 0 });
	await leave(page);
	const next = start();
	await next.annotations.load();
	await until(() => expect(next.secondStore.loss).toEqual({ restored: 2, lost: 0 }));
	await next.secondStore.acknowledgeLoss();
	expect(next.secondStore.loss).toBeNull();
	await leave(next);
	const last = start();
	await last.annotations.load();
	await until(() => expect(last.secondStore.condition).toBe('ready'));
	expect(last.secondStore.loss).toBeNull();
});

test('the stores are compared only when something may be fetched', async () => {
	await markTwo();
	const load = vi.fn(async () => JournalStore);
	let compare: (() => Promise<void>) | null = null;
	const page = start({ load, prefetch: async (loading) => void (compare = loading) });
	await page.annotations.load();
	await until(() => expect(compare).not.toBeNull());
	expect(load).not.toHaveBeenCalled();
	await compare!();
	expect(load).toHaveBeenCalledOnce();
});

test('what is lost under our hands comes back when the page is looked at', async () => {
	const ids = await markTwo();
	const page = start();
	await page.annotations.load();
	await until(() => expect(page.secondStore.condition).toBe('ready'));
	await deleteDB(NAME);
	await page.annotations.load();
	await until(async () =>
		expect((await readAnnotations(page.database)).annotations).toHaveLength(2)
	);
	expect(idsOf(page)).toEqual(ids);
});

test('with both gone, and what is known of them, it is a new reader', async () => {
	await markTwo();
	await deleteDB(NAME);
	await removeJournal();
	localStorage.clear();
	const page = start();
	await page.annotations.load();
	expect([page.annotations.loaded, idsOf(page), page.secondStore.loss]).toEqual([true, [], null]);
});

test('with both gone the loss is told, once', async () => {
	await markTwo();
	await deleteDB(NAME);
	await removeJournal();
	const page = start();
	await page.annotations.load();
	expect(page.secondStore.loss).toEqual({ restored: 0, lost: 2 });
	await page.secondStore.acknowledgeLoss();
	await leave(page);
	const next = start();
	await next.annotations.load();
	expect(next.secondStore.loss).toBeNull();
});

const READABLE = ['full', 'cut', 'missing'] as const;

test.each(READABLE)(
	'with both gone the loss is told, once, though the journal cannot be written: %s',
	async (fault) => {
		await markTwo();
		await deleteDB(NAME);
		await removeJournal();
		const page = start({ load: () => loadWith(fault) });
		await page.annotations.load();
		expect(page.secondStore.loss).toEqual({ restored: 0, lost: 2 });
		expect(page.secondStore.condition).toBe(fault === 'missing' ? 'missing' : 'full');
		await page.secondStore.acknowledgeLoss();
		await leave(page);
		const next = start({ load: () => loadWith(fault) });
		await next.annotations.load();
		await next.secondStore.check();
		expect(next.secondStore.loss).toBeNull();
	}
);

test.each(READABLE)(
	'a journal that cannot be written gives back what it has, and gets what it lacks later: %s',
	async (fault) => {
		const ids = await markTwo();
		await deleteDB(NAME);
		const page = start({ load: () => loadWith(fault) });
		await page.annotations.load();
		expect([idsOf(page), page.secondStore.loss]).toEqual([ids, { restored: 2, lost: 0 }]);
		const later = await bookmark(page);
		expect(page.annotations.saveStateOf(later)).toBe('saved'); // in the database
		await leave(page);
		const next = start();
		await next.annotations.load();
		await until(() => expect(next.secondStore.condition).toBe('ready'));
		await until(async () => expect(await next.secondStore.readAll()).toHaveLength(3));
	}
);

test.each(READABLE)(
	'a page that cannot write the journal leaves no file in it: %s',
	async (fault) => {
		await markTwo();
		const before = await journalFiles();
		const page = start({ load: () => loadWith(fault) });
		await page.annotations.load();
		await bookmark(page);
		await until(() => expect(mirror()).toMatchObject({ count: 3 }));
		await page.secondStore.check();
		await leave(page);
		// One that could not be written to is deleted after the failure was told.
		await until(async () => expect(await journalFiles()).toEqual(before));
	}
);

/** A journal whose workers are counted, as long as they run. */
function countWorkers() {
	const running = new Set<Worker>();
	const startWorker = (name: string) => {
		const worker = new Worker(journalWorker, { type: 'module', name });
		worker.terminate = () => {
			running.delete(worker);
			Worker.prototype.terminate.call(worker);
		};
		running.add(worker);
		return worker;
	};
	return { running, load: async () => storeWith(startWorker) };
}

test('a page that is left has no worker, though its watermark was being written', async () => {
	const { running, load } = countWorkers();
	const page = start({ load });
	await page.annotations.load();
	page.annotations.create('highlight', SPRING, FIRST);
	await page.annotations.save();
	const written = page.secondStore.writeWatermark();
	await page.secondStore.close();
	await written;
	expect(running.size).toBe(0);
});

test('a page that is left has no worker, though the stores were being compared', async () => {
	await markTwo();
	const { running, load } = countWorkers();
	const page = start({ load });
	// The comparison has read the journal, and asks the database for its texts.
	const { wasRead, goOn } = holdRead(page.database, 'snapshots');
	const compare = vi.spyOn(StoreComparison.prototype, 'run');
	await page.annotations.load();
	await wasRead;
	const closed = page.secondStore.close();
	await until(() => expect(running.size).toBe(0));
	goOn();
	await Promise.all([closed, compare.mock.results[0].value]);
	expect(running.size).toBe(0);
});

test.each(['full', 'missing', 'private'] as const)(
	'that a journal is %s is seen by writing to it, in a tab that wrote to it before',
	async (fault) => {
		await markTwo();
		await openCompared();
		const page = start({ load: () => loadWith(fault) });
		await page.annotations.load();
		await page.secondStore.check();
		expect(page.secondStore.condition).toBe(fault);
	}
);

test('that a journal is ready is seen by writing to it, which leaves nothing', async () => {
	await markTwo();
	const files = await journalFiles();
	const page = start();
	await page.secondStore.check();
	expect([page.secondStore.condition, await journalFiles()]).toEqual(['ready', files]);
});

test('a new reader who looks at Settings starts no journal', async () => {
	const page = start();
	await page.secondStore.check();
	expect([page.secondStore.condition, await hasJournal(BASE)]).toEqual(['idle', false]);
});

test('what fails while the stores are compared is in both when they have been compared once more', async () => {
	await markTwo();
	const { load, held } = holdCall('compact');
	const page = start({ load });
	await page.annotations.load();
	const goOn = await held;
	await bookmarkInVain(page);
	expect(page.annotations.failure).toBe('saved-in-second-store');
	const trying = page.annotations.retry();
	goOn();
	await trying;
	await until(() => expect(page.annotations.failure).toBeNull());
	expect((await readAnnotations(page.database)).annotations).toHaveLength(3);
});

test('a comparison that a failure requires while a change is read is of all that is stored', async () => {
	await markTwo();
	const page = await openCompared();
	const compareWith = vi.spyOn(page.secondStore, 'compareWith');
	// Another tab tells of a change while the database takes no more.
	const { wasRead, goOn } = holdRead(page.database, 'unmerged');
	const loading = page.annotations.load();
	await wasRead;
	await bookmarkInVain(page);
	goOn();
	await loading;
	await until(() => expect(page.annotations.failure).toBeNull());
	expect(compareWith.mock.calls.map(([{ annotations }]) => annotations.length)).toEqual([2]);
	expect((await readAnnotations(page.database)).annotations).toHaveLength(3);
});

test('what a page left unmerged gets to the journal, though another page merges it', async () => {
	const [id] = await markTwo();
	const page = await openCompared();
	await saveBeforeUnload(page.database, [{ ...page.annotations.get(id)!, id: 'last' }], new Map());
	await page.annotations.load();
	expect((await readAnnotations(page.database)).unmerged).toBe(0);
	await until(async () => expect(await page.secondStore.readAll()).toHaveLength(3));
});

test('what a page saved without the code of the second store is there after the next page', async () => {
	await markTwo();
	const before = await openCompared();
	await before.secondStore.close();
	const page = start({ load: () => Promise.reject(new MissingScriptError('no network')) });
	await page.annotations.load();
	await bookmark(page);
	await page.secondStore.close();
	const next = start();
	await next.annotations.load();
	await until(async () => expect(await next.secondStore.readAll()).toHaveLength(3));
});

test('what the journal did not take before it is compared is no less in it after the next page', async () => {
	await markTwo();
	let compare: (() => Promise<void>) | null = null;
	const page = start({ prefetch: async (loading) => void (compare = loading) });
	await page.annotations.load();
	await until(() => expect(compare).not.toBeNull());
	vi.spyOn(Journal.prototype, 'append').mockRejectedValueOnce(new JournalError('full'));
	await bookmark(page);
	await compare!();
	await page.secondStore.close();
	const next = start();
	await next.annotations.load();
	await until(async () => expect(await next.secondStore.readAll()).toHaveLength(3));
});

test('a comparison does not take the watermark back that was written meanwhile', async () => {
	await markTwo();
	const { load, held } = holdCall('compact');
	const page = start({ load });
	await page.annotations.load();
	const goOn = await held;
	await bookmark(page);
	await until(() => expect(mirror()).toMatchObject({ count: 3 }));
	goOn();
	await untilCompared();
	expect(mirror()).toMatchObject({ count: 3 });
});

test('that the database lacks something is told until it was compared with a journal that answers', async () => {
	await markTwo();
	const page = await openCompared();
	await bookmarkInVain(page);
	const call = vi.spyOn(Journal.prototype, 'call').mockRejectedValue(new JournalError('busy'));
	const compare = vi.spyOn(StoreComparison.prototype, 'run');
	await page.annotations.retry();
	expect(await until(() => compare.mock.results[0].value as Promise<unknown>)).toBeNull();
	expect(page.annotations.failure).toBe('saved-in-second-store');
	call.mockRestore();
	await page.annotations.retry();
	await until(() => expect(page.annotations.failure).toBeNull());
	expect((await readAnnotations(page.database)).annotations).toHaveLength(3);
});

test('that neither store answers is told', async () => {
	await markTwo();
	const { load, held } = holdCall('read');
	vi.spyOn(Database.prototype, 'read').mockRejectedValue(new StorageError('shut'));
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const page = start({ load });
	const loading = page.annotations.load();
	await held;
	await vi.advanceTimersByTimeAsync(LONG);
	await loading;
	expect(page.annotations.failure).toBe('unreadable');
});

test('an empty database is shown though the journal does not answer', async () => {
	await markTwo();
	await deleteDB(NAME);
	const { load, held } = holdCall('read');
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const page = start({ load });
	const loading = page.annotations.load();
	await held;
	await vi.advanceTimersByTimeAsync(LONG);
	await loading;
	expect(page.annotations.loaded).toBe(true);
});

test('what was purged stays away, though it was read before', async () => {
	const page = start();
	const id = page.annotations.create('note', SPRING, FIRST, { note: 'secret' });
	page.annotations.remove(id);
	await page.annotations.save();
	await leave(page);
	let compare: (() => Promise<void>) | null = null;
	const later = start({
		now: () => Date.now() + (TRASH_DAYS + 1) * DAY,
		prefetch: async (loading) => void (compare = loading)
	});
	const purge = vi.spyOn(later.secondStore, 'purge');
	await later.annotations.load();
	await until(() => expect(compare).not.toBeNull());
	await purge.mock.results[0].value;
	await compare!();
	expect(JSON.stringify((await readAnnotations(later.database)).annotations)).not.toContain(
		'secret'
	);
	expect(JSON.stringify(await later.secondStore.readAll())).not.toContain('secret');
	await leave(later);
	expect(await journalText()).not.toContain('secret');
});

test('with a database that does not open, the journal shows and keeps everything', async () => {
	const ids = await markTwo();
	const failing = () => Promise.reject(new StorageError('shut'));
	vi.spyOn(Database.prototype, 'read').mockImplementation(failing);
	vi.spyOn(Database.prototype, 'update').mockImplementation(failing);
	const page = start();
	await page.annotations.load();
	expect(idsOf(page)).toEqual(ids);
	expect(toldOf(page.annotations)).toContain('second copy');
	const id = await bookmark(page);
	expect(page.annotations.saveStateOf(id)).toBe('saved');
	vi.restoreAllMocks();
	await page.annotations.load(); // it opens again
	await until(async () =>
		expect((await readAnnotations(page.database)).annotations).toHaveLength(3)
	);
	await until(() => expect(page.annotations.failure).toBeNull());
});

test.each([
	['does not arrive', () => Promise.reject(new MissingScriptError('no network'))],
	['does not answer', () => new Promise<never>((_, reject) => void (end = reject))]
])('when the second store %s, the database is enough', async (_, load) => {
	const page = start({ load });
	await page.annotations.load();
	const id = page.annotations.create('highlight', SPRING, FIRST);
	await page.annotations.save();
	flushSync();
	expect(page.annotations.saveStateOf(id)).toBe('saved');
	expect(page.secondStore.condition).toBe('failing');
});

test.each([
	[1, false],
	[10_000, true]
])(
	'a journal that takes three seconds: it is waited for with %i marks: %s',
	async (count, isSaved) => {
		const database = new Database(NAME);
		const slow = class extends JournalStore {
			override save() {
				return new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 3000));
			}
		};
		const store = new LazySecondStore(database, {
			base: BASE,
			tab: 'slow',
			load: async () => slow
		});
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const saving = store.save(Array.from({ length: count }), new Map());
		await vi.advanceTimersByTimeAsync(3000);
		expect([await saving, store.condition]).toEqual([isSaved, isSaved ? 'idle' : 'failing']);
	}
);

test('when both fail, nothing is called saved', async () => {
	const page = start({ load: () => Promise.reject(new MissingScriptError('no network')) });
	vi.spyOn(page.database, 'update').mockRejectedValue(new StorageError('full'));
	const id = page.annotations.create('highlight', SPRING, FIRST);
	await page.annotations.save();
	expect(page.annotations.saveStateOf(id)).toBe('failed');
});
