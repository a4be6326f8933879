/** What the reader chose, shown at once and saved in the database. */
import { MediaQuery } from 'svelte/reactivity';
import { DEFAULT_APPEARANCE, rootProperties, type Appearance } from '$lib/core/reading/appearance';
import { DEFAULT_READING_CHOICES, type ReadingChoices } from '$lib/core/reading/reading-choices';
import type { Database } from '$lib/storage/database';
import {
	readSavedAppearance,
	readSavedReadingChoices,
	saveAppearance,
	saveReadingChoices
} from '$lib/storage/preferences';

export class Preferences {
	#appearance = $state.raw<Appearance>(DEFAULT_APPEARANCE);
	#reading = $state.raw<ReadingChoices>(DEFAULT_READING_CHOICES);
	#loaded = $state(false);
	/** The last read failed. */
	#unread = $state(false);
	/** The last choice could not be saved. */
	#unsaved = $state(false);
	#prefersContrast = new MediaQuery('prefers-contrast: more', false);
	#database: Database;
	#canHyphenate: boolean;

	constructor(database: Database, { canHyphenate }: { canHyphenate: boolean }) {
		this.#database = database;
		this.#canHyphenate = canHyphenate;
	}

	get appearance(): Appearance {
		return this.#appearance;
	}

	/** How the reading page answers. */
	get reading(): ReadingChoices {
		return this.#reading;
	}

	/** The root element's style (`rootProperties`); `null` until the saved choice is known: the page looks as its mirror said. */
	get look(): Record<string, string> | null {
		return this.#loaded
			? rootProperties(this.#appearance, {
					prefersContrast: this.#prefersContrast.current,
					canHyphenate: this.#canHyphenate
				})
			: null;
	}

	/** What was chosen cannot be read or saved just now: a choice holds until the page closes. */
	get failed(): boolean {
		return this.#unread || this.#unsaved;
	}

	/** Reads what was chosen; leaves what is shown when the database cannot be read. */
	async load(): Promise<void> {
		const before = [this.#appearance, this.#reading];
		try {
			const [appearance, reading] = await Promise.all([
				readSavedAppearance(this.#database),
				readSavedReadingChoices(this.#database)
			]);
			// What the reader chose while it was read, or what could not be saved, is newer.
			if (!this.#unsaved && this.#appearance === before[0]) this.#appearance = appearance;
			if (!this.#unsaved && this.#reading === before[1]) this.#reading = reading;
			this.#loaded = true;
			this.#unread = false;
		} catch {
			this.#unread = true; // Shown by the controls, where the reader can do something about it.
		}
	}

	change(changes: Partial<Appearance>): Promise<void> {
		this.#appearance = { ...this.#appearance, ...changes };
		this.#loaded = true;
		return this.#watch(saveAppearance(this.#database, this.#appearance));
	}

	changeReading(changes: Partial<ReadingChoices>): Promise<void> {
		this.#reading = { ...this.#reading, ...changes };
		return this.#watch(saveReadingChoices(this.#database, changes));
	}

	reset(): Promise<void> {
		return this.change(DEFAULT_APPEARANCE);
	}

	async #watch(saving: Promise<void>): Promise<void> {
		try {
			await saving;
			this.#unsaved = false;
		} catch {
			this.#unsaved = true;
		}
	}
}
