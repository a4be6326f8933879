/** How the reader likes to be read to, used at once and saved in the database. */
import {
	DEFAULT_LISTENING_CHOICES,
	type ListeningChoices
} from '$lib/core/listening/listening-choices';
import type { Database } from '$lib/storage/database';
import {
	readSavedListeningChoices,
	saveListeningChoices
} from '$lib/storage/reading/listening-choices';

export class ListeningPreferences {
	#choices = $state.raw<ListeningChoices>(DEFAULT_LISTENING_CHOICES);
	#database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	get choices(): ListeningChoices {
		return this.#choices;
	}

	/** Reads what was chosen; leaves what is used when the database cannot be read. */
	async load(): Promise<void> {
		const before = this.#choices;
		try {
			const read = await readSavedListeningChoices(this.#database);
			if (this.#choices === before) this.#choices = read; // else what was chosen meanwhile is newer
		} catch {
			// One hears the voice and the speed, and can choose them anew.
		}
	}

	async change(changes: Partial<ListeningChoices>): Promise<void> {
		this.#choices = { ...this.#choices, ...changes };
		try {
			await saveListeningChoices(this.#database, changes);
		} catch {
			// It holds until the page closes; a failing database is told of where marks are at stake.
		}
	}
}
