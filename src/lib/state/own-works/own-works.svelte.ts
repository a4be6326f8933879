/** The works that the reader opened from files of their own. */
import { StorageError } from '$lib/core/app/storage-error';
import type { ArticleNode } from '$lib/core/text/article-node';
import type { OwnChapter, OwnWork } from '$lib/core/own-works/own-work';
import type { Database, OwnFile } from '$lib/storage/database';
import {
	BOOK_FILE,
	changeOwnWork,
	readOwnChapter,
	readOwnChapters,
	readOwnFile,
	readOwnWorks,
	removeOwnWork,
	saveOwnWork,
	saveRecords,
	type WholeWork
} from '$lib/storage/own-works/own-works';
import { requestPersistenceOnce } from '$lib/storage/persistence';
import type { AppParts } from '../app';
import type { OwnChapters } from '../search/own-chapters-port';

/** A chapter as a page shows it. */
export interface ReadOwnChapter extends Omit<OwnChapter, 'article'> {
	article: ArticleNode[];
}

export class OwnWorks {
	#all = $state.raw<readonly OwnWork[]>([]);
	#loaded = $state(false);
	#database: Database;
	#base: string;

	constructor(database: Database, { base }: AppParts) {
		this.#database = database;
		this.#base = base;
	}

	/**
	 * Reads every work's record, without the texts.
	 *
	 * @throws StorageError
	 */
	async load(): Promise<void> {
		const all = await readOwnWorks(this.#database);
		this.#all = all.sort((a, b) => (a.added < b.added ? 1 : -1));
		this.#loaded = true;
	}

	/** The same, for a page that shows the rest without them when the database cannot be read. */
	async loadIfReadable(): Promise<void> {
		try {
			await this.load();
		} catch (error) {
			if (!(error instanceof StorageError)) throw error;
		}
	}

	/** Whether it is known which there are. */
	get loaded(): boolean {
		return this.#loaded;
	}

	/** Those that are here to be read, the last added first. */
	get here(): readonly OwnWork[] {
		return this.#all.filter(({ removed }) => removed === undefined);
	}

	/** Also those of which only the marks are left. */
	get all(): readonly OwnWork[] {
		return this.#all;
	}

	/** A work that is here; `null` when it is not. */
	find(slug: string): OwnWork | null {
		return this.here.find((work) => work.slug === slug) ?? null;
	}

	/** A chapter with its text; `null` when it is not here. */
	async readChapter(work: string, chapter: string): Promise<ReadOwnChapter | null> {
		const stored = await readOwnChapter(this.#database, work, chapter);
		return stored && { ...stored, article: JSON.parse(stored.article) as ArticleNode[] };
	}

	/** The text of a chapter; `null` when it is not here. */
	async readText(
		work: string,
		chapter: string
	): Promise<Pick<OwnChapter, 'edition' | 'text' | 'blocks'> | null> {
		const stored = await readOwnChapter(this.#database, work, chapter);
		return stored && { edition: stored.edition, text: stored.text, blocks: stored.blocks };
	}

	/** For searches: what is here, read anew. */
	readonly searched: OwnChapters = {
		list: async () => {
			await this.load();
			return this.here;
		},
		read: ({ work, chapter }) => this.readText(work, chapter)
	};

	/** The texts of all chapters of a work, in no order. */
	readTexts(work: string): Promise<OwnChapter[]> {
		return readOwnChapters(this.#database, work);
	}

	/** A picture of a work; `null` when it is not here. */
	readPicture(work: string, path: string): Promise<Blob | null> {
		return readOwnFile(this.#database, work, path);
	}

	/**
	 * The file that a work was opened from.
	 *
	 * @throws StorageError also when it is not here
	 */
	async readBookFile(work: string): Promise<Blob> {
		const file = await readOwnFile(this.#database, work, BOOK_FILE);
		if (!file) throw new StorageError(`The file of ${work} is not here.`);
		return file;
	}

	/**
	 * Stores a work with its file, in the place of what there is of it.
	 *
	 * @throws StorageError when nothing was stored
	 */
	async save({ work, chapters, files }: WholeWork, file: Blob): Promise<void> {
		const bookFile: OwnFile = { work: work.slug, path: BOOK_FILE, blob: file };
		const whole = { ...work, size: work.size + file.size };
		await saveOwnWork(this.#database, { work: whole, chapters, files: [...files, bookFile] });
		void requestPersistenceOnce(this.#base);
		await this.load();
	}

	/** Stores a work as a backup has it, with its file among its files; see `save`. */
	async restore(whole: WholeWork): Promise<void> {
		await saveOwnWork(this.#database, whole);
		await this.load();
	}

	/** See `saveRecords`. */
	async saveRecords(records: readonly OwnWork[]): Promise<void> {
		if (records.length > 0) await saveRecords(this.#database, records);
		await this.load();
	}

	/** Puts a title and an author right. */
	async rename(slug: string, names: { title: string; author: string }): Promise<void> {
		await changeOwnWork(this.#database, slug, names);
		await this.load();
	}

	/** Removes a work; with `withRecord` nothing says any more that it was here. */
	async remove(slug: string, { withRecord }: { withRecord: boolean }): Promise<void> {
		await removeOwnWork(this.#database, slug, withRecord ? null : new Date().toISOString());
		await this.load();
	}
}
