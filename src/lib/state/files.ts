/**
 * The page's side of `files.worker.ts`. Pages import it on demand: reading has no use for it.
 */
import { ImportError } from '$lib/core/import-error';
import { trustedAddress } from '$lib/storage/worker-address';
import type { FileAnswer, FileResults, FileTask } from './files.worker';
import workerAddress from './files.worker.ts?worker&url';

/** The worker could not begin, or failed: most likely the file is too much for this device. */
export class WorkerFailure extends Error {
	override name = 'WorkerFailure';
}

/** A worker for files, which keeps what it read until it is closed. */
export class Files {
	#worker: Worker;
	#heard: ((answer: FileAnswer) => void) | null = null;

	constructor() {
		this.#worker = new Worker(trustedAddress(workerAddress));
		this.#worker.onmessage = ({ data }: MessageEvent<FileAnswer>) => this.#heard?.(data);
		this.#worker.onerror = ({ message }) => this.#heard?.({ answer: 'failed', reason: message });
	}

	/**
	 * Has one task done; one at a time.
	 *
	 * @param progress hears how much of it is done, as far as it can be counted
	 * @throws ImportError when the file is refused, WorkerFailure
	 */
	perform<Task extends FileTask>(
		task: Task,
		progress: (done: number, all: number) => void = () => {}
	): Promise<FileResults[Task['task']]> {
		return new Promise((resolve, reject) => {
			this.#heard = (heard) => {
				if (heard.answer === 'progress') return progress(heard.done, heard.all);
				if (heard.answer === 'done') return resolve(heard.result as FileResults[Task['task']]);
				reject(
					heard.answer === 'refused'
						? new ImportError(heard.refusal.path, heard.refusal.reason)
						: new WorkerFailure(heard.reason)
				);
			};
			this.#worker.postMessage(task);
		});
	}

	/** Ends the worker, whatever it does: a task that is not done never resolves. */
	close(): void {
		this.#heard = null;
		this.#worker.terminate();
	}
}

/** Has one task done by a worker of its own; see `Files`. */
export async function performOnce<Task extends FileTask>(
	task: Task
): Promise<FileResults[Task['task']]> {
	const files = new Files();
	try {
		return await files.perform(task);
	} finally {
		files.close();
	}
}
