import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ReadingPosition } from '$lib/core/reading/reading-position';
import { Database } from '$lib/storage/database';
import {
	readAllReadingPositions,
	readReadingPosition,
	saveReadingPosition
} from '$lib/storage/reading-positions';

let database: Database;

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
	database = new Database('postil');
});

function position(work: string, chapter: string, progress: number): ReadingPosition {
	return {
		v: 1,
		target: {
			work,
			chapter,
			edition: 'e8ad709cf61b2d2d73167cee0f9d8ea4',
			norm: 1,
			start: 10,
			end: 20,
			blocks: ['p1', 'p1'],
			quote: { exact: 'ten letter', prefix: '', suffix: '' }
		},
		progress,
		paragraph: 1,
		at: '2026-01-01T00:00:00.000Z'
	};
}

describe('A position', () => {
	test('is none in a chapter that was never read', async () => {
		await saveReadingPosition(database, position('my-life', '43-the-exile', 0.5));
		expect(await readReadingPosition(database, 'my-life', '44-the-deportation')).toBeNull();
		expect(await readReadingPosition(database, 'another-life', '43-the-exile')).toBeNull();
	});

	test('comes back whole, also to the next visit', async () => {
		await saveReadingPosition(database, position('my-life', '43-the-exile', 0.5));
		database.close();
		expect(await readReadingPosition(new Database('postil'), 'my-life', '43-the-exile')).toEqual(
			position('my-life', '43-the-exile', 0.5)
		);
	});

	test('takes the place of the one before it, and of no other', async () => {
		await saveReadingPosition(database, position('my-life', '43-the-exile', 0.5));
		await saveReadingPosition(database, position('my-life', '44-the-deportation', 0.1));
		await saveReadingPosition(database, position('my-life', '43-the-exile', 0.75));
		const all = await readAllReadingPositions(database);
		expect(all.map(({ target, progress }) => [target.chapter, progress]).sort()).toEqual([
			['43-the-exile', 0.75],
			['44-the-deportation', 0.1]
		]);
	});

	test('keeps what a newer build put into it', async () => {
		const newer = { ...position('my-life', '43-the-exile', 0.5), mood: 'grave' };
		await saveReadingPosition(database, newer);
		expect(await readReadingPosition(database, 'my-life', '43-the-exile')).toEqual(newer);
	});
});
