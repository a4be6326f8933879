/** The page's side of file.worker.ts. Pages load it on demand, since reading has no use for it. */
import type { Annotation } from '$lib/core/annotation/annotation';
import { FileError, NoMarksError } from '$lib/core/formats/file-error';
import { inBatches } from '$lib/storage/batches';
import { TaskWorker, type Progress } from '../task-worker';
import type { FileRefusal, FileResults, FileTask, Given } from './file.worker';
import workerAddress from './file.worker.ts?worker&url';

/** A worker that reads and writes files, and keeps what it has read until it is closed. */
export class FileWorker {
	#worker = new TaskWorker<FileResults[keyof FileResults], FileRefusal>(
		workerAddress,
		({ code, path, details, mayBeBook }) =>
			new (mayBeBook ? NoMarksError : FileError)(code, path, details)
	);

	/** Sends a batch of what the next task needs: a few hundred records at a time, or the page stands still. */
	give(part: Given): void {
		this.#worker.give(part);
	}

	/** Sends annotations in batches, and lets the page respond to taps between them. */
	async giveAll(annotations: readonly Annotation[]): Promise<void> {
		await inBatches(annotations, (part) => this.give({ annotations: part }));
	}

	/** The annotations that the last plan or undo has to write. */
	async toWrite(): Promise<Annotation[]> {
		const all: Annotation[] = [];
		for (let next; (next = await this.perform({ task: 'next' })).length > 0;) all.push(...next);
		return all;
	}

	/**
	 * Has the worker do a task. A second one must not begin before the first has ended.
	 *
	 * @param progress is called with how much of it is done, as far as that can be counted
	 * @throws FileError when the file is refused (NoMarksError when it may be a book), WorkerFailure, MissingScriptError
	 */
	perform<Task extends FileTask>(
		task: Task,
		progress?: Progress
	): Promise<FileResults[Task['task']]> {
		return this.#worker.perform(task, progress) as Promise<FileResults[Task['task']]>;
	}

	/** Ends the worker, whatever it does; the promise of a task that is not done never settles. */
	close(): void {
		this.#worker.close();
	}
}

/** Does something with a worker that is closed afterwards. */
export async function withFileWorker<T>(work: (files: FileWorker) => Promise<T>): Promise<T> {
	const files = new FileWorker();
	try {
		return await work(files);
	} finally {
		files.close();
	}
}
