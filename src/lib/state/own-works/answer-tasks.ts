/** How the workers that open files answer the page. */
import { loadModule } from '$lib/core/app/missing-script';
import type { BookResults, BookTasks } from '$lib/core/own-works/opened-book';

export type BookTask = {
	[Name in keyof BookTasks]: { task: Name } & BookTasks[Name];
}[keyof BookTasks];

export type BookAnswer =
	| { answer: 'progress'; done: number; all: number }
	| { answer: 'done'; result: BookResults[keyof BookResults] }
	/** The file is no book that Postil reads: a sentence that says what it is. */
	| { answer: 'refused'; sentence: string }
	/** The script of the worker, or what reads Markdown, could not be fetched. */
	| { answer: 'missing' }
	/** A fault of Postil, or too much for this device. */
	| { answer: 'failed'; name: string; message: string };

/** What does the tasks: `BookReader` in content/books/. */
interface Reader {
	open(
		task: BookTasks['open'],
		onprogress: (done: number, all: number) => void
	): BookResults['open'];
	keep(task: BookTasks['keep']): BookResults['keep'];
	next(): BookResults['next'];
}

/** Is thrown by what opens files while what reads Markdown is not loaded. */
export class MarkdownFound extends Error {
	override name = 'MarkdownFound';
}

/**
 * Has a worker answer by what `reader` does.
 *
 * @param loadMarkdown loads what reads Markdown, when a file needs it
 */
export function answerTasks(
	scope: typeof globalThis,
	reader: Reader,
	loadMarkdown: () => Promise<void>
): void {
	const answer = (message: BookAnswer) => scope.postMessage(message);
	const perform = (task: BookTask): BookResults[keyof BookResults] => {
		if (task.task === 'open') {
			return reader.open(task, (done, all) => answer({ answer: 'progress', done, all }));
		}
		return task.task === 'keep' ? reader.keep(task) : reader.next();
	};
	const performWithMarkdown = async (task: BookTask) => {
		try {
			return perform(task);
		} catch (error) {
			if ((error as Error).name !== 'MarkdownFound') throw error;
			await loadModule(loadMarkdown);
			return perform(task);
		}
	};
	scope.onmessage = async ({ data }: MessageEvent<BookTask>) => {
		try {
			answer({ answer: 'done', result: await performWithMarkdown(data) });
		} catch (error) {
			const { name, message } = error as Error;
			if (name === 'BookError') answer({ answer: 'refused', sentence: message });
			else if (name === 'MissingScriptError') answer({ answer: 'missing' });
			else answer({ answer: 'failed', name, message });
		}
	};
}
