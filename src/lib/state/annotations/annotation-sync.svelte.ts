/**
 * Brings what is shown and what is stored together: reads what was written elsewhere, and writes
 * what was changed here to both stores. The database has the truth.
 */
import type { Annotation } from '$lib/core/annotation/annotation';
import { idle } from '$lib/core/app/idle';
import { isEqual } from '$lib/core/annotation/canonical-json';
import { merge } from '$lib/core/annotation/merge';
import { loadModule, MissingScriptError } from '$lib/core/app/missing-script';
import { StorageError } from '$lib/core/app/storage-error';
import type { ChapterName } from '$lib/core/text/work';
import {
	readAnnotations,
	readInOrder,
	saveAnnotations,
	saveBeforeUnload,
	type StoredAnnotations
} from '$lib/storage/annotations';
import { inBatches } from '$lib/storage/batches';
import type { Database } from '$lib/storage/database';
import type { SecondStore } from '$lib/storage/journal/second-store';
import { untrack } from 'svelte';
import type { DeviceClock } from './device-clock';
import type { ShownAnnotations } from './shown-annotations';
import type { StorageFailure } from './storage-failure';
import { StoreComparison } from './store-comparison';

/** While all are read, as many are shown at once as this times those that are shown: each time all are sorted and drawn. */
const GROWTH = 4;
/** As many are counted as shown when none is. */
const FIRST_SHOWN = 500;

/** Ms after which a database that did not answer is asked again. */
const RETRY_AFTER = 3000;

/** Where other tabs are told that something was written; see storage/change-channel.ts. */
export interface Channel {
	announce(): void;
	listen(heard: () => void): () => void;
}

export interface AnnotationSyncOptions {
	database: Database;
	/** Without one, the database has to do. */
	secondStore: SecondStore | null;
	channel: Channel | null;
	/** Calls what may fetch something that nobody waits for yet, when that may be done. */
	prefetch: (load: () => Promise<void>) => Promise<void>;
	/** Milliseconds since 1970. */
	now: () => number;
}

export class AnnotationSync {
	#shown: ShownAnnotations;
	#clock: DeviceClock;
	#options: AnnotationSyncOptions;
	#comparison: StoreComparison;
	/** Number of the last write that was read. */
	#lastRead = 0;
	#loading: Promise<void> = Promise.resolve();
	#hasBegun = false;
	/** A read that failed is tried once more, or will be. */
	#isReadLater = false;
	#loaded = $state(false);
	#failure = $state<StorageFailure | null>(null);
	#unreadableRecords = $state.raw<readonly unknown[]>([]);

	constructor(shown: ShownAnnotations, clock: DeviceClock, options: AnnotationSyncOptions) {
		this.#shown = shown;
		this.#clock = clock;
		this.#options = options;
		this.#comparison = new StoreComparison(options.database, options.secondStore);
	}

	/** Reads what was written since the last time; never two at a time. */
	load(): Promise<void> {
		this.#hasBegun = true;
		const loading = this.#loading.then(() => untrack(() => this.#read()));
		// One that fails as nobody expected must not end all those after it.
		this.#loading = loading.catch(() => {});
		return loading;
	}

	/** As `load`, but what was read before, or is being read, suffices. */
	loadOnce(): Promise<void> {
		return this.#hasBegun ? this.#loading : this.load();
	}

	/**
	 * Shows the annotations of these chapters, at most `limit` in the order of the texts, before all are
	 * read; does nothing when reading all has begun. It does not matter when it fails.
	 */
	loadFirst(chapters: readonly ChapterName[], limit?: number): Promise<void> {
		if (this.#hasBegun) return this.#loading;
		const loading = this.#loading.then(() => this.#readFirst(chapters, limit));
		this.#loading = loading.catch(() => {});
		return loading;
	}

	/** As `load`, when something was written past this: other tabs and the second store get it too. */
	async loadAnew(): Promise<void> {
		this.#options.channel?.announce();
		this.#comparison.noteMiss();
		await this.load();
		this.#comparison.require();
		void this.#compareWhenIdle();
	}

	/** Resolves when what is being read is shown. */
	get loading(): Promise<void> {
		return this.#loading;
	}

	/** All were read once. */
	get loaded(): boolean {
		return this.#loaded;
	}

	/** That the database cannot be read or written to; `null` when it can. */
	get failure(): StorageFailure | null {
		return this.#failure;
	}

	/** Records that are no annotations, as they lie in the database; those that were mended are left out. */
	get unreadableRecords(): readonly unknown[] {
		return this.#unreadableRecords.filter((record) => {
			const { id } = (record ?? {}) as { id?: unknown };
			return typeof id !== 'string' || this.#shown.index.get(id) === null;
		});
	}

	/** Writes to both stores. One suffices where the other cannot be had. @throws StorageError */
	async write(annotations: readonly Annotation[]): Promise<void> {
		const { database, secondStore, channel, now } = this.#options;
		const { texts } = this.#shown;
		const [stored, second] = await Promise.allSettled([
			saveAnnotations(database, annotations, texts, { now: now() }),
			secondStore?.save(annotations, texts)
		]);
		const isInSecond = second.status === 'fulfilled' && second.value === true;
		if (!isInSecond || stored.status === 'rejected') this.#comparison.noteMiss();
		if (stored.status === 'fulfilled') {
			await inBatches(stored.value, (batch) => this.#mergeIn(batch));
			void secondStore?.writeWatermark();
			channel?.announce();
			if (this.#failure !== null) void this.load(); // It is back: it gets what it missed.
		} else {
			if (!isInSecond) throw stored.reason;
			this.#comparison.require();
			this.#failure = 'saved-in-second-store';
		}
	}

	/** Writes while the page may be unloaded any moment; whether that was done. */
	async writeBeforeUnload(annotations: readonly Annotation[]): Promise<boolean> {
		try {
			await saveBeforeUnload(this.#options.database, annotations, this.#shown.texts);
			return true;
		} catch (error) {
			if (!(error instanceof StorageError)) throw error;
			return false; // The ordinary write at the same time tells the reader.
		}
	}

	async #readFirst(chapters: readonly ChapterName[], limit?: number): Promise<void> {
		try {
			this.#mergeIn(await readInOrder(this.#options.database, chapters, limit));
		} catch (error) {
			if (!(error instanceof StorageError)) throw error; // Reading all tells the reader.
		}
	}

	async #read(): Promise<void> {
		const { secondStore } = this.#options;
		try {
			if (await secondStore?.isDatabaseDamaged()) this.#comparison.require();
			const { isDone, misses } = this.#comparison;
			const after = isDone ? this.#lastRead : 0;
			const stored = await this.#readAll(after);
			// None, where there were some, is not what the reader sees first.
			if (stored.annotations.length === 0 && !this.#loaded) await this.#compare(stored);
			this.#take(stored, after);
			// What the second store has alone is in the database when they have been compared.
			if (this.#failure !== 'saved-in-second-store') this.#failure = null;
			await this.#maintain(stored);
			if (!this.#comparison.isDone) {
				void this.#compareWhenIdle(after === 0 ? stored : undefined, misses);
			}
		} catch (error) {
			if (!(error instanceof StorageError)) throw error;
			// Once they are shown, a missed change alarms nobody: it is read when the database is less busy.
			if (!this.#loaded) await this.#readSecondStore();
			else if (!this.#isReadLater) this.#readLater();
		}
	}

	/** Reads what was missed, once: after that, when another tab tells of a change or the reader comes back. */
	#readLater(): void {
		this.#isReadLater = true;
		setTimeout(() => {
			void this.load().finally(() => (this.#isReadLater = false));
		}, RETRY_AFTER);
	}

	/** Reads and shows what was written after the write number `after`. @throws StorageError */
	async #readAll(after = 0): Promise<StoredAnnotations> {
		let read: Annotation[] = [];
		let shown = FIRST_SHOWN;
		const show = () => {
			this.#mergeIn(read);
			shown += read.length;
			read = [];
		};
		const stored = await readAnnotations(this.#options.database, after, (part) => {
			read.push(...part);
			if (read.length > shown * GROWTH) show();
		});
		show();
		return stored;
	}

	/** Knows from now on what was read: all that was written after the write number `after`. */
	#take({ unreadable, last }: StoredAnnotations, after = 0): void {
		this.#lastRead = Math.max(this.#lastRead, last);
		this.#unreadableRecords =
			after === 0 ? unreadable : [...this.#unreadableRecords, ...unreadable];
		this.#loaded = true;
	}

	/** Shows what is stored, merged with what is not written yet. */
	#mergeIn(annotations: readonly Annotation[]): void {
		const changed = new Map<string, Annotation>();
		for (const annotation of annotations) {
			const { id } = annotation;
			const known = changed.get(id) ?? this.#shown.index.get(id);
			if (known && isEqual(known, annotation)) continue;
			const merged = known ? merge([known], [annotation])[0] : annotation;
			if (!known || !isEqual(known, merged)) changed.set(id, merged);
		}
		this.#clock.observe(annotations);
		this.#shown.put([...changed.values()]);
	}

	/** Does what is seldom to be done (storage/maintenance.ts), when what was read says so. */
	async #maintain({ unmerged, unsorted }: StoredAnnotations): Promise<void> {
		const { trash } = this.#shown.index;
		if (unmerged + unsorted.length + trash.length === 0) return;
		const { database, secondStore, now } = this.#options;
		try {
			const { maintain, sortRecords } = await loadModule(() => import('$lib/storage/maintenance'));
			void idle(window).then(() => sortRecords(database, unsorted));
			if (unmerged > 0) {
				// The journal never got them, and of merged ones nobody sees that any more.
				this.#comparison.noteMiss();
				this.#comparison.require();
			}
			const tombstones = await maintain(database, { unmerged, trash }, now());
			if (tombstones.length === 0) return;
			this.#shown.put(tombstones);
			this.#comparison.noteMiss();
			void secondStore?.purge(tombstones);
		} catch (error) {
			if (!(error instanceof MissingScriptError)) throw error; // Not on the device yet: next time.
		}
	}

	/** Has the two stores compared, and shows what the database got. @throws StorageError */
	async #compare(stored?: StoredAnnotations, misses?: number): Promise<void> {
		const gotSome = await this.#comparison.run(stored, misses);
		// What the second store has alone is not in the database yet.
		if (gotSome === null && this.#failure === 'saved-in-second-store') this.#comparison.require();
		if (this.#comparison.isDone) this.#failure = null;
		if (!gotSome) return;
		this.#take(await this.#readAll());
		this.#options.channel?.announce();
	}

	/** As `#compare`, when nobody waits for it: the code of the second store may have to be fetched. */
	async #compareWhenIdle(stored?: StoredAnnotations, misses?: number): Promise<void> {
		await idle(window);
		await this.#options.prefetch(async () => {
			try {
				await this.#compare(stored, misses);
			} catch (error) {
				if (!(error instanceof StorageError)) reportError(error); // Else: next time.
			}
		});
	}

	/** The database cannot be read: what the second store has is shown. */
	async #readSecondStore(): Promise<void> {
		const annotations = await this.#options.secondStore?.readAll();
		if (annotations) {
			this.#mergeIn(annotations);
			this.#loaded = true;
		}
		this.#failure = annotations ? 'read-from-second-store' : 'unreadable';
	}
}
