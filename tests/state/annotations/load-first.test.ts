import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StorageError } from '$lib/core/app/storage-error';
import { Annotations } from '$lib/state/annotations/annotations.svelte';
import { saveAnnotations } from '$lib/storage/annotations';
import { Database } from '$lib/storage/database';
import { dropDatabase } from '../fixtures.svelte';
import { chapter, FIRST, openTab, rangeOf } from './marks';

const SPRING = rangeOf(FIRST, 'in the spring');
const ELSEWHERE = { ...chapter('e2', 'Another text.'), chapter: 'two' };

let database: Database;
let tab: Annotations;

beforeEach(() => {
	({ tab, database } = openTab('here'));
});

afterEach(async () => {
	vi.restoreAllMocks();
	await dropDatabase(database);
});

/** Saves this many in the chapter and this many in another one, and comes back. */
async function makeMany(here: number, elsewhere: number) {
	const another = openTab('there');
	const make = (count: number, of: typeof FIRST, range = { start: 0, end: 7 }) =>
		Array.from({ length: count }, () => another.tab.blank('highlight', range, of));
	await saveAnnotations(another.database, [
		...make(here, FIRST, SPRING),
		...make(elsewhere, ELSEWHERE)
	]);
}

/** Counts the annotations that are read out of the database from now on. */
function countReads() {
	const counted = { records: 0 };
	for (const { prototype } of [IDBObjectStore, IDBIndex]) {
		const getAll = prototype.getAll;
		vi.spyOn(prototype, 'getAll').mockImplementation(function (this: IDBIndex, ...args) {
			const request = getAll.apply(this, args as never);
			const store = this.objectStore?.name ?? this.name;
			request.addEventListener('success', () => {
				if (store === 'annotations') counted.records += request.result.length;
			});
			return request;
		});
	}
	return counted;
}

test('The open chapter’s annotations are shown when they alone are read', async () => {
	await makeMany(100, 1500);
	const reads = countReads();
	void tab.loadFirst([FIRST]);
	await tab.open(FIRST);
	expect(reads.records).toBe(100);
	expect(tab.inChapter('book', 'one')).toHaveLength(100);
	expect(tab.inChapter('book', 'one').every(({ id }) => tab.placeOf(id))).toBe(true);
	expect(tab.loaded).toBe(false);
});

test('All are read once, by whoever asks', async () => {
	await makeMany(3, 1500);
	await tab.loadFirst([FIRST]);
	const reads = countReads();
	await Promise.all([tab.loadOnce(), tab.loadOnce(), tab.loadFirst([ELSEWHERE])]);
	await tab.loadOnce();
	expect(reads.records).toBe(1503);
	expect(tab.live).toHaveLength(1503);
	expect(tab.loaded).toBe(true);
});

test('The first ones are as many as the screen shows', async () => {
	await makeMany(100, 100);
	const reads = countReads();
	await tab.loadFirst([ELSEWHERE, FIRST], 24);
	expect(reads.records).toBe(24);
	expect(tab.live.map(({ targets }) => targets[0].chapter)).toEqual(Array(24).fill('two'));
});

test('All are read also when the first ones could not be', async () => {
	await makeMany(2, 0);
	vi.spyOn(database, 'read').mockRejectedValueOnce(new StorageError('failed'));
	await tab.loadFirst([FIRST]);
	expect([tab.live.length, tab.failure]).toEqual([0, null]);
	await tab.loadOnce();
	expect(tab.live).toHaveLength(2);
});

test('What the reader makes before all are read stays, and is written', async () => {
	await makeMany(1, 1);
	await tab.loadFirst([FIRST]);
	const [{ id }] = tab.inChapter('book', 'one');
	tab.change(id, { colour: 'pink' });
	const made = tab.create('highlight', SPRING, FIRST, { colour: 'blue' });
	await tab.loadOnce();
	await tab.save();
	const { tab: later } = openTab('later');
	await later.load();
	expect(later.get(id)?.fields.colour?.value).toBe('pink');
	expect(later.get(made)?.fields.colour?.value).toBe('blue');
	expect(later.live).toHaveLength(3);
});

test('Annotations that an older version wrote are in their chapter from the next visit on', async () => {
	await makeMany(2, 0);
	await database.update(['annotations'], async (tx) => {
		const store = tx.objectStore('annotations');
		for (const { sortKey: _, ...record } of await store.getAll()) await store.put(record);
	});
	await tab.loadFirst([FIRST]);
	expect(tab.live).toHaveLength(0);
	await tab.loadOnce();
	expect(tab.live).toHaveLength(2);
	await expect
		.poll(async () => {
			const { tab: next } = openTab('next');
			await next.loadFirst([FIRST]);
			return next.live.length;
		})
		.toBe(2);
});
