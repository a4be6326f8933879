import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { saveAnnotations } from '$lib/storage/annotations';
import { TRASH_DAYS } from '$lib/core/annotation/trash';
import { Database } from '$lib/storage/database';
import { saveIdentity, hasLost, readWatermark } from '$lib/storage/journal/watermark';
import { annotation, purgeAt } from '../fixtures';

let database: Database;

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
	database = new Database('postil');
});

const at = (last: number, count: number, rebuilt = 0, name = 'd') => ({
	database: name,
	rebuilt,
	last,
	count
});

describe('A watermark', () => {
	test('counts writes and annotations, and names the database once', async () => {
		expect(await readWatermark(database, 'one')).toEqual(at(0, 0, 0, 'one'));
		await saveAnnotations(database, [annotation('a'), annotation('b')]);
		await saveAnnotations(database, [annotation('a')]);
		expect(await readWatermark(database, 'two')).toEqual(at(3, 2, 0, 'one'));
	});

	test('never falls, not even when what was deleted is purged', async () => {
		await saveAnnotations(
			database,
			[annotation('a', { fields: { deleted: { value: true, at: '0000000000001-0000-a' } } })],
			new Map(),
			{ now: 0 }
		);
		const before = await readWatermark(database, 'one');
		expect(await purgeAt(database, (TRASH_DAYS + 1) * 24 * 60 * 60 * 1000)).toHaveLength(1);
		expect(hasLost(await readWatermark(database, 'one'), before)).toBe(false);
	});

	test('goes on from where a lost database was', async () => {
		await saveAnnotations(database, [annotation('a')], new Map(), { from: 40 });
		await saveIdentity(database, { database: 'old', rebuilt: 1 });
		expect(await readWatermark(database, 'one')).toEqual(at(41, 1, 1, 'old'));
	});

	test.each([
		['nothing was known', null, at(0, 0), false],
		['nothing was there', at(0, 0), at(0, 0, 0, 'e'), false],
		['nothing happened', at(5, 3), at(5, 3), false],
		['it went on', at(5, 3), at(9, 4), false],
		['it is another one', at(5, 3), at(9, 4, 0, 'e'), true],
		['writes are gone', at(5, 3), at(4, 3), true],
		['annotations are gone', at(5, 3), at(5, 2), true],
		['it was rebuilt with less', at(5, 3), at(1, 1, 1), false],
		['it is from before it was rebuilt', at(1, 1, 1), at(5, 3), true]
	])('tells a loss: %s', (_, before, now, lost) => {
		expect(hasLost(now, before)).toBe(lost);
	});
});
