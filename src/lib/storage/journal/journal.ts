/// <reference types="trusted-types" />
/**
 * The page's side of the journal, which has a copy of everything the reader makes outside of the
 * database. Its files are written by a worker.
 */
import type { Annotation } from '$lib/core/annotation/annotation';
import { snapshotsOf } from '$lib/core/annotation/snapshot';
import { BATCH_SIZE } from '../batches';
import type { Entry } from './contents';
import type { JournalAnswer, JournalCalls } from './messages';
import workerUrl from './journal.worker.ts?worker&url';
import { startWorker } from '../start-worker';

/** The journal could not be opened, or could not write what it was given. */
export class JournalError extends Error {
	override name = 'JournalError';
}

/** What a journal needs from its surroundings; tests give their own. */
export interface JournalOptions {
	/** The base path, `''` or `/book`. */
	base: string;
	/** An id of this tab, which no other has. */
	tab: string;
	startWorker?: (name: string) => Worker;
}

/** Ms after which a worker that answers nothing is ended: reading 100,000 annotations takes a phone some seconds. */
const PATIENCE = 30_000;

interface Waiting {
	resolve: (result: unknown) => void;
	reject: (error: JournalError) => void;
}

export class Journal {
	#options: JournalOptions;
	#worker: Worker | null = null;
	#waiting = new Map<number, Waiting>();
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Number of the last call. */
	#last = 0;
	/** Number of the last change. */
	#changes = 0;
	/** Editions whose texts this tab knows to be in the journal. */
	#editions = new Set<string>();

	/** Nothing is started until it is needed. */
	constructor(options: JournalOptions) {
		this.#options = options;
	}

	/**
	 * Writes annotations, and of `texts` (by edition) those they refer to, as one change, however many
	 * they are; resolves when all of it is on the disk.
	 * @throws JournalError
	 */
	async append(
		annotations: readonly Annotation[],
		texts: ReadonlyMap<string, string>
	): Promise<void> {
		const snapshots = snapshotsOf(annotations, texts).filter(
			({ edition }) => !this.#editions.has(edition)
		);
		const entries = [
			...snapshots.map((snapshot): Entry => ({ snapshot })),
			...annotations.map((annotation): Entry => ({ annotation }))
		];
		const change = ++this.#changes;
		while (entries.length > BATCH_SIZE) {
			await this.call('stage', change, entries.splice(0, BATCH_SIZE));
		}
		await this.call('append', entries, change);
		this.rememberEditions(snapshots.map(({ edition }) => edition));
	}

	/** Notes that the texts of these editions are in the journal. */
	rememberEditions(editions: readonly string[]): void {
		for (const edition of editions) this.#editions.add(edition);
	}

	/**
	 * Calls the worker. An argument that cannot be copied to it is a mistake of ours: that error is thrown as it is.
	 * @throws JournalError
	 */
	call<Name extends keyof JournalCalls>(
		name: Name,
		...args: Parameters<JournalCalls[Name]>
	): ReturnType<JournalCalls[Name]> {
		const answer = new Promise((resolve, reject) => {
			const id = ++this.#last;
			(this.#worker ??= this.#start()).postMessage({ id, name, args });
			this.#waiting.set(id, { resolve, reject });
			if (this.#waiting.size === 1) this.#watch();
		});
		return answer as ReturnType<JournalCalls[Name]>;
	}

	/** Ends the worker and closes its file, so that the browser can freeze the page; the next call starts another. */
	async close(): Promise<void> {
		const worker = this.#worker;
		if (!worker) return;
		await this.call('close').catch(() => {}); // The worker's end closes its files too.
		if (this.#worker === worker) this.#drop('The journal was closed.');
	}

	#start(): Worker {
		const { base, tab, startWorker = startJournalWorker } = this.#options;
		// Each start has a number of its own, so that no file is written by two workers.
		const name = JSON.stringify({ base, tab: `${tab}${this.#last || ''}` });
		let worker: Worker;
		try {
			worker = startWorker(name);
		} catch (error) {
			throw new JournalError('The journal’s worker cannot be started.', { cause: error });
		}
		worker.onmessage = ({ data }: MessageEvent<JournalAnswer>) => this.#onAnswer(data);
		worker.onerror = () => this.#drop('The journal’s worker failed.');
		return worker;
	}

	#onAnswer(answer: JournalAnswer): void {
		const waiting = this.#waiting.get(answer.id);
		this.#waiting.delete(answer.id);
		this.#watch();
		if ('error' in answer) {
			const cause = new DOMException(answer.error.message, answer.error.name);
			waiting?.reject(new JournalError(`The journal failed: ${answer.error.message}`, { cause }));
		} else waiting?.resolve(answer.result);
	}

	/** Ends a worker that hangs: what waits for it would wait for ever. */
	#watch(): void {
		clearTimeout(this.#timer);
		if (this.#waiting.size === 0) return;
		this.#timer = setTimeout(() => this.#drop('The journal’s worker does not answer.'), PATIENCE);
	}

	#drop(why: string): void {
		clearTimeout(this.#timer);
		this.#worker?.terminate();
		this.#worker = null;
		const waiting = [...this.#waiting.values()];
		this.#waiting.clear();
		for (const { reject } of waiting) reject(new JournalError(why));
	}
}

function startJournalWorker(name: string): Worker {
	return startWorker(workerUrl, name);
}
