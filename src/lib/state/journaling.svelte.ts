/**
 * The second store, as the app sees it: its code comes when there is something to keep or to
 * compare, and nobody waits for it too long.
 */
import type { Annotation } from '$lib/core/annotation/annotation';
import type { StoredAnnotations } from '$lib/storage/annotations';
import { StorageError, type Database } from '$lib/storage/database';
import { hasJournal, hasWatermark } from '$lib/storage/journal/presence';
import type { Loss } from '$lib/storage/journal/watermark-mirror';
import type { JournalCondition, Recovery } from './recovery';

export interface JournalingOptions {
	/** The base path, `''` or `/book`. */
	base: string;
	/** Tells this tab from all others. */
	tab: string;
	/** Fetches what keeps and compares. */
	load: () => Promise<typeof Recovery>;
}

/** Ms that *Saved* waits for the journal when the database is done; and when it failed before. */
const PATIENCE = 1000;
const NO_PATIENCE = 50;

export class Journaling {
	/** How the second store is. */
	condition = $state<JournalCondition>('idle');
	/** What the database had lost, until the reader has read of it; `null` when that is nothing. */
	loss = $state.raw<Loss | null>(null);
	#database: Database;
	#options: JournalingOptions;
	#recovery: Promise<Recovery> | null = null;

	constructor(database: Database, options: JournalingOptions) {
		this.#database = database;
		this.#options = options;
	}

	/** Gets ready, so that the first *Saved* need not wait for it. */
	prepare(): void {
		if (!this.#recovery) void this.#use((recovery) => recovery.prepare());
	}

	/**
	 * Keeps annotations as they were written, with the texts they need; true when that is on
	 * the disk, false when it cannot be had there, or not in time.
	 */
	async keep(
		annotations: readonly Annotation[],
		texts: ReadonlyMap<string, string>
	): Promise<boolean> {
		let timer: ReturnType<typeof setTimeout>;
		const late = new Promise<'late'>((resolve) => {
			const patience = this.condition === 'failing' ? NO_PATIENCE : PATIENCE;
			timer = setTimeout(() => resolve('late'), patience);
		});
		const kept = this.#use((recovery) => recovery.keep(annotations, texts));
		const result = await Promise.race([kept, late]);
		clearTimeout(timer!);
		if (result === 'late') this.condition = 'failing';
		return result === true;
	}

	/** All that the journal has; `null` when it cannot be had. For when there is no database. */
	async readAll(): Promise<Annotation[] | null> {
		if (!(await hasJournal(this.#options.base))) return null;
		return this.#use((recovery) => recovery.readAll());
	}

	/**
	 * Compares the database, which has `found`, with the journal, and gives each what it lacks;
	 * true when the database got something. @throws StorageError
	 */
	async check(found: StoredAnnotations): Promise<boolean> {
		const { base } = this.#options;
		const isEmpty = found.annotations.length === 0 && found.unreadable.length === 0;
		// None, and nothing that says there were some: a new reader.
		if (isEmpty && !hasWatermark(base) && !(await hasJournal(base))) return false;
		return (await this.#use((recovery) => recovery.check(found))) ?? false;
	}

	/** Has the next check compare, since one of the two has something alone. */
	async owe(): Promise<void> {
		await this.#use((recovery) => recovery.owe());
	}

	/** Asks what keeps and compares; `null` when it was not needed yet, or fails. @throws StorageError */
	async ask<T>(question: (recovery: Recovery) => T | Promise<T>): Promise<T | null> {
		return this.#recovery && this.#use(question);
	}

	/** Has `work` done by what may have to be fetched first; `null` when it cannot be. */
	async #use<T>(work: (recovery: Recovery) => T | Promise<T>): Promise<T | null> {
		try {
			this.#recovery ??= this.#options
				.load()
				.then((Recovery) => new Recovery(this, this.#database, this.#options));
			return await work(await this.#recovery);
		} catch (error) {
			if (error instanceof StorageError) throw error;
			// Its code did not arrive: it may the next time.
			this.#recovery = null;
			this.condition = 'failing';
			return null;
		}
	}
}
