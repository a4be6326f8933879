/** How the reader wants the shelf, and what they said of its works: tags, and that one is done. */
import { StorageError } from '$lib/core/app/storage-error';
import { DEFAULT_SHELF, type ShelfChoices, type WorkTags } from '$lib/core/shelf/shelf-choices';
import type { MarkedStatus, MarkedStatuses } from '$lib/core/shelf/work-status';
import type { Database } from '$lib/storage/database';
import {
	readShelf,
	saveShelfChoices,
	saveStatusOf,
	saveTagsOf
} from '$lib/storage/shelf/shelf-choices';

export class Shelf {
	#choices = $state.raw<ShelfChoices>(DEFAULT_SHELF);
	#tags = $state.raw<WorkTags>({});
	#statuses = $state.raw<MarkedStatuses>({});
	#loaded = $state(false);
	#database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	/** Reads what was chosen; what cannot be read leaves the shelf as it is. */
	async load(): Promise<void> {
		try {
			const { choices, tags, statuses } = await readShelf(this.#database);
			this.#choices = choices;
			this.#tags = tags;
			this.#statuses = statuses;
		} catch (error) {
			if (!(error instanceof StorageError)) throw error;
		}
		this.#loaded = true;
	}

	/** What the reader chose and said is known, or cannot be read. */
	get loaded(): boolean {
		return this.#loaded;
	}

	get choices(): ShelfChoices {
		return this.#choices;
	}

	tagsOf(slug: string): readonly string[] {
		return this.#tags[slug] ?? [];
	}

	/** What the reader said of a work; `null` for nothing. */
	markedStatusOf(slug: string): MarkedStatus | null {
		return this.#statuses[slug] ?? null;
	}

	/** Shows another order or view at once, and saves it; one that cannot be saved holds until the page closes. */
	async change(changes: Partial<ShelfChoices>): Promise<void> {
		this.#choices = { ...this.#choices, ...changes };
		try {
			await saveShelfChoices(this.#database, this.#choices);
		} catch (error) {
			if (!(error instanceof StorageError)) throw error;
		}
	}

	/** @throws StorageError when they were not saved */
	async setTags(slug: string, tags: readonly string[]): Promise<void> {
		this.#tags = await saveTagsOf(this.#database, slug, tags);
	}

	/**
	 * Notes that the reader is done with a work, or is not.
	 *
	 * @throws StorageError when it was not saved
	 */
	async setDone(slug: string, done: boolean): Promise<void> {
		this.#statuses = await saveStatusOf(this.#database, slug, { done, now: new Date() });
	}
}
