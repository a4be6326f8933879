/** How the workers that open files answer the page. */
import { loadModule } from '$lib/core/app/missing-script';
import type { BookResults, BookTasks } from '$lib/core/own-works/opened-book';
import type { TaskAnswer } from '../task-worker';

export type BookTask = {
	[Name in keyof BookTasks]: { task: Name } & BookTasks[Name];
}[keyof BookTasks];

/** The file is no book that Postil reads: a sentence that says what it is. */
export interface BookRefusal {
	answer: 'refused';
	sentence: string;
}

export type BookAnswer = TaskAnswer<BookResults[keyof BookResults], BookRefusal>;

/** What does the tasks: `BookReader` in content/books/. */
interface Reader {
	open(task: BookTasks['open'], onprogress: TellProgress): BookResults['open'];
	keep(task: BookTasks['keep']): BookResults['keep'];
	next(): BookResults['next'];
}

/** What few files need, and is loaded for those alone. */
export type RarePart = 'markdown' | 'svg';

/** Is thrown by what opens files where a part is needed that is not loaded yet. */
export class RarePartNeeded extends Error {
	override name = 'RarePartNeeded';

	constructor(readonly part: RarePart) {
		super(part);
	}
}

type TellProgress = (done: number, all: number) => void;

/** Tells of progress a hundredth at a time: a book may be of thousands of files. */
function byHundredths(tell: TellProgress): TellProgress {
	let told = -1;
	return (done, all) => {
		const hundredths = Math.floor((100 * done) / all);
		if (hundredths === told) return;
		told = hundredths;
		tell(done, all);
	};
}

/**
 * Has a worker answer by what `reader` does; the first one that is given in this worker.
 *
 * @param load loads a part that a file needs; the task is begun again then
 */
export function answerTasks(
	scope: typeof globalThis,
	reader: Reader,
	load: (part: RarePart) => Promise<void>
): void {
	const answer = (message: BookAnswer) => scope.postMessage(message);
	const perform = (task: BookTask): BookResults[keyof BookResults] => {
		if (task.task === 'open') {
			return reader.open(
				task,
				byHundredths((done, all) => answer({ answer: 'progress', done, all }))
			);
		}
		return task.task === 'keep' ? reader.keep(task) : reader.next();
	};
	const performWithParts = async (task: BookTask) => {
		for (;;) {
			try {
				return perform(task);
			} catch (error) {
				if (!(error instanceof RarePartNeeded)) throw error;
				await loadModule(() => load(error.part));
			}
		}
	};
	// A part that is loaded later imports from the worker's own module, which WebKit evaluates once more
	// then: a second reader, which has opened nothing, must not answer.
	if (scope.onmessage !== null) return;
	scope.onmessage = async ({ data }: MessageEvent<BookTask>) => {
		try {
			answer({ answer: 'done', result: await performWithParts(data) });
		} catch (error) {
			const { name, message } = error as Error;
			if (name === 'BookError') answer({ answer: 'refused', sentence: message });
			else if (name === 'MissingScriptError') answer({ answer: 'missing' });
			else answer({ answer: 'failed', name, message });
		}
	};
}
