import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Annotation } from '$lib/core/annotation/annotation';
import { withDeleted } from '$lib/core/annotation/edit';
import { TRASH_DAYS } from '$lib/core/annotation/trash';
import { undoImport, type ImportUndo } from '$lib/core/importing/undo-import';
import { readAnnotations, saveAnnotations } from '$lib/storage/annotations';
import { Database } from '$lib/storage/database';
import { readImportUndo, readLastImport } from '$lib/storage/import-copy';
import { saveImport, saveImportUndone } from '$lib/storage/imports';
import { hasLastImport } from '$lib/storage/last-import';
import { deleteExpiredUndo } from '$lib/storage/maintenance';
import { annotation, at, LAST_IMPORT, purgeAt } from './fixtures';

const DAY = 24 * 60 * 60 * 1000; // ms
const AFTER_TRASH = (TRASH_DAYS + 2) * DAY;
const NO_TEXTS = new Map<string, string>();
const NOTHING = { positions: [], preferences: [] };

let count = 0;
let database: Database;

beforeEach(() => (database = new Database(`import-copy-${count++}`)));

const noted = (id: string, note: string) =>
	annotation(id, { fields: { note: { value: note, at: at(5) } } });

const control = () => ({ signal: new AbortController().signal, progress: vi.fn() });

/** Imports annotations in the place of what is stored of them. */
async function importAll(annotations: Annotation[]): Promise<void> {
	await saveImport(database, { annotations, snapshots: [] }, NOTHING, LAST_IMPORT, control());
}

/** All that is stored beside the annotations, as one text. */
async function otherRecords(): Promise<string> {
	const records = await database.read(['preferences'], (tx) =>
		tx.objectStore('preferences').getAll()
	);
	return JSON.stringify(records);
}

async function readCopy(): Promise<ImportUndo | null> {
	const annotations: ImportUndo['annotations'] = [];
	const rest = await readImportUndo(database, LAST_IMPORT.at, (part) => annotations.push(...part));
	return rest && { ...rest, annotations };
}

describe('The copy of what an import replaced', () => {
	test('is deleted whole after 30 days, with the record of the import', async () => {
		await saveAnnotations(database, [noted('a', 'secret')]);
		await importAll([noted('a', 'theirs'), ...many(500)]);
		expect(await otherRecords()).toContain('secret');
		const imported = Date.parse(LAST_IMPORT.at);
		await deleteExpiredUndo(database, imported + 30 * DAY);
		expect(await otherRecords()).toContain('secret');
		expect([await hasLastImport(database), await readLastImport(database)]).toEqual([
			true,
			LAST_IMPORT
		]);
		await deleteExpiredUndo(database, imported + 31 * DAY);
		expect(await otherRecords()).toBe('[]');
		expect([await hasLastImport(database), await readLastImport(database)]).toEqual([false, null]);
		expect(await readCopy()).toBeNull();
	});

	test('loses the words of a deleted annotation with the annotation itself', async () => {
		await saveAnnotations(database, [noted('old', 'secret'), noted('fresh', 'mine')]);
		await importAll([noted('old', 'their secret'), noted('fresh', 'theirs'), ...many(500)]);
		const { annotations } = await readAnnotations(database);
		const old = annotations.find(({ id }) => id === 'old')!;
		await saveAnnotations(database, [withDeleted(old, true, at(1 * DAY))], NO_TEXTS, {
			now: DAY
		});
		await purgeAt(database, 2 * DAY);
		expect(await otherRecords()).toContain('secret');
		await purgeAt(database, AFTER_TRASH);
		expect(await otherRecords()).not.toContain('secret');
		const copy = (await readCopy())!;
		expect(copy.annotations).toHaveLength(501);
		expect(copy.annotations.map(({ written }) => written.id)).not.toContain('old');
	});

	test('undoes the import without what is gone by then', async () => {
		await saveAnnotations(database, [noted('fresh', 'mine')]);
		await importAll([noted('new', 'theirs'), noted('fresh', 'theirs')]);
		const gone = withDeleted(noted('new', 'theirs'), true, at(1 * DAY));
		await saveAnnotations(database, [gone], NO_TEXTS, { now: DAY });
		await purgeAt(database, AFTER_TRASH);
		const { annotations } = await readAnnotations(database);
		const now = { ...NOTHING, annotations: new Map(annotations.map((one) => [one.id, one])) };
		const undo = undoImport((await readCopy())!, { ...now, preferences: {} }, at(AFTER_TRASH));
		await saveImportUndone(database, undo, LAST_IMPORT.at, control());
		const after = (await readAnnotations(database)).annotations;
		const notes = after.map(({ id, targets, fields }) => [id, targets.length, fields.note?.value]);
		expect(notes.sort()).toEqual([
			['fresh', 1, 'mine'],
			['new', 0, undefined]
		]);
	});
});

function many(length: number): Annotation[] {
	return Array.from({ length }, (_, n) => annotation(`a${n}`));
}
