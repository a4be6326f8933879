import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Database } from '$lib/storage/database';
import {
	BOOK_FILE,
	changeOwnWork,
	readOwnChapter,
	readOwnChapters,
	readOwnFile,
	readOwnWorks,
	removeOwnWork,
	saveOwnWork
} from '$lib/storage/own-works/own-works';
import { wholeWork } from './made';

let database: Database;
let count = 0;

beforeEach(() => {
	database = new Database(`own-works-${++count}`);
});

afterEach(() => {
	vi.restoreAllMocks();
	database.close();
});

const textsOf = async (slug: string) =>
	(await readOwnChapters(database, slug)).map(({ text }) => text);

test('A work comes back with its chapters and its file', async () => {
	const whole = wholeWork('own-a', ['One.', 'Two.']);
	await saveOwnWork(database, whole);
	await saveOwnWork(database, wholeWork('own-b', ['Three.']));
	expect(await readOwnWorks(database)).toContainEqual(whole.work);
	expect(await readOwnChapter(database, 'own-a', '2-c')).toEqual(whole.chapters[1]);
	expect(await textsOf('own-a')).toEqual(['One.', 'Two.']);
	expect(await readOwnFile(database, 'own-a', BOOK_FILE)).not.toBeNull();
	expect(await readOwnChapter(database, 'own-a', '9-c')).toBeNull();
	expect(await readOwnFile(database, 'own-a', 'images/a.png')).toBeNull();
});

test('A newer file takes the place of the older, but not of what the reader put right', async () => {
	await saveOwnWork(database, wholeWork('own-a', ['One.', 'Two.', 'Three.']));
	await changeOwnWork(database, 'own-a', { title: 'Right' });
	const [updated, title] = ['2027-01-01T00:00:00.000Z', 'Wrong again'];
	const newer = wholeWork('own-a', ['One!'], { updated, added: updated, title });
	const saved = await saveOwnWork(database, newer);
	expect(saved).toMatchObject({ title: 'Right', added: '2026-11-27T10:00:00.000Z', updated });
	expect(await readOwnWorks(database)).toEqual([saved]);
	expect(await textsOf('own-a')).toEqual(['One!']);
});

test.each(['chapters', 'files', 'works'])(
	'When the disk is full at the %s, all is as it was',
	async (store) => {
		const older = wholeWork('own-a', ['One.', 'Two.']);
		await saveOwnWork(database, older);
		const put = IDBObjectStore.prototype.put;
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
			this: IDBObjectStore,
			...args
		) {
			if (this.name === store) throw new DOMException('full', 'QuotaExceededError');
			return put.apply(this, args);
		});
		const newer = wholeWork('own-a', ['Three.', 'Four.', 'Five.']);
		await expect(saveOwnWork(database, newer)).rejects.toThrow('full');
		vi.restoreAllMocks();
		expect(await readOwnWorks(database)).toEqual([older.work]);
		expect(await textsOf('own-a')).toEqual(['One.', 'Two.']);
	}
);

test('A work of two thousand chapters is written in parts of one transaction', async () => {
	const texts = Array.from({ length: 2000 }, (_, n) => `Chapter ${n}.`);
	await saveOwnWork(database, wholeWork('own-a', texts));
	expect(await textsOf('own-a')).toHaveLength(2000);
});

test('A work whose marks stay leaves its title; one without leaves nothing', async () => {
	await saveOwnWork(database, wholeWork('own-a', ['One.']));
	await saveOwnWork(database, wholeWork('own-b', ['Two.']));
	const removed = '2026-11-28T10:00:00.000Z';
	await removeOwnWork(database, 'own-a', removed);
	expect(await readOwnWorks(database)).toMatchObject([
		{ slug: 'own-a', title: 'A Book', removed },
		{ slug: 'own-b' }
	]);
	await removeOwnWork(database, 'own-b', null);
	expect(await readOwnWorks(database)).toMatchObject([{ slug: 'own-a' }]);
	expect([...(await textsOf('own-a')), ...(await textsOf('own-b'))]).toEqual([]);
	expect(await readOwnFile(database, 'own-a', BOOK_FILE)).toBeNull();

	const again = await saveOwnWork(database, wholeWork('own-a', ['One.']));
	expect(again.removed).toBeUndefined();
});
