import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Annotation } from '$lib/core/annotation/annotation';
import { withDeleted } from '$lib/core/annotation/edit';
import {
	readAnnotations,
	readInOrder,
	saveAnnotations,
	saveBeforeUnload
} from '$lib/storage/annotations';
import { Database } from '$lib/storage/database';
import { sortRecords } from '$lib/storage/maintenance';
import { annotation, at, target } from './fixtures';

const NAME = 'postil/test';
let database: Database;

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
	database = new Database(NAME);
});

afterEach(() => {
	vi.restoreAllMocks();
	database.close();
});

const ONE = { work: 'w', chapter: 'one' };
const TWO = { work: 'w', chapter: 'two' };

/** An annotation in a chapter, at an offset. */
function inChapter(id: string, chapter: typeof ONE, start: number): Annotation {
	return annotation(id, { targets: [{ ...target('e1'), ...chapter, start, end: start + 3 }] });
}

const idsOf = (annotations: readonly Annotation[]) => annotations.map(({ id }) => id);
const idsInOrder = async (chapters: (typeof ONE)[], limit?: number) =>
	idsOf(await readInOrder(database, chapters, limit));

describe('Annotations in the order of the texts', () => {
	test.each([
		{ of: 'a chapter come by where they begin', chapters: [ONE], expected: ['b', 'd', 'a'] },
		{
			of: 'chapters come as those are named',
			chapters: [TWO, ONE],
			expected: ['c', 'b', 'd', 'a']
		},
		{ of: 'chapters are the first ones', chapters: [TWO, ONE], limit: 2, expected: ['c', 'b'] },
		{ of: 'a chapter without any are none', chapters: [{ work: 'w', chapter: 'on' }], expected: [] }
	])('$of', async ({ chapters, limit, expected }) => {
		await saveAnnotations(database, [
			inChapter('a', ONE, 90),
			inChapter('b', ONE, 4),
			inChapter('c', TWO, 0),
			inChapter('d', ONE, 4)
		]);
		expect(await idsInOrder(chapters, limit)).toEqual(expected);
	});

	test('are read in parts, and none is left out where many begin together', async () => {
		const many = Array.from({ length: 1203 }, (_, n) => inChapter(`n${n}`, ONE, n % 3));
		await saveAnnotations(database, many);
		expect(new Set(await idsInOrder([ONE]))).toEqual(new Set(idsOf(many)));
	});

	test('follow where one was placed last, and leave out deleted ones', async () => {
		const moved = inChapter('a', ONE, 90);
		await saveAnnotations(database, [moved, inChapter('b', ONE, 4), inChapter('c', ONE, 5)]);
		const [{ targets }] = [inChapter('a', ONE, 1)];
		await saveAnnotations(database, [
			{ ...moved, targets: [...moved.targets, { ...targets[0], at: at(9) }] },
			withDeleted(inChapter('c', ONE, 5), true, at(9))
		]);
		expect(await idsInOrder([ONE])).toEqual(['a', 'b']);
	});

	test('have what a page wrote as it was unloaded', async () => {
		await saveBeforeUnload(database, [inChapter('a', ONE, 0), inChapter('b', TWO, 0)], new Map());
		expect(await idsInOrder([ONE])).toEqual(['a']);
	});

	test('are read without those of other chapters', async () => {
		const others = Array.from({ length: 2000 }, (_, n) => inChapter(`n${n}`, TWO, n));
		await saveAnnotations(database, [...others, inChapter('a', ONE, 0)]);
		const read: unknown[] = [];
		const getAll = IDBIndex.prototype.getAll;
		vi.spyOn(IDBIndex.prototype, 'getAll').mockImplementation(function (this: IDBIndex, ...args) {
			const request = getAll.apply(this, args);
			request.addEventListener('success', () => read.push(...request.result));
			return request;
		});
		expect(await idsInOrder([ONE])).toEqual(['a']);
		expect(read).toHaveLength(1);
	});
});

describe('A database of the version before the index', () => {
	const damaged = { id: 'damaged', saved: 3 };
	const unknown = { ...inChapter('b', ONE, 2), later: 'kept', saved: 2 };

	beforeEach(async () => {
		const old = await openDB(NAME, 4, {
			upgrade(db) {
				db.createObjectStore('preferences');
				db.createObjectStore('positions');
				const annotations = db.createObjectStore('annotations', { keyPath: 'id' });
				annotations.createIndex('saved', 'saved');
				db.createObjectStore('unmerged', { autoIncrement: true });
				db.createObjectStore('snapshots', { keyPath: 'edition' });
				db.createObjectStore('deletions', { keyPath: 'id' });
				db.createObjectStore('works', { keyPath: 'slug' });
				db.createObjectStore('chapters', { keyPath: ['work', 'slug'] });
				db.createObjectStore('files', { keyPath: ['work', 'path'] });
			}
		});
		await old.put('annotations', { ...inChapter('a', ONE, 7), saved: 1 });
		await old.put('annotations', unknown);
		await old.put('annotations', damaged);
		old.close();
	});

	const records = () =>
		database.read(['annotations'], (tx) => tx.objectStore('annotations').getAll());

	test('gives all its annotations, and says which have no key', async () => {
		const { annotations, unsorted, unreadable } = await readAnnotations(database);
		expect(idsOf(annotations)).toEqual(['a', 'b']);
		expect(unsorted).toEqual(['a', 'b']);
		expect(unreadable).toEqual([damaged]);
	});

	test('has them in order once they have their keys, and nothing else of them is changed', async () => {
		const before = await records();
		await sortRecords(database, (await readAnnotations(database)).unsorted);
		expect(await idsInOrder([ONE])).toEqual(['b', 'a']);
		expect((await readAnnotations(database)).unsorted).toEqual([]);
		const after = await records();
		expect(after.map(({ sortKey: _, ...rest }) => rest)).toEqual(before);
	});

	test('and an older version that writes again is followed', async () => {
		await sortRecords(database, ['a', 'b']);
		// It keeps what it does not know, so the key is the one of before.
		await database.write(['annotations'], (tx) =>
			tx.objectStore('annotations').put({
				...inChapter('a', ONE, 1),
				saved: 4,
				sortKey: [ONE.work, ONE.chapter, 7, 'a']
			})
		);
		const { annotations, unsorted } = await readAnnotations(database);
		expect(unsorted).toEqual(['a']);
		expect(annotations.every((one) => !('sortKey' in one))).toBe(true);
	});
});
