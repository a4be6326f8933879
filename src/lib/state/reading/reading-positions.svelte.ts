/** Where the reader is, in every work. */
import type { ReadingPosition } from '$lib/core/reading/reading-position';
import { workProgress, type WorkProgress } from '$lib/core/reading/progress';
import type { Work } from '$lib/core/text/work';
import type { Database } from '$lib/storage/database';
import { readAllReadingPositions } from '$lib/storage/reading-positions';

export class ReadingPositions {
	#all = $state.raw<ReadingPosition[]>([]);
	#loaded = $state(false);
	#database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	/** Reads every position; shows none when the database cannot be read. */
	async load(): Promise<void> {
		try {
			this.#all = await readAllReadingPositions(this.#database);
		} catch {
			this.#all = []; // Only *Continue* is missing; the works stand there to be opened.
		}
		this.#loaded = true;
	}

	/** Whether it is known where the reader is. */
	get loaded(): boolean {
		return this.#loaded;
	}

	/** The position in a chapter; `null` when it was never read. */
	in(work: string, chapter: string): ReadingPosition | null {
		return (
			this.#all.find(({ target }) => target.work === work && target.chapter === chapter) ?? null
		);
	}

	/** The reader's place in a work; `null` when it was never opened. */
	progressIn(work: Pick<Work, 'slug' | 'chapters'>): WorkProgress | null {
		return workProgress(
			work.chapters,
			this.#all
				.filter(({ target }) => target.work === work.slug)
				.map(({ target, progress, at }) => ({ chapter: target.chapter, progress, at }))
		);
	}

	/** In how many chapters there is a position. */
	get count(): number {
		return this.#all.length;
	}
}
