/**
 * Works that the reader opened from files of their own. A work is stored, replaced and removed in one
 * transaction with all its chapters and files, its own record last: what there is a record of is whole.
 */
import type { OwnChapter, OwnWork } from '$lib/core/own-works/own-work';
import { BATCH_SIZE } from '../batches';
import { LONG_LIMIT, type Database, type OwnFile, type Progress } from '../database';

/** The path of the file that a work was opened from; no picture has it. */
export const BOOK_FILE = '';

/** What is stored of a work at once. */
export interface WholeWork {
	work: OwnWork;
	chapters: readonly OwnChapter[];
	files: readonly OwnFile[];
}

/** Every work, also those of which only the marks are left, in no order. */
export async function readOwnWorks(database: Database): Promise<OwnWork[]> {
	const all = await database.read(['works'], (tx) => tx.objectStore('works').getAll());
	return all.filter(isWork);
}

/** A chapter; `null` when it is not here. */
export async function readOwnChapter(
	database: Database,
	work: string,
	chapter: string
): Promise<OwnChapter | null> {
	const found = await database.read(['chapters'], (tx) =>
		tx.objectStore('chapters').get([work, chapter])
	);
	return found ?? null;
}

/** All chapters of a work, in no order. */
export function readOwnChapters(database: Database, work: string): Promise<OwnChapter[]> {
	return database.read(
		['chapters'],
		(tx) => tx.objectStore('chapters').getAll(allOf(work)),
		LONG_LIMIT
	);
}

/** A picture of a work, or its file (`BOOK_FILE`); `null` when it is not here. */
export async function readOwnFile(
	database: Database,
	work: string,
	path: string
): Promise<Blob | null> {
	const found = await database.read(['files'], (tx) => tx.objectStore('files').get([work, path]));
	return found?.blob ?? null;
}

/**
 * Stores a work in the place of what there is of it, and gives its record. The title and the author that
 * stand there stay, since the reader may have put them right, and so does when it was added.
 *
 * @throws StorageError when nothing was stored
 */
export function saveOwnWork(
	database: Database,
	{ work, chapters, files }: WholeWork
): Promise<OwnWork> {
	return database.update(
		STORES,
		async (tx, progress) => {
			const works = tx.objectStore('works');
			const stored = await works.get(work.slug);
			await deleteTexts(tx, work.slug);
			await putAll(chapters, (chapter) => tx.objectStore('chapters').put(chapter), progress);
			await putAll(files, (file) => tx.objectStore('files').put(file), progress);
			const { title, author, added } = stored ?? work;
			const saved = { ...work, title, author, added };
			await works.put(saved);
			return saved;
		},
		LONG_LIMIT
	);
}

/** Stores records of works of which nothing else is here, unless there are records of them. */
export function saveRecords(database: Database, records: readonly OwnWork[]): Promise<void> {
	return database.update(['works'], async (tx) => {
		const works = tx.objectStore('works');
		const known = new Set(await works.getAllKeys());
		await Promise.all(
			records.filter(({ slug }) => !known.has(slug)).map((record) => works.put(record))
		);
	});
}

/** Changes what a work's record says; `null` when there is none. */
export function changeOwnWork(
	database: Database,
	slug: string,
	change: Partial<Pick<OwnWork, 'title' | 'author'>>
): Promise<OwnWork | null> {
	return database.update(['works'], async (tx) => {
		const works = tx.objectStore('works');
		const stored = await works.get(slug);
		if (!stored) return null;
		const changed = { ...stored, ...change };
		await works.put(changed);
		return changed;
	});
}

/**
 * Removes the texts, pictures and file of a work. Its record stays when its marks do, so that they
 * still have the title of their book.
 *
 * @param removed the time, ISO 8601; `null` takes the record too
 */
export function removeOwnWork(
	database: Database,
	slug: string,
	removed: string | null
): Promise<void> {
	return database.update(
		STORES,
		async (tx) => {
			if (removed !== null) return removeTexts(tx, slug, removed);
			await deleteTexts(tx, slug);
			await tx.objectStore('works').delete(slug);
		},
		LONG_LIMIT
	);
}

/** Removes all of a work but its record, in a transaction that may have other stores too. */
export async function removeTexts(
	tx: RemovingTransaction,
	slug: string,
	removed: string
): Promise<void> {
	const works = tx.objectStore('works');
	const stored = await works.get(slug);
	await deleteTexts(tx, slug);
	if (stored) await works.put({ ...stored, cover: null, size: 0, removed });
}

const STORES: ('works' | 'chapters' | 'files')[] = ['works', 'chapters', 'files'];

/** As much of a write transaction as removing a work needs. */
interface RemovingTransaction {
	objectStore(name: 'works'): {
		get(slug: string): Promise<OwnWork | undefined>;
		put(work: OwnWork): Promise<unknown>;
	};
	objectStore(name: 'chapters' | 'files'): { delete(range: IDBKeyRange): Promise<void> };
}

async function deleteTexts(tx: RemovingTransaction, work: string): Promise<void> {
	await Promise.all([
		tx.objectStore('chapters').delete(allOf(work)),
		tx.objectStore('files').delete(allOf(work))
	]);
}

/** Letters of chapters that are copied into the database at once: some ms of the page's time. */
const AT_ONCE = 1_000_000;

async function putAll<T extends OwnChapter | OwnFile>(
	all: readonly T[],
	put: (one: T) => Promise<unknown>,
	progress: Progress
): Promise<void> {
	let waiting: Promise<unknown>[] = [];
	let letters = 0;
	for (const one of all) {
		waiting.push(put(one));
		letters += 'article' in one ? one.article.length + one.text.length : 0;
		if (letters < AT_ONCE && waiting.length < BATCH_SIZE) continue;
		await Promise.all(waiting);
		progress();
		waiting = [];
		letters = 0;
	}
	await Promise.all(waiting);
}

/** Every key that begins with the work's slug: an array is greater than any text. */
function allOf(work: string): IDBKeyRange {
	return IDBKeyRange.bound([work], [work, []]);
}

function isWork(work: Partial<OwnWork> | undefined): work is OwnWork {
	return typeof work?.slug === 'string' && Array.isArray(work.chapters);
}
