import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { StorageError } from '$lib/core/app/storage-error';
import type { ReadingPosition } from '$lib/core/reading/reading-position';
import { ReadingPositions } from '$lib/state/reading/reading-positions.svelte';
import { Database } from '$lib/storage/database';
import { saveReadingPosition } from '$lib/storage/reading-positions';
import { dropDatabase, NAME, watched } from '../fixtures.svelte';

let database: Database;
let positions: ReadingPositions;

beforeEach(() => {
	database = new Database(NAME);
	positions = new ReadingPositions(database, '');
});

afterEach(async () => {
	vi.restoreAllMocks();
	await dropDatabase(database);
});

function position(work: string, chapter: string, progress: number, at: string): ReadingPosition {
	const quote = { exact: 'a', prefix: '', suffix: '' };
	const where = { start: 0, end: 1, blocks: ['p1', 'p1'] as [string, string], quote };
	return {
		v: 1,
		target: { work, chapter, edition: 'e', norm: 1, ...where },
		progress,
		paragraph: 1,
		at
	};
}

const head = (slug: string) => ({ slug, title: slug, number: null, minutes: 10 });
const BOOK = { slug: 'book', chapters: [head('one'), head('two')] };

describe('ReadingPositions', () => {
	test('are none before they are read, and shown then', async () => {
		await saveReadingPosition(database, position('book', 'two', 0.5, '2026-01-01'));
		const counts = watched(() => positions.count);
		await positions.load();
		flushSync();
		expect(counts).toEqual([0, 1]);
	});

	test('are found by work and chapter', async () => {
		await saveReadingPosition(database, position('book', 'one', 0.5, '2026-01-01'));
		await saveReadingPosition(database, position('other', 'two', 0.1, '2026-01-01'));
		await positions.load();
		expect(positions.in('book', 'one')?.progress).toBe(0.5);
		expect(positions.in('book', 'two')).toBeNull();
		expect(positions.in('other', 'one')).toBeNull();
	});

	test('tell how far a work is read, by the chapter read last in it', async () => {
		await saveReadingPosition(database, position('book', 'two', 0.9, '2026-01-01'));
		await saveReadingPosition(database, position('book', 'one', 0.5, '2026-01-02'));
		await saveReadingPosition(database, position('other', 'two', 0.1, '2026-01-03'));
		await positions.load();
		expect(positions.progressIn(BOOK)).toEqual({
			chapter: 'one',
			share: 0.25,
			minutesLeft: 15,
			at: '2026-01-02'
		});
		expect(positions.progressIn({ ...BOOK, slug: 'unread' })).toBeNull();
	});

	test('are none when the database could never be read', async () => {
		vi.spyOn(database, 'read').mockRejectedValue(new StorageError('lost'));
		await positions.load();
		expect([positions.loaded, positions.count]).toEqual([true, 0]);
	});

	test('stay when the database cannot be read once more', async () => {
		await saveReadingPosition(database, position('book', 'one', 0.5, '2026-01-01'));
		await positions.load();
		vi.spyOn(database, 'read').mockRejectedValue(new StorageError('lost'));
		await positions.load();
		expect(positions.progressIn(BOOK)?.share).toBe(0.25);
	});
});

describe('The position to return to', () => {
	const older = position('book', 'one', 0.1, '2026-01-01');
	const newer = position('book', 'one', 0.9, '2026-01-02');

	test.each([
		['what is stored, without a mirror', older, null, older],
		['the newer of the two: the mirror', older, { position: newer, own: false }, newer],
		['the newer of the two: what is stored', newer, { position: older, own: false }, newer],
		['what a reloaded tab mirrored itself', newer, { position: older, own: true }, older],
		['none, when the chapter was never read', null, null, null]
	])('is %s', async (_, stored, mirror, expected) => {
		if (stored) await saveReadingPosition(database, stored);
		expect(await positions.latest('book', 'one', mirror)).toEqual(expected);
	});

	test.each([
		['the mirror', { position: older, own: false }, older],
		['unknown, without one', null, undefined]
	])('is %s when the database cannot be read', async (_, mirror, expected) => {
		vi.spyOn(database, 'read').mockRejectedValue(new StorageError('lost'));
		expect(await positions.latest('book', 'one', mirror)).toEqual(expected);
	});

	test('is saved in the database, and mirrored for its page', async () => {
		const path = '/book/one/';
		onTestFinished(() => localStorage.removeItem(`postil:position:${path}`));
		onTestFinished(() => sessionStorage.removeItem(`postil:position:${path}`));
		expect(positions.mirrorOf(path)).toBeNull();
		const mirror = { place: null, y: 0, width: 400, edition: 'e', away: false, position: newer };
		await positions.save(path, mirror);
		expect(positions.mirrorOf(path)).toMatchObject(mirror);
		expect(await positions.latest('book', 'one', null)).toEqual(newer);
	});
});
