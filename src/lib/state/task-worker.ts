/** The page's side of workers that do one task at a time, and say how far it is. */
import { MissingScriptError } from '$lib/core/app/missing-script';
import { startWorker } from '$lib/storage/start-worker';

/** What such a worker answers. `Refusal` is what it says of a file that it does not take. */
export type TaskAnswer<Result, Refusal extends { answer: 'refused' }> =
	| { answer: 'progress'; done: number; all: number }
	| { answer: 'done'; result: Result }
	| Refusal
	/** A script of the worker could not be fetched. */
	| { answer: 'missing' }
	| Failure;

/** A fault of Postil, or too much for this device. */
interface Failure {
	answer: 'failed';
	name: string;
	message: string;
}

/**
 * The worker could not begin, or failed: most likely the file is too much for this device. The name
 * of its cause is that of the error there.
 */
export class WorkerFailure extends Error {
	override name = 'WorkerFailure';
}

export type Progress = (done: number, all: number) => void;

export class TaskWorker<Result, Refusal extends { answer: 'refused' }> {
	#worker: Worker;
	#refuse: (refusal: Refusal) => Error;
	#onAnswer: ((answer: TaskAnswer<Result, Refusal>) => void) | null = null;

	/** @param refuse gives the error that a refusal is told by */
	constructor(address: string, refuse: (refusal: Refusal) => Error) {
		this.#refuse = refuse;
		this.#worker = startWorker(address);
		this.#worker.onmessage = ({ data }: MessageEvent<TaskAnswer<Result, Refusal>>) =>
			this.#onAnswer?.(data);
		this.#worker.onerror = ({ message }) =>
			// An error event without a message says that the script could not be fetched.
			this.#onAnswer?.(
				message ? { answer: 'failed', name: 'Error', message } : { answer: 'missing' }
			);
	}

	/** Sends something that the next task needs. */
	give(part: object): void {
		this.#worker.postMessage(part);
	}

	/**
	 * Has the worker do a task. A second one must not begin before the first has ended.
	 *
	 * @param progress is called with how much of it is done, as far as that can be counted
	 * @throws what `refuse` gives when the file is refused; WorkerFailure, MissingScriptError
	 */
	perform(task: object, progress: Progress = () => {}): Promise<Result> {
		return new Promise((resolve, reject) => {
			this.#onAnswer = (answer) => {
				if (answer.answer === 'progress') return progress(answer.done, answer.all);
				if (answer.answer === 'done') return resolve(answer.result);
				reject(this.#errorOf(answer));
			};
			this.#worker.postMessage(task);
		});
	}

	/** Ends the worker, whatever it does; the promise of a task that is not done never settles. */
	close(): void {
		this.#onAnswer = null;
		this.#worker.terminate();
	}

	#errorOf(answer: TaskAnswer<Result, Refusal>): Error {
		switch (answer.answer) {
			case 'missing':
				return new MissingScriptError('The worker’s script could not be fetched.');
			case 'failed': {
				const { name, message } = answer;
				return new WorkerFailure(message, { cause: new DOMException(message, name) });
			}
			default:
				return this.#refuse(answer as Refusal);
		}
	}
}
