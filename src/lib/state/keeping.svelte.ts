/**
 * Annotations between memory and disk: what was written elsewhere comes in, what
 * is changed here is shown at once and written behind. The database has the truth.
 */
import type { Annotation, Clock, Target } from '$lib/core/annotation';
import { canonical } from '$lib/core/canonical';
import { compareClocks, receive, tick } from '$lib/core/clock';
import { merge } from '$lib/core/merge';
import type { TextRange } from '$lib/core/range';
import { latestClock } from '$lib/core/read-annotation';
import { describe } from '$lib/core/selector';
import {
	findAnnotations,
	keepAnnotations,
	leaveAnnotations,
	mergeLeft,
	purgeAnnotations
} from '$lib/storage/annotations';
import { StorageError, type Database } from '$lib/storage/database';
import { untrack } from 'svelte';
import { Collection } from './collection.svelte';
import { Places, type ChapterNow } from './places.svelte';
import { Saving } from './saving.svelte';

/** The other tabs; see storage/changes.ts. */
export interface Channel {
	tell(): void;
	listen(heard: () => void): () => void;
}

export interface KeepingOptions {
	/** Tells this tab from all others, on every device; without "-". */
	device: string;
	/** Milliseconds since 1970. */
	now: () => number;
	/** Hears at once what other tabs write; without one, `load` does. */
	channel: Channel | null;
}

export class Keeping {
	readonly collection: Collection;
	readonly places: Places;
	readonly saving: Saving;
	#database: Database;
	#options: KeepingOptions;
	/** The latest reading that this tab took or saw. */
	#clock: Clock | null = null;
	/** Texts of editions on the page, by edition: their snapshots, once something refers to them. */
	#texts = new Map<string, string>();
	/** Number of the last write that was read. */
	#last = 0;
	#reading: Promise<void> = Promise.resolve();
	#loaded = $state(false);
	#unreadable = $state<string | null>(null);
	#setAside = $state.raw<readonly unknown[]>([]);

	constructor(database: Database, options: KeepingOptions) {
		this.#database = database;
		this.#options = options;
		this.collection = new Collection(options.now);
		this.places = new Places(database);
		this.saving = new Saving({
			write: (annotations) => this.#write(annotations),
			leave: (annotations) => this.#leave(annotations)
		});
		options.channel?.listen(() => void this.load());
	}

	/** Reads what was written since the last time; never two at a time. */
	load(): Promise<void> {
		this.#reading = this.#reading.then(() => untrack(() => this.#read()));
		return this.#reading;
	}

	get loaded(): boolean {
		return this.#loaded;
	}

	/** Why nothing could be read, for the reader; `null` when it was. */
	get unreadable(): string | null {
		return this.#unreadable;
	}

	/** Records that are no annotations, as they lie in the database. */
	get setAside(): readonly unknown[] {
		return this.#setAside;
	}

	/** Takes up a chapter; resolves when all places in it are known. */
	async open(chapter: ChapterNow): Promise<void> {
		untrack(() => {
			this.#texts.set(chapter.edition, chapter.text);
			this.places.open(chapter, this.collection.inChapter(chapter.work, chapter.chapter));
		});
		await this.#reading;
		await this.places.settled();
	}

	/** A passage of a chapter, whose text will be kept with what refers to it. */
	describe(range: TextRange, { work, chapter, edition, text, blocks }: ChapterNow): Target {
		this.#texts.set(edition, text);
		return describe(text, range, { work, chapter, edition, blocks });
	}

	/** A reading for what is written now: later than all that is known. */
	tick(): Clock {
		this.#clock = tick(this.#clock, this.#options.now(), this.#options.device);
		return this.#clock;
	}

	/** Shows one change at once, and writes it. */
	change(annotations: readonly Annotation[]): void {
		if (annotations.length === 0) return;
		this.#put(annotations);
		this.saving.save(annotations);
	}

	/** Shows what is being typed at once, and writes it a moment later. */
	type(annotation: Annotation): void {
		this.#put([annotation]);
		this.saving.saveSoon(annotation);
	}

	async #read(): Promise<void> {
		try {
			const found = await findAnnotations(this.#database, this.#last);
			this.#adopt(found.annotations);
			this.#last = found.last;
			if (found.setAside.length > 0) this.#setAside = [...this.#setAside, ...found.setAside];
			this.#loaded = true;
			this.#unreadable = null;
			if (found.left > 0) await mergeLeft(this.#database);
			if (this.collection.expired().length > 0) {
				this.#put(await purgeAnnotations(this.#database, this.#options.now()));
			}
		} catch (error) {
			if (!(error instanceof StorageError)) throw error;
			// Once they are shown, a missed hint or a tidying put off is nothing to alarm anybody with.
			if (!this.#loaded) this.#unreadable = 'Your marks cannot be read: the storage failed.';
		}
		if (this.saving.failure !== null) void this.saving.flush();
	}

	/** Takes in what the database has, beside what is not written yet. */
	#adopt(annotations: readonly Annotation[]): void {
		const changed = new Map<string, Annotation>();
		let latest = this.#clock;
		for (const annotation of annotations) {
			const { id } = annotation;
			const known = changed.get(id) ?? this.collection.get(id);
			const merged = known ? merge([known], [annotation])[0] : annotation;
			if (!known || canonical(known) !== canonical(merged)) changed.set(id, merged);
			const clock = latestClock(annotation);
			if (clock !== null && (latest === null || compareClocks(clock, latest) > 0)) latest = clock;
		}
		if (latest !== null && latest !== this.#clock) {
			this.#clock = receive(this.#clock, latest, this.#options.now(), this.#options.device);
		}
		this.#put([...changed.values()]);
	}

	#put(annotations: readonly Annotation[]): void {
		if (annotations.length === 0) return;
		this.collection.put(annotations);
		this.places.update(annotations);
	}

	async #write(annotations: readonly Annotation[]): Promise<void> {
		this.#adopt(await keepAnnotations(this.#database, annotations, this.#texts));
		this.#options.channel?.tell();
	}

	async #leave(annotations: readonly Annotation[]): Promise<boolean> {
		try {
			await leaveAnnotations(this.#database, annotations, this.#texts);
			return true;
		} catch (error) {
			if (!(error instanceof StorageError)) throw error;
			return false; // The ordinary write beside it tells.
		}
	}
}
