import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Annotation } from '$lib/core/annotation/annotation';
import { DEFAULT_APPEARANCE } from '$lib/core/reading/appearance';
import { undoImport, type ImportUndo } from '$lib/core/importing/undo-import';
import { merge } from '$lib/core/annotation/merge';
import { readAnnotations, saveAnnotations } from '$lib/storage/annotations';
import { Database } from '$lib/storage/database';
import { readEverything } from '$lib/storage/read-everything';
import { saveReadingPosition } from '$lib/storage/reading-positions';
import { saveAppearance } from '$lib/storage/preferences';
import { readImportUndo, readLastImport } from '$lib/storage/import-copy';
import { saveImport, saveImportUndone } from '$lib/storage/imports';
import { readOwnChapters, readOwnWorks, saveOwnWork } from '$lib/storage/own-works/own-works';
import { ownChapter, ownWork, summariesOf } from '../core/own-works/made';
import { annotation, at, fillDisk, LAST_IMPORT, target } from './fixtures';

afterEach(() => vi.restoreAllMocks());

let count = 0;
const open = () => new Database(`imports-${count++}`);

const position = (progress: number) => ({
	v: 1 as const,
	target: target('e1'),
	progress,
	paragraph: 1,
	at: '2026-11-24T10:00:00.000Z'
});
const WRITE = {
	annotations: [
		annotation('new'),
		annotation('known', { fields: { note: { value: 'theirs', at: at(5) } } })
	],
	snapshots: [{ edition: 'e1', text: 'One two', v: 1 as const }],
	positions: [position(0.5)],
	preferences: { appearance: { theme: 'sepia' } }
};
const UNDO = {
	annotations: [],
	positions: [{ before: null, written: position(0.5) }],
	preferences: [{ name: 'appearance', before: undefined, written: { theme: 'sepia' } }]
};
/** All that is stored, its parts put together. */
async function findEverything(database: Database) {
	const all: Annotation[] = [];
	const rest = await readEverything(database, (part) => all.push(...part));
	return { ...rest, annotations: merge(all, []) };
}

/** The whole copy of what an import replaced, and in how many parts it came. */
async function findCopy(database: Database) {
	const parts: ImportUndo['annotations'][] = [];
	const rest = await readImportUndo(database, LAST_IMPORT.at, (part) => parts.push(part));
	return rest && { ...rest, annotations: parts.flat(), parts: parts.length };
}

const control = (signal = new AbortController().signal) => ({ signal, progress: vi.fn() });

describe('An import', () => {
	test('is written whole, each annotation merged with what is there', async () => {
		const database = open();
		await saveAnnotations(database, [annotation('known')]);
		const watched = control();
		await saveImport(database, WRITE, UNDO, LAST_IMPORT, watched);
		const { annotations, snapshots, positions, preferences } = await findEverything(database);
		expect(
			annotations.map(({ id, fields }) => [id, fields.note?.value, fields.colour?.value])
		).toEqual([
			['known', 'theirs', 'yellow'],
			['new', undefined, 'yellow']
		]);
		expect([...snapshots]).toEqual([['e1', 'One two']]);
		expect(positions).toEqual([position(0.5)]);
		expect(preferences).toEqual({ appearance: { theme: 'sepia' } });
		expect(await readLastImport(database)).toEqual(LAST_IMPORT);
		expect(watched.progress).toHaveBeenLastCalledWith(2, 2);
	});

	test('is seen by who reads what was written since', async () => {
		const database = open();
		await saveAnnotations(database, [annotation('known')]);
		const { last } = await readAnnotations(database);
		await saveImport(database, WRITE, UNDO, LAST_IMPORT, control());
		const found = await readAnnotations(database, last);
		expect(found.annotations.map(({ id }) => id).sort()).toEqual(['known', 'new']);
	});

	test('leaves where the reader is, and what they chose, since it was planned', async () => {
		const database = open();
		await saveReadingPosition(database, position(0.9));
		await saveAppearance(database, { ...DEFAULT_APPEARANCE, theme: 'black' });
		await saveImport(database, WRITE, UNDO, LAST_IMPORT, control());
		const { positions, preferences } = await findEverything(database);
		expect(positions).toEqual([position(0.9)]);
		expect(preferences).toMatchObject({ appearance: { theme: 'black' } });
		expect(await findCopy(database)).toMatchObject({ positions: [], preferences: [] });
	});

	test('is not taken back in the place of a later one', async () => {
		const database = open();
		await saveImport(database, WRITE, UNDO, LAST_IMPORT, control());
		const later = { ...LAST_IMPORT, at: '2026-11-24T11:00:00.000Z' };
		await saveImport(database, { ...WRITE, annotations: [] }, UNDO, later, control());
		expect(await findCopy(database)).toBeNull();
		const nothing = { annotations: [], positions: [], preferences: [] };
		await expect(
			saveImportUndone(database, nothing, LAST_IMPORT.at, control())
		).rejects.toMatchObject({
			cause: { name: 'ImportCancelled' }
		});
		expect(await readLastImport(database)).toEqual(later);
	});

	test('that is ended writes nothing', async () => {
		const database = open();
		const ending = new AbortController();
		const ended = saveImport(database, WRITE, UNDO, LAST_IMPORT, {
			signal: ending.signal,
			progress: () => ending.abort()
		});
		await expect(ended).rejects.toMatchObject({ cause: { name: 'ImportCancelled' } });
		expect(await readLastImport(database)).toBeNull();
		expect((await findEverything(database)).annotations).toEqual([]);
	});

	test('for which there is no room writes nothing, and says so', async () => {
		const database = open();
		await saveAnnotations(database, [annotation('known')]);
		fillDisk();
		await expect(saveImport(database, WRITE, UNDO, LAST_IMPORT, control())).rejects.toMatchObject({
			name: 'StorageError',
			cause: { name: 'QuotaExceededError' }
		});
		vi.restoreAllMocks();
		expect(await readLastImport(database)).toBeNull();
		expect((await findEverything(database)).annotations).toEqual([annotation('known')]);
	});

	test('is taken back by the copy of what it replaced', async () => {
		const database = open();
		await saveAnnotations(database, [annotation('known')]);
		await saveImport(database, WRITE, UNDO, LAST_IMPORT, control());
		const { annotations, positions, preferences } = await findEverything(database);
		const byId = new Map(annotations.map((one) => [one.id, one]));
		const undo = (await findCopy(database))!;
		const write = undoImport(undo, { annotations: byId, positions, preferences }, at(9));
		await saveImportUndone(database, write, LAST_IMPORT.at, control());
		const after = await findEverything(database);
		expect(
			after.annotations.map(({ id, fields }) => [id, fields.note?.value, fields.deleted?.value])
		).toEqual([
			['known', '', undefined],
			['new', undefined, true]
		]);
		expect([after.positions, after.preferences]).toEqual([[], {}]);
		expect(await findCopy(database)).toBeNull();
	});

	test('whose undoing was planned before the reader read on, or chose, leaves that as it is', async () => {
		const database = open();
		await saveImport(database, WRITE, UNDO, LAST_IMPORT, control());
		const { annotations, positions, preferences } = await findEverything(database);
		const byId = new Map(annotations.map((one) => [one.id, one]));
		const undo = (await findCopy(database))!;
		const write = undoImport(undo, { annotations: byId, positions, preferences }, at(9));
		await saveReadingPosition(database, position(0.9)); // in another tab
		await saveAppearance(database, DEFAULT_APPEARANCE);
		await saveImportUndone(database, write, LAST_IMPORT.at, control());
		const after = await findEverything(database);
		expect([after.positions, after.preferences]).toEqual([
			[position(0.9)],
			{ appearance: DEFAULT_APPEARANCE }
		]);
	});

	test('takes its works back when it is undone, and leaves them when that fails', async () => {
		const database = open();
		const chapters = [ownChapter('own-a', '1-c', 'One two.')];
		const work = ownWork('own-a', { chapters: summariesOf(chapters) });
		await saveOwnWork(database, { work, chapters, files: [] });
		const imported = { ...LAST_IMPORT, works: ['own-a'] };
		await saveImport(database, WRITE, UNDO, imported, control());
		const nothing = { annotations: [], positions: [], preferences: [] };
		const ended = control(AbortSignal.abort());
		await expect(saveImportUndone(database, nothing, imported.at, ended)).rejects.toThrow();
		expect(await readOwnChapters(database, 'own-a')).toEqual(chapters);
		await saveImportUndone(database, nothing, imported.at, control());
		expect(await readOwnChapters(database, 'own-a')).toEqual([]);
		// Its record stays: the reader may have made marks in it since.
		expect(await readOwnWorks(database)).toMatchObject([{ removed: expect.any(String) }]);
	});

	test('of many is read, written and copied in parts, and takes the place of the one before', async () => {
		const database = open();
		const many = Array.from({ length: 1234 }, (_, n) => annotation(`a${n}`));
		const all = { ...WRITE, annotations: many };
		await saveImport(database, all, UNDO, LAST_IMPORT, control());
		const copy = (await findCopy(database))!;
		expect(copy.parts).toBeGreaterThan(5);
		expect(copy.annotations).toHaveLength(many.length);
		expect(new Set(copy.annotations.map(({ before }) => before))).toEqual(new Set([null]));
		const { last } = await readAnnotations(database);
		expect(last).toBe(many.length);
		expect((await readAnnotations(database, last - 1100)).annotations).toHaveLength(1100);
		const parts: Annotation[][] = [];
		await readEverything(database, (part) => parts.push(part));
		expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(1000);
		expect(merge(parts.flat(), [])).toEqual(merge(many, []));

		await saveImport(database, WRITE, UNDO, LAST_IMPORT, control());
		const after = (await findCopy(database))!;
		expect(after.annotations.map(({ written }) => written.id)).toEqual(['new', 'known']);
	});
});
