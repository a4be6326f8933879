/** Where the reader is, in every work. */
import type { ReadingPosition } from '$lib/core/reading/reading-position';
import { workProgress, type WorkProgress } from '$lib/core/reading/progress';
import type { Work } from '$lib/core/text/work';
import {
	readPositionMirror,
	savePositionMirror,
	type PositionMirror
} from '$lib/storage/before-paint-mirror';
import type { Database } from '$lib/storage/database';
import {
	readAllReadingPositions,
	readReadingPosition,
	saveReadingPosition
} from '$lib/storage/reading-positions';

export class ReadingPositions {
	#all = $state.raw<ReadingPosition[]>([]);
	#loaded = $state(false);
	#database: Database;
	#base: string;

	/** @param base the base path, `''` or `/book` */
	constructor(database: Database, base: string) {
		this.#database = database;
		this.#base = base;
	}

	/** Reads every position; shows what was read before when the database cannot be read. */
	async load(): Promise<void> {
		try {
			this.#all = await readAllReadingPositions(this.#database);
		} catch {
			// Only *Continue* is missing, or old; the works stand there to be opened.
		}
		this.#loaded = true;
	}

	/** Whether it is known where the reader is. */
	get loaded(): boolean {
		return this.#loaded;
	}

	/** The position in a chapter, as far as `load` has read it; `null` when it was never read. */
	in(work: string, chapter: string): ReadingPosition | null {
		return (
			this.#all.find(({ target }) => target.work === work && target.chapter === chapter) ?? null
		);
	}

	/** How far the reader is in a work; `null` when it was never opened. */
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

	/**
	 * What the page at `path` needs to stand where it stood before it is painted, from this tab or
	 * the latest of all; `null` when there is nothing. See `readPositionMirror`.
	 */
	mirrorOf(path: string): (PositionMirror & { own: boolean }) | null {
		return readPositionMirror(this.#base, path);
	}

	/**
	 * The position to return to in a chapter: a reloaded tab's own, else the latest of all tabs;
	 * `null` when the chapter was never read, `undefined` when that cannot be known now.
	 *
	 * @param mirror what `mirrorOf` gave for the chapter's page
	 */
	async latest(
		work: string,
		chapter: string,
		mirror: { position: ReadingPosition; own: boolean } | null
	): Promise<ReadingPosition | null | undefined> {
		const mirrored = mirror?.position ?? null;
		if (mirror?.own) return mirrored;
		try {
			const stored = await readReadingPosition(this.#database, work, chapter);
			return stored && (!mirrored || stored.at > mirrored.at) ? stored : mirrored;
		} catch {
			return mirrored ?? undefined; // There is nothing but the mirror.
		}
	}

	/**
	 * Saves the position in the chapter at `path`, and mirrors it for the first paint of that page;
	 * resolves when it is on the disk.
	 *
	 * @throws StorageError when only the mirror has it
	 */
	save(path: string, mirror: PositionMirror): Promise<void> {
		savePositionMirror(this.#base, path, mirror);
		return saveReadingPosition(this.#database, mirror.position);
	}
}
