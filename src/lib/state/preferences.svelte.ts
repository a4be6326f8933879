/** What the reader chose, shown at once and kept in the database. */
import { MediaQuery } from 'svelte/reactivity';
import { DEFAULT_APPEARANCE, rootLook, type Appearance } from '$lib/core/appearance';
import type { Database } from '$lib/storage/database';
import { findAppearance, keepAppearance } from '$lib/storage/preferences';

export class Preferences {
	#appearance = $state.raw<Appearance>(DEFAULT_APPEARANCE);
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
		const before = this.#appearance;
		try {
			const kept = await findAppearance(this.#database);
			// What the reader chose while it was read is newer.
			if (this.#appearance === before) this.#appearance = kept;
			this.#loaded = true;
		} catch {
			this.#failed = true; // Shown by the controls, where the reader can do something about it.
		}
	}

	async change(changes: Partial<Appearance>): Promise<void> {
		this.#appearance = { ...this.#appearance, ...changes };
		this.#loaded = true;
		try {
			await keepAppearance(this.#database, this.#appearance);
			this.#failed = false;
		} catch {
			this.#failed = true;
		}
	}

	reset(): Promise<void> {
		return this.change(DEFAULT_APPEARANCE);
	}
}
