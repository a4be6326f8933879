/**
 * The second store, as a page has it: its code is loaded when there is something to save or to
 * compare, and no save waits for it too long.
 */
import type { Annotation } from '$lib/core/annotation/annotation';
import { MissingScriptError } from '$lib/core/app/missing-script';
import type { StoredAnnotations } from '$lib/storage/annotations';
import type { Database } from '$lib/storage/database';
import type { JournalStore } from '$lib/storage/journal/journal-store';
import { forgetComparison, hasJournal, hasWatermark } from '$lib/storage/journal/presence';
import type {
	EditionTexts,
	Loss,
	SecondStore,
	SecondStoreCondition
} from '$lib/storage/journal/second-store';

export type { SecondStoreCondition };

export interface LazySecondStoreOptions {
	/** The base path, `''` or `/book`. */
	base: string;
	/** Tells this tab from all others. */
	tab: string;
	/** Loads the code. @throws MissingScriptError */
	load: () => Promise<typeof JournalStore>;
}

/** Ms that a save waits for the journal when the database is done; and when the journal failed before. */
const PATIENCE = 1000;
const PATIENCE_AFTER_FAILURE = 50;
/** Ms that it waits for each annotation besides. */
const PATIENCE_EACH = 1;

export class LazySecondStore implements SecondStore {
	#condition = $state<SecondStoreCondition>('idle');
	#loss = $state.raw<Loss | null>(null);
	#database: Database;
	#options: LazySecondStoreOptions;
	#loading: Promise<void> | null = null;
	#loaded: JournalStore | null = null;

	constructor(database: Database, options: LazySecondStoreOptions) {
		this.#database = database;
		this.#options = options;
	}

	/** How the store is, as far as that was seen. */
	get condition(): SecondStoreCondition {
		return this.#condition;
	}

	/** What the database had lost, until the reader has read of it; `null` when that is nothing. */
	get loss(): Loss | null {
		return this.#loss;
	}

	async prepare(): Promise<void> {
		if (!this.#loading) await this.#use((store) => store.prepare());
	}

	/** Starts nothing for a reader who has made nothing yet. */
	async check(): Promise<void> {
		const { base } = this.#options;
		if (this.#condition === 'idle' && !hasWatermark(base) && !(await hasJournal(base))) return;
		await this.#inTime(
			this.#use((store) => store.check()),
			PATIENCE
		);
	}

	/** False also when it was not done in time. */
	async save(annotations: readonly Annotation[], texts: EditionTexts): Promise<boolean> {
		const patience = this.#condition === 'failing' ? PATIENCE_AFTER_FAILURE : PATIENCE;
		const saving = this.#use((store) => store.save(annotations, texts));
		const saved = await this.#inTime(saving, patience + annotations.length * PATIENCE_EACH);
		return saved === true;
	}

	/** What the store answers; `null`, and it is failing, when that takes more than `patience` ms. */
	async #inTime<T>(answer: Promise<T>, patience: number): Promise<T | null> {
		let timer: ReturnType<typeof setTimeout>;
		const late = new Promise<null>((resolve) => {
			timer = setTimeout(() => {
				this.#condition = 'failing';
				resolve(null);
			}, patience);
		});
		return Promise.race([answer, late]).finally(() => clearTimeout(timer));
	}

	async readAll(): Promise<Annotation[] | null> {
		if (!(await hasJournal(this.#options.base))) return null;
		return this.#use((store) => store.readAll());
	}

	async isDatabaseDamaged(): Promise<boolean> {
		return (await this.#loaded?.isDatabaseDamaged()) ?? false;
	}

	async compareWith(stored: StoredAnnotations): Promise<boolean | null> {
		const { base } = this.#options;
		const isEmpty = stored.annotations.length === 0 && stored.unreadable.length === 0;
		// None, and nothing that says there were some: a new reader.
		if (isEmpty && !hasWatermark(base) && !(await hasJournal(base))) return false;
		return this.#use((store) => store.compareWith(stored));
	}

	/** Also when the code of the store cannot be had. */
	requireComparison(): void {
		forgetComparison(this.#options.base);
	}

	async writeWatermark(): Promise<void> {
		await this.#loaded?.writeWatermark();
	}

	async purge(tombstones: readonly Annotation[]): Promise<void> {
		await this.#use((store) => store.purge(tombstones));
	}

	async acknowledgeLoss(): Promise<void> {
		await this.#loaded?.acknowledgeLoss();
	}

	async close(): Promise<void> {
		if (this.#loading) await this.#use((store) => store.close());
	}

	/** Asks the store, whose code may have to be loaded first; `null` when that cannot be had. */
	async #use<T>(ask: (store: JournalStore) => Promise<T>): Promise<T | null> {
		try {
			this.#loading ??= this.#load();
			await this.#loading;
		} catch (error) {
			this.#loading = null; // It may be had the next time.
			this.#condition = 'failing';
			if (error instanceof MissingScriptError) return null;
			throw error;
		}
		return ask(this.#loaded!);
	}

	async #load(): Promise<void> {
		const JournalStore = await this.#options.load();
		this.#loaded = new JournalStore(this.#database, this.#options, {
			condition: (condition) => (this.#condition = condition),
			loss: (loss) => (this.#loss = loss)
		});
	}
}
