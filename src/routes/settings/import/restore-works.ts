/** Brings works of the reader's own back out of a backup: each whole, and all of them or none. */
import type { OwnChapter } from '$lib/core/own-works/own-work';
import type { FileWorker } from '$lib/state/files/file-worker-client';
import type { OwnWorks } from '$lib/state/own-works/own-works.svelte';

/**
 * Stores the works of the file that a worker has read, and then does `rest`. When one of them fails, or
 * the reader ends it, those that were stored are removed again.
 *
 * @param wanted slugs of the works, none of which is here
 */
export async function restoreWorks(
	ownWorks: OwnWorks,
	files: FileWorker,
	wanted: readonly string[],
	{
		signal,
		progress,
		rest
	}: {
		signal: AbortSignal;
		progress: (done: number, all: number) => void;
		rest: () => Promise<void>;
	}
): Promise<void> {
	const hadRecord = new Set(ownWorks.all.map(({ slug }) => slug));
	const stored: string[] = [];
	try {
		while (stored.length < wanted.length) {
			progress(stored.length, wanted.length);
			const found = await unlessAborted(signal, files.perform({ task: 'restore', wanted }));
			if (!found) throw new Error('A work that was planned is not in the file.');
			const chapters: OwnChapter[] = [];
			for (;;) {
				const part = await unlessAborted(signal, files.perform({ task: 'chapters' }));
				if (part.length === 0) break;
				chapters.push(...part);
			}
			stored.push(found.work.slug);
			await ownWorks.restore({ ...found, chapters });
		}
		await rest();
	} catch (error) {
		for (const slug of stored) await ownWorks.remove(slug, { withRecord: !hadRecord.has(slug) });
		throw error;
	}
}

/** What a worker answers that is closed when the signal says so, and never answers then. */
function unlessAborted<T>(signal: AbortSignal, answer: Promise<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		const abort = () => reject(signal.reason as Error);
		if (signal.aborted) abort();
		signal.addEventListener('abort', abort, { once: true });
		answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
	});
}
