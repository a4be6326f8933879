/**
 * Annotations between memory and disk: what was written elsewhere comes in, what
 * is changed here is shown at once and written behind. The database has the truth.
 */
import type { Annotation, Clock, Target } from '$lib/core/annotation/annotation';
import { idle } from '$lib/core/app/idle';
import { canonical } from '$lib/core/annotation/canonical';
import { compareClocks, receive, tick } from '$lib/core/annotation/clock';
import { merge } from '$lib/core/annotation/merge';
import type { TextRange } from '$lib/core/text/range';
import { latestClock } from '$lib/core/annotation/read-annotation';
import { describe } from '$lib/core/annotation/describe';
import {
	readAnnotations,
	saveAnnotations,
	saveBeforeUnload,
	type StoredAnnotations
} from '$lib/storage/annotations';
import { StorageError, type Database } from '$lib/storage/database';
import { untrack } from 'svelte';
import { Collection } from './collection.svelte';
import type { Journaling } from '../journaling.svelte';
import { Places, type ChapterEdition } from './places.svelte';
import { WriteQueue } from './write-queue.svelte';

/** The other tabs; see storage/changes.ts. */
export interface Channel {
	announce(): void;
	listen(heard: () => void): () => void;
}

export interface AnnotationSyncOptions {
	/** Tells this tab from all others, on every device; without "-". */
	device: string;
	/** Milliseconds since 1970. */
	now: () => number;
	/** Hears at once what other tabs write; without one, `load` does. */
	channel: Channel | null;
	/** The second store; without one, the database has to do. */
	journaling: Journaling | null;
}

export class AnnotationSync {
	readonly collection: Collection;
	readonly places: Places;
	readonly queue: WriteQueue;
	#database: Database;
	#options: AnnotationSyncOptions;
	/** The latest reading that this tab took or saw. */
	#clock: Clock | null = null;
	/** Texts of editions on the page, by edition: their snapshots, once something refers to them. */
	#texts = new Map<string, string>();
	/** Number of the last write that was read. */
	#last = 0;
	#reading: Promise<void> = Promise.resolve();
	#loaded = $state(false);
	#failure = $state<string | null>(null);
	#unreadableRecords = $state.raw<readonly unknown[]>([]);
	/** The database was compared with the second store, and nothing it could not write since. */
	#compared = false;

	constructor(database: Database, options: AnnotationSyncOptions) {
		this.#database = database;
		this.#options = options;
		this.collection = new Collection(options.now);
		this.places = new Places(database);
		this.queue = new WriteQueue({
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

	/** As `load`, when something was written past this: other tabs and the second store get it too. */
	async loadAnew(): Promise<void> {
		const { journaling, channel } = this.#options;
		channel?.announce();
		await journaling?.owe();
		await this.load();
		this.#compared = false;
		void this.#compareSoon();
	}

	get loaded(): boolean {
		return this.#loaded;
	}

	/** Why the database could not be read, or not be written to, for the reader; `null` when all is well. */
	get failure(): string | null {
		return this.#failure;
	}

	/** Records that are no annotations, as they lie in the database; those that were mended are not. */
	get unreadableRecords(): readonly unknown[] {
		return this.#unreadableRecords.filter((record) => {
			const { id } = (record ?? {}) as { id?: unknown };
			return typeof id !== 'string' || this.collection.get(id) === null;
		});
	}

	/** Takes up a chapter; resolves when all places in it are known. */
	async open(chapter: ChapterEdition): Promise<void> {
		untrack(() => {
			this.#texts.set(chapter.edition, chapter.text);
			this.places.open(chapter, this.collection.inChapter(chapter.work, chapter.chapter));
		});
		await this.#reading;
		await this.places.settled();
	}

	/** A passage of a chapter, whose text will be kept with what refers to it. */
	describe(range: TextRange, { work, chapter, edition, text, blocks }: ChapterEdition): Target {
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
		this.queue.save(annotations);
	}

	/** Shows what is being typed at once, and writes it a moment later. */
	type(annotation: Annotation): void {
		this.#put([annotation]);
		this.queue.saveSoon(annotation);
	}

	async #read(): Promise<void> {
		try {
			const isDamaged = await this.#options.journaling?.ask((recovery) => recovery.isDamaged());
			if (isDamaged) this.#compared = false;
			const after = this.#compared ? this.#last : 0;
			const found = await readAnnotations(this.#database, after);
			// None, where there were some, is not what the reader sees first.
			if (found.annotations.length === 0 && !this.#loaded) await this.#compare(found);
			this.#take(found, after);
			this.#failure = null;
			await this.#tidy(found.unmerged);
			if (!this.#compared) void this.#compareSoon(found);
		} catch (error) {
			if (!(error instanceof StorageError)) throw error;
			// Once they are shown, a missed hint or a tidying put off is nothing to alarm anybody with.
			if (!this.#loaded) await this.#readJournal();
		}
		if (this.queue.failure !== null) void this.queue.flush();
	}

	/** Does what is seldom to be done: `unmerged` annotations wait to be merged, or some are long deleted. */
	async #tidy(unmerged: number): Promise<void> {
		const isDue = this.collection.expired().length > 0;
		if (unmerged === 0 && !isDue) return;
		const tidying = await import('$lib/storage/maintenance').catch(() => null);
		if (tidying === null) return; // Not on the device yet: next time.
		if (unmerged > 0) await tidying.mergeUnmerged(this.#database);
		if (isDue) this.#put(await tidying.purgeAnnotations(this.#database, this.#options.now()));
	}

	/** Takes in what was found, written after the write number `after`. */
	#take({ annotations, unreadable, last }: StoredAnnotations, after = 0): void {
		this.#adopt(annotations);
		this.#last = Math.max(this.#last, last);
		this.#unreadableRecords =
			after === 0 ? unreadable : [...this.#unreadableRecords, ...unreadable];
		this.#loaded = true;
	}

	/** As `compare`, once there is nothing better to do: nobody waits for it. */
	async #compareSoon(found?: StoredAnnotations): Promise<void> {
		await idle(window);
		try {
			await this.#compare(found ?? (await readAnnotations(this.#database)));
		} catch (error) {
			if (!(error instanceof StorageError)) throw error;
			this.#compared = false; // Next time.
		}
	}

	/** Has the two stores give each other what they lack. */
	async #compare(found: StoredAnnotations): Promise<void> {
		if (this.#compared) return;
		this.#compared = true;
		const isMended = await this.#options.journaling?.check(found);
		if (!isMended) return;
		this.#take(await readAnnotations(this.#database));
		this.#options.channel?.announce();
	}

	/** The database is shut: what the journal has is shown. */
	async #readJournal(): Promise<void> {
		const { journaling } = this.#options;
		const annotations = await journaling?.readAll();
		if (annotations) {
			this.#adopt(annotations);
			this.#loaded = true;
		}
		this.#failure =
			(annotations && (await journaling!.ask(({ says }) => says.shown))) ??
			'Your marks cannot be read: the storage failed.';
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

	/** Writes to both stores. One suffices where the other cannot be had. */
	async #write(annotations: readonly Annotation[]): Promise<void> {
		const { journaling, channel } = this.#options;
		const [stored, journaled] = await Promise.allSettled([
			saveAnnotations(this.#database, annotations, this.#texts),
			journaling?.keep(annotations, this.#texts)
		]);
		const isJournaled = journaled.status === 'fulfilled' && journaled.value === true;
		if (!isJournaled || stored.status === 'rejected') void journaling?.owe();
		if (stored.status === 'fulfilled') {
			this.#adopt(stored.value);
			void journaling?.ask((recovery) => recovery.mark());
			channel?.announce();
			if (this.#failure !== null) void this.load(); // it is back: it gets what it missed
		} else {
			if (!isJournaled) throw stored.reason;
			this.#compared = false;
			this.#failure = await journaling!.ask(({ says }) => says.alone);
		}
	}

	async #leave(annotations: readonly Annotation[]): Promise<boolean> {
		try {
			await saveBeforeUnload(this.#database, annotations, this.#texts);
			return true;
		} catch (error) {
			if (!(error instanceof StorageError)) throw error;
			return false; // The ordinary write beside it tells.
		}
	}
}
