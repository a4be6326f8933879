/** The page's side of file.worker.ts. Pages load it on demand, since reading has no use for it. */
import type { Annotation } from '$lib/core/annotation/annotation';
import { MissingScriptError } from '$lib/core/app/missing-script';
import { FileError } from '$lib/core/formats/file-error';
import { inBatches } from '$lib/storage/batches';
import { startWorker } from '$lib/storage/start-worker';
import type { FileAnswer, FileResults, FileTask, Given } from './file.worker';
import workerAddress from './file.worker.ts?worker&url';

/**
 * The worker could not begin, or failed: most likely the file is too much for this device. The name
 * of its cause is that of the error there.
 */
export class WorkerFailure extends Error {
	override name = 'WorkerFailure';
}

/** A worker that reads and writes files, and keeps what it has read until it is closed. */
export class FileWorker {
	#worker: Worker;
	#onAnswer: ((answer: FileAnswer) => void) | null = null;

	constructor() {
		this.#worker = startWorker(workerAddress);
		this.#worker.onmessage = ({ data }: MessageEvent<FileAnswer>) => this.#onAnswer?.(data);
		this.#worker.onerror = ({ message }) =>
			// An error event without a message says that the script could not be fetched.
			this.#onAnswer?.(
				message ? { answer: 'failed', name: 'Error', message } : { answer: 'missing' }
			);
	}

	/** Sends a batch of what the next task needs: a few hundred records at a time, or the page stands still. */
	give(part: Given): void {
		this.#worker.postMessage(part);
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
	 * @throws FileError when the file is refused, WorkerFailure, MissingScriptError
	 */
	perform<Task extends FileTask>(
		task: Task,
		progress: (done: number, all: number) => void = () => {}
	): Promise<FileResults[Task['task']]> {
		return new Promise((resolve, reject) => {
			this.#onAnswer = (answer) => {
				if (answer.answer === 'progress') return progress(answer.done, answer.all);
				if (answer.answer === 'done') return resolve(answer.result as FileResults[Task['task']]);
				reject(errorOf(answer));
			};
			this.#worker.postMessage(task);
		});
	}

	/** Ends the worker, whatever it does; the promise of a task that is not done never settles. */
	close(): void {
		this.#onAnswer = null;
		this.#worker.terminate();
	}
}

function errorOf(answer: FileAnswer & { answer: 'refused' | 'missing' | 'failed' }): Error {
	if (answer.answer === 'refused') return new FileError(answer.code, answer.path, answer.details);
	if (answer.answer === 'missing') {
		return new MissingScriptError('The worker’s script could not be fetched.');
	}
	const { name, message } = answer;
	return new WorkerFailure(message, { cause: new DOMException(message, name) });
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
