/** The page's side of the worker that opens files. Pages load it when a file is opened. */
import type {
	BookPreview,
	BookResults,
	BookTasks,
	ReadingChoices
} from '$lib/core/own-works/opened-book';
import type { OwnChapter } from '$lib/core/own-works/own-work';
import type { OwnFile } from '$lib/storage/database';
import type { WholeWork } from '$lib/storage/own-works/own-works';
import { TaskWorker, type Progress } from '../task-worker';
import type { BookRefusal } from './answer-tasks';
import workerAddress from './book.worker.ts?worker&url';

/** A file that is no book which Postil reads; its message is a sentence for the reader. */
export class BookRefused extends Error {
	override name = 'BookRefused';
}

/** A worker with one file, until it is closed. */
export class BookWorker {
	readonly #worker = new TaskWorker<BookResults[keyof BookResults], BookRefusal>(
		workerAddress,
		({ sentence }) => new BookRefused(sentence)
	);

	/**
	 * Opens a file, again if it is to be read otherwise. A second task must not begin before the first has ended.
	 *
	 * @throws BookRefused, WorkerFailure, MissingScriptError
	 */
	async open(
		file: Blob,
		name: string,
		choices: ReadingChoices,
		progress: Progress
	): Promise<BookPreview> {
		const bytes = new Uint8Array(await file.arrayBuffer());
		return this.#perform('open', { file: { name, bytes }, choices }, progress);
	}

	/** All that is to be stored of the file that was opened. `here`: the chapters that are there of an older one. */
	async keep(here: readonly OwnChapter[], fileName: string): Promise<WholeWork> {
		const texts = here.map(({ slug, edition, text }) => ({ slug, edition, text }));
		const now = new Date().toISOString();
		const work = await this.#perform('keep', { here: texts, fileName, now });
		const chapters: OwnChapter[] = [];
		const files: OwnFile[] = [];
		for (;;) {
			const part = await this.#perform('next', {});
			if (part.chapters.length + part.pictures.length === 0) return { work, chapters, files };
			chapters.push(...part.chapters);
			for (const { path, type, bytes } of part.pictures)
				files.push({ work: work.slug, path, blob: new Blob([bytes], { type }) });
		}
	}

	/** Ends the worker, whatever it does; the promise of a task that is not done never settles. */
	close(): void {
		this.#worker.close();
	}

	#perform<Name extends keyof BookTasks>(
		name: Name,
		task: BookTasks[Name],
		progress?: Progress
	): Promise<BookResults[Name]> {
		return this.#worker.perform({ task: name, ...task }, progress) as Promise<BookResults[Name]>;
	}
}
