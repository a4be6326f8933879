/** The saved texts of editions that somebody annotated, for pages that show or export them. */
import type { Database } from '$lib/storage/database';
import { readSnapshots } from '$lib/storage/snapshots';

export class Snapshots {
	/** What `textOf` has read or is reading, by edition. */
	#texts = new Map<string, Promise<string | null>>();
	#database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	/**
	 * The texts of some editions, by edition; those that nobody annotated here are missing.
	 *
	 * @throws StorageError when the database cannot be read
	 */
	read(editions: readonly string[]): Promise<Map<string, string>> {
		return readSnapshots(this.#database, editions);
	}

	/** The text of one edition, read once; `null` when it was not saved, or cannot be read now. */
	textOf(edition: string): Promise<string | null> {
		const known = this.#texts.get(edition);
		if (known) return known;
		const text = this.read([edition]).then(
			(texts) => texts.get(edition) ?? null,
			() => {
				this.#texts.delete(edition); // Read again the next time.
				return null;
			}
		);
		this.#texts.set(edition, text);
		return text;
	}
}
