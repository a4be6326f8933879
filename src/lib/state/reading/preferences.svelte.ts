/** What the reader chose, shown at once and kept in the database. */
import { MediaQuery } from 'svelte/reactivity';
import { DEFAULT_APPEARANCE, rootLook, type Appearance } from '$lib/core/reading/appearance';
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
	#failed = $state(false);
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

	/** The root element's style (`rootLook`); `null` until the kept choice is known: the page looks as its mirror said. */
	get look(): Record<string, string> | null {
		return this.#loaded
			? rootLook(this.#appearance, {
					prefersContrast: this.#prefersContrast.current,
					canHyphenate: this.#canHyphenate
				})
			: null;
	}

	/** The last choice could not be kept: it holds until the page closes. */
	get failed(): boolean {
		return this.#failed;
	}

	/** Reads the kept choice; keeps what is shown when the database cannot be read. */
	async load(): Promise<void> {
		const before = [this.#appearance, this.#reading];
		try {
			const [appearance, reading] = await Promise.all([
				readSavedAppearance(this.#database),
				readSavedReadingChoices(this.#database)
			]);
			// What the reader chose while it was read is newer.
			if (this.#appearance === before[0]) this.#appearance = appearance;
			if (this.#reading === before[1]) this.#reading = reading;
			this.#loaded = true;
		} catch {
			this.#failed = true; // Shown by the controls, where the reader can do something about it.
		}
	}

	change(changes: Partial<Appearance>): Promise<void> {
		this.#appearance = { ...this.#appearance, ...changes };
		this.#loaded = true;
		return this.#keep(saveAppearance(this.#database, this.#appearance));
	}

	changeReading(changes: Partial<ReadingChoices>): Promise<void> {
		this.#reading = { ...this.#reading, ...changes };
		return this.#keep(saveReadingChoices(this.#database, changes));
	}

	reset(): Promise<void> {
		return this.change(DEFAULT_APPEARANCE);
	}

	async #keep(written: Promise<void>): Promise<void> {
		try {
			await written;
			this.#failed = false;
		} catch {
			this.#failed = true;
		}
	}
}
