import 'fake-indexeddb/auto';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { openDB, type IDBPDatabase } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Annotation } from '$lib/core/annotation/annotation';
import { isDeleted } from '$lib/core/annotation/deletion';
import { withChanges, withDeleted } from '$lib/core/annotation/edit';
import { TRASH_DAYS } from '$lib/core/annotation/trash';
import { StorageError } from '$lib/core/app/storage-error';
import { readAnnotations, saveAnnotations, saveBeforeUnload } from '$lib/storage/annotations';
import { mergeUnmerged, purgeTrash } from '$lib/storage/maintenance';
import { Database, VERSION } from '$lib/storage/database';
import { readOwnWorks, saveOwnWork } from '$lib/storage/own-works/own-works';
import { readSnapshots } from '$lib/storage/snapshots';
import { annotation, at, fillDisk, purgeAt, target } from './fixtures';
import { wholeWork } from './own-works/made';

const NAME = 'postil/test';
const TEXTS = new Map([
	['e1', 'One two'],
	['e2', 'One three']
]);
let database: Database;

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
	database = new Database(NAME);
});

afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
	database.close();
});

/** A record as it lies there. */
const raw = (id: string) =>
	database.read(['annotations'], (tx) => tx.objectStore('annotations').get(id));
const putRaw = (value: unknown) =>
	database.write(['annotations'], (tx) => tx.objectStore('annotations').put(value as never));
const all = async () => (await readAnnotations(database)).annotations;
const texts = async () => [...(await readSnapshots(database, ['e1', 'e2'])).keys()];

describe('An annotation', () => {
	test('comes back whole, also to the next visit', async () => {
		await saveAnnotations(database, [annotation('a')]);
		database.close();
		expect((await readAnnotations(new Database(NAME))).annotations).toEqual([annotation('a')]);
	});

	test('is written with strict durability, in one transaction with its text', async () => {
		await all();
		const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
		await saveAnnotations(database, [annotation('a'), annotation('b')], TEXTS);
		expect(transaction).toHaveBeenCalledExactlyOnceWith(
			['annotations', 'snapshots', 'deletions'],
			'readwrite',
			{ durability: 'strict' }
		);
	});

	test('is kept when its transaction is complete, and not before', async () => {
		await all();
		const events: string[] = [];
		const transaction = IDBDatabase.prototype.transaction;
		vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
			this: IDBDatabase,
			...args
		) {
			const tx = transaction.apply(this, args);
			tx.addEventListener('complete', () => events.push('complete'));
			return tx;
		});
		await saveAnnotations(database, [annotation('a')]);
		events.push('kept');
		expect(events).toEqual(['complete', 'kept']);
	});

	test('is merged with what another tab wrote meanwhile', async () => {
		const [mine, theirs] = [database, new Database(NAME)];
		const before = annotation('a');
		await saveAnnotations(mine, [before]);
		await Promise.all([
			saveAnnotations(mine, [withChanges(before, { colour: 'pink' }, at(5, 'a'))]),
			saveAnnotations(theirs, [withChanges(before, { tags: ['t'] }, at(4, 'b'))])
		]);
		const [merged] = await all();
		expect(merged.fields.colour?.value).toBe('pink');
		expect(merged.fields.tags?.value).toEqual(['t']);
		theirs.close();
	});

	test('keeps both notes of two tabs', async () => {
		const before = annotation('a');
		await saveAnnotations(database, [before]);
		await saveAnnotations(database, [withChanges(before, { note: 'theirs' }, at(4, 'b'))]);
		const [now] = await saveAnnotations(database, [
			withChanges(before, { note: 'mine' }, at(5, 'a'))
		]);
		expect(now.fields.note?.value).toBe('mine');
		expect(now.history?.map(({ value }) => value)).toEqual(['theirs']);
		expect(await all()).toEqual([now]);
	});

	test('keeps what a newer version put into it', async () => {
		const newer = { ...annotation('a'), mood: 'grave', saved: 1 };
		await putRaw(newer);
		await saveAnnotations(database, [withChanges(annotation('a'), { colour: 'blue' }, at(2))]);
		expect(await raw('a')).toMatchObject({ mood: 'grave', fields: { colour: { value: 'blue' } } });
		expect((await all())[0]).toHaveProperty('mood', 'grave');
	});

	test('is found by who asks for what was written since', async () => {
		await saveAnnotations(database, [annotation('a'), annotation('b')]);
		const { last } = await readAnnotations(database);
		expect((await readAnnotations(database, last)).annotations).toEqual([]);
		await saveAnnotations(new Database(NAME), [
			withChanges(annotation('a'), { colour: 'pink' }, at(2)),
			annotation('c')
		]);
		const since = await readAnnotations(database, last);
		expect(since.annotations.map(({ id }) => id)).toEqual(['a', 'c']);
		expect((await readAnnotations(database, since.last)).annotations).toEqual([]);
	});
});

test('Ten thousand annotations are one change, however long that takes a phone', async () => {
	await all();
	const many = Array.from({ length: 10_000 }, (_, n) => annotation(`${n}`));
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
	const put = IDBObjectStore.prototype.put;
	let puts = 0;
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
		this: IDBObjectStore,
		...args
	) {
		if (++puts % 250 === 0) vi.advanceTimersByTime(1000); // ms
		return put.apply(this, args);
	});
	await saveAnnotations(database, many, TEXTS);
	vi.useRealTimers();
	expect(transaction).toHaveBeenCalledOnce();
	expect(await all()).toHaveLength(10_000);
});

describe('A write that fails', () => {
	test('on a full disk leaves everything as it was, and says why', async () => {
		await saveAnnotations(database, [annotation('a')], new Map());
		const full = fillDisk();
		const changed = withChanges(annotation('a'), { note: 'long' }, at(3));
		await expect(
			saveAnnotations(database, [changed, annotation('b')], TEXTS)
		).rejects.toMatchObject({ name: 'StorageError' });
		full.mockRestore();
		expect(await all()).toEqual([annotation('a')]);
		expect(await texts()).toEqual([]);
	});

	test('for one of two writes neither', async () => {
		const poisoned = { ...annotation('b'), later: () => {} } as unknown as Annotation;
		await expect(saveAnnotations(database, [annotation('a'), poisoned])).rejects.toMatchObject({
			name: 'StorageError',
			cause: { name: 'DataCloneError' }
		});
		expect(await all()).toEqual([]);
	});

	test('since the connection is lost is tried again on a new one', async () => {
		await all();
		const transaction = IDBDatabase.prototype.transaction;
		vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(function (
			this: IDBDatabase,
			...args
		) {
			const tx = transaction.apply(this, args);
			forceCloseDatabase(this as never);
			return tx;
		});
		await saveAnnotations(database, [annotation('a')], TEXTS);
		expect(await all()).toEqual([annotation('a')]);
		expect(await texts()).toEqual(['e1']);
	});
});

describe('A damaged record', () => {
	test.each<[string, object]>([
		['nothing but an id', { id: 'x' }],
		['an unknown kind', annotation('x', { kind: 'drawing' as never })],
		['no place', annotation('x', { targets: [] })],
		['a place without a quote', annotation('x', { targets: [{ ...target('e1'), quote: null! }] })],
		['fields that are none', annotation('x', { fields: 'none' as never })]
	])('is set aside and left alone: %s', async (_, record) => {
		await putRaw(record);
		await saveAnnotations(database, [annotation('a')]);
		const found = await readAnnotations(database);
		expect(found.annotations).toEqual([annotation('a')]);
		expect(found.unreadable).toEqual([record]);
		const deleted = withDeleted(annotation('b'), true, at(2));
		await saveAnnotations(database, [deleted], TEXTS, { now: 0 });
		expect(await purgeTrash(database, [deleted], 40 * 24 * 60 * 60 * 1000)).toHaveLength(1);
		expect(await raw('x')).toEqual(record);
	});

	test('is healed by who knows better', async () => {
		await putRaw({ id: 'a', fields: null });
		await saveAnnotations(database, [annotation('a')]);
		expect(await all()).toEqual([annotation('a')]);
	});
});

describe('The text of an edition', () => {
	test('is kept with the first annotation in it, once', async () => {
		await saveAnnotations(database, [annotation('a')], TEXTS);
		await saveAnnotations(database, [annotation('b')], new Map([['e1', 'other']]));
		expect(await readSnapshots(database, ['e1', 'e2', 'e3'])).toEqual(new Map([['e1', 'One two']]));
	});

	test('is kept of a place made by hand too', async () => {
		const placed = annotation('a', { targets: [target('e1'), target('e2', at(5))] });
		await saveAnnotations(database, [placed], TEXTS);
		expect(await texts()).toEqual(['e1', 'e2']);
	});
});

describe('What a page leaves behind as it goes away', () => {
	test('is found at once, and merged with the others', async () => {
		await saveAnnotations(database, [annotation('a')]);
		const left = withChanges(annotation('a'), { note: 'left' }, at(4));
		await saveBeforeUnload(database, [left, annotation('b')], TEXTS);
		const other = withChanges(annotation('a'), { tags: ['t'] }, at(5));
		await saveAnnotations(database, [other]);
		expect((await readAnnotations(database)).unmerged).toBe(2);
		await mergeUnmerged(database, Date.now());
		const found = await readAnnotations(database);
		expect(found.unmerged).toBe(0);
		expect(found.annotations.map(({ id }) => id)).toEqual(['a', 'b']);
		expect(found.annotations[0].fields).toMatchObject({
			note: { value: 'left' },
			tags: { value: ['t'] }
		});
		expect(await texts()).toEqual(['e1']);
	});

	test('is on its way before anything is waited for', async () => {
		await all();
		const commit = vi.spyOn(IDBTransaction.prototype, 'commit');
		const leaving = saveBeforeUnload(database, [annotation('a')], TEXTS);
		// Microtasks only: no answer of the database is needed.
		for (let i = 0; i < 10; i++) await Promise.resolve();
		expect(commit).toHaveBeenCalledOnce();
		await leaving;
	});

	test('by a newer version is left to it', async () => {
		const drawing = annotation('a', { kind: 'drawing' as never });
		await saveBeforeUnload(database, [drawing, annotation('b')], TEXTS);
		await mergeUnmerged(database, Date.now());
		const left = await database.read(['unmerged'], (tx) => tx.objectStore('unmerged').getAll());
		expect(left).toEqual([drawing]);
		expect(await all()).toEqual([annotation('b')]);
	});
});

describe('What was deleted', () => {
	const DAY = 24 * 60 * 60 * 1000;
	const deleted = (id: string, day: number, edition: string) =>
		withDeleted(
			annotation(id, {
				targets: [target(edition)],
				fields: { note: { value: 'secret', at: at(1) } },
				history: [{ value: 'older', at: at(0) }]
			}),
			true,
			at(day * DAY)
		);

	/** Saves what is deleted, on the day of its deletion. */
	const save = (one: Annotation, day: number) =>
		saveAnnotations(database, [one], TEXTS, { now: day * DAY });
	const purge = (day: number) => purgeAt(database, day * DAY);
	const trash = async () => (await all()).filter((one) => isDeleted(one) && one.targets.length > 0);

	test('is a tombstone after 30 days, without its content, and its text goes', async () => {
		const [old, fresh] = [deleted('old', 1, 'e1'), deleted('fresh', 5, 'e2')];
		await save(old, 1);
		await save(fresh, 5);
		const tombstones = await purge(TRASH_DAYS + 4);
		const { id, v, kind, created, fields } = old;
		const tombstone = { id, v, kind, created, targets: [], fields: { deleted: fields.deleted } };
		expect(tombstones).toEqual([tombstone]);
		expect(JSON.stringify(await raw('old'))).not.toMatch(/secret|older|One/);
		expect(await all()).toEqual([fresh, tombstone].sort((a, b) => (a.id < b.id ? -1 : 1)));
		expect(await texts()).toEqual(['e2']);
	});

	test('is seen by other tabs as it goes', async () => {
		await save(deleted('old', 1, 'e1'), 1);
		const { last } = await readAnnotations(database);
		await purge(TRASH_DAYS + 4);
		expect((await readAnnotations(database, last)).annotations).toHaveLength(1);
		expect(await purge(TRASH_DAYS + 4)).toEqual([]);
	});

	test('takes no text away that another annotation needs, or one left behind', async () => {
		await save(deleted('old', 1, 'e1'), 1);
		await saveAnnotations(database, [annotation('a')], TEXTS);
		await saveBeforeUnload(database, [annotation('b', { targets: [target('e2')] })], TEXTS);
		await purge(TRASH_DAYS + 4);
		expect(await texts()).toEqual(['e1', 'e2']);
	});

	test('stays for 30 days more when it is deleted again', async () => {
		const old = deleted('old', 1, 'e1');
		await save(old, 1);
		const restored = withDeleted(old, false, at(20 * DAY));
		await save(restored, 20);
		await save(withDeleted(restored, true, at(25 * DAY)), 25);
		expect(await purge(TRASH_DAYS + 4)).toEqual([]);
		expect(await purge(TRASH_DAYS + 26)).toHaveLength(1);
	});

	test.each([
		['of 2080', 40_000],
		['of 1970', 0]
	])('elsewhere, by a clock %s, stays for 30 days from when it came here', async (_, stamped) => {
		// As an import writes it, or an older version: nothing is known of it.
		await putRaw({ ...deleted('old', stamped, 'e1'), saved: 1 });
		expect(await purge(20_000)).toEqual([]);
		expect(await purge(20_000 + TRASH_DAYS)).toEqual([]);
		expect(await purge(20_001 + TRASH_DAYS)).toHaveLength(1);
	});

	test('stays when a clock is set ahead by mistake', async () => {
		await save(deleted('old', 20_000, 'e1'), 20_000);
		expect(await purge(40_000)).toEqual([]);
		expect(await purge(20_001)).toEqual([]);
		expect(await trash()).toHaveLength(1);
	});

	test('keeps its content where it was edited meanwhile', async () => {
		const old = deleted('old', 1, 'e1');
		await save(old, 1);
		const shown = await trash();
		await save(withChanges(old, { colour: 'pink' }, at(2 * DAY)), 2);
		expect(await purgeTrash(database, shown, (TRASH_DAYS + 4) * DAY)).toEqual([]);
		expect((await all())[0].fields.note?.value).toBe('secret');
	});
});

/** What each version added to the database, as the builds of that version made it. */
const ADDED: ((store: IDBPDatabase) => void)[] = [
	(store) => {
		store.createObjectStore('preferences');
		store.createObjectStore('positions');
	},
	(store) => {
		store.createObjectStore('annotations', { keyPath: 'id' }).createIndex('saved', 'saved');
		store.createObjectStore('unmerged', { autoIncrement: true });
		store.createObjectStore('snapshots', { keyPath: 'edition' });
	},
	(store) => void store.createObjectStore('deletions', { keyPath: 'id' }),
	(store) => {
		store.createObjectStore('works', { keyPath: 'slug' });
		store.createObjectStore('chapters', { keyPath: ['work', 'slug'] });
		store.createObjectStore('files', { keyPath: ['work', 'path'] });
	}
];

describe.each(ADDED.map((_, index) => index + 1))('A database of version %i', (version) => {
	test('keeps what it has, and gets all that came since', async () => {
		const older = await openDB(NAME, version, {
			upgrade: (store) => ADDED.slice(0, version).forEach((add) => add(store))
		});
		await older.put('positions', { v: 1 }, 'w/c');
		const hadAnnotations = older.objectStoreNames.contains('annotations');
		if (hadAnnotations) {
			await older.put('annotations', { ...annotation('b'), saved: 1 });
			await older.put('snapshots', { edition: 'e1', text: TEXTS.get('e1'), v: 1 });
		}
		older.close();
		await saveAnnotations(database, [annotation('a')], TEXTS);
		await saveOwnWork(database, wholeWork('own-a', ['One.']));
		expect(await all()).toEqual(
			['a', ...(hadAnnotations ? ['b'] : [])].map((id) => annotation(id))
		);
		expect(await texts()).toEqual(['e1']);
		expect(
			await database.read(['positions'], (tx) => tx.objectStore('positions').get('w/c'))
		).toEqual({ v: 1 });
		expect(await readOwnWorks(database)).toHaveLength(1);
	});
});

test('No version before the one of now is left out of these', () => {
	expect(ADDED).toHaveLength(VERSION - 1);
});

test('A read that fails throws', async () => {
	vi.spyOn(indexedDB, 'open').mockImplementation(() => {
		throw new DOMException('no', 'UnknownError');
	});
	await expect(readAnnotations(database)).rejects.toThrow(StorageError);
});
