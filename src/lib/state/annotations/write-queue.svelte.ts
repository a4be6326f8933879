/** Annotations that are not on the disk yet, and what came of writing them. */
import type { Annotation } from '$lib/core/annotation/annotation';
import { storageErrorReason } from '$lib/core/app/storage-error';
import type { StorageFailure } from './storage-failure';

export type SaveState = 'saved' | 'saving' | 'failed';

/**
 * How long typing may run ahead of the disk, in ms: with the database's own time limit
 * (1.8 s) a failure is still on the screen within two seconds.
 */
const TYPING_DELAY = 150;

/** How the queue writes. */
export interface WriteFunctions {
	/** Writes one change; resolves when it is on the disk. */
	write(annotations: readonly Annotation[]): Promise<void>;
	/**
	 * Begins to write at once, without a look at what is stored, since the page may be unloaded any
	 * moment; gives whether that was written.
	 */
	writeBeforeUnload(annotations: readonly Annotation[]): Promise<boolean>;
}

interface Unsaved {
	annotation: Annotation;
	state: 'saving' | 'failed';
}

export class WriteQueue {
	#unsaved = new Map<string, Unsaved>();
	// One signal for all: one for each of 10,000 marks costs more than it saves.
	#changed = $state.raw({});
	#failure = $state<StorageFailure | null>(null);
	#functions: WriteFunctions;
	/** Ids of what is being typed. */
	#typed = new Set<string>();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#writing = new Set<Promise<void>>();
	/** Records that `writeBeforeUnload` has, or is writing: browsers tell of a page's end up to three times. */
	#flushed = new WeakSet<Annotation>();

	constructor(functions: WriteFunctions) {
		this.#functions = functions;
	}

	/** Whether an annotation's latest record is on the disk. */
	stateOf(id: string): SaveState {
		void this.#changed;
		return this.#unsaved.get(id)?.state ?? 'saved';
	}

	/** Whether all is on the disk; `failed` when anything could not be written. */
	get state(): SaveState {
		void this.#changed;
		const states = [...this.#unsaved.values()].map(({ state }) => state);
		return states.includes('failed') ? 'failed' : (states[0] ?? 'saved');
	}

	/** What is not on the disk, also what is only on its way. */
	get unsaved(): Annotation[] {
		void this.#changed;
		return [...this.#unsaved.values()].map(({ annotation }) => annotation);
	}

	/** Why the last write failed; `null` when everything is saved or on its way. */
	get failure(): StorageFailure | null {
		return this.#failure;
	}

	/** Writes one change. What is typed in the same annotations goes with it. */
	save(annotations: readonly Annotation[]): void {
		for (const annotation of annotations) {
			this.#typed.delete(annotation.id);
			this.#unsaved.set(annotation.id, { annotation, state: 'saving' });
		}
		this.#changed = {};
		const writing = this.#write(annotations).finally(() => this.#writing.delete(writing));
		this.#writing.add(writing);
	}

	/** Writes what is being typed, a moment later; only the last of what comes meanwhile. */
	saveSoon(annotation: Annotation): void {
		this.#unsaved.set(annotation.id, { annotation, state: 'saving' });
		this.#changed = {};
		this.#typed.add(annotation.id);
		this.#timer ??= setTimeout(() => this.#saveTyped(), TYPING_DELAY);
	}

	/** Writes all that is not on the disk, also what failed; resolves when that succeeded or failed. */
	async flush(): Promise<void> {
		this.#saveTyped();
		const failed = [...this.#unsaved.values()].filter(({ state }) => state === 'failed');
		if (failed.length > 0) this.save(failed.map(({ annotation }) => annotation));
		while (this.#writing.size > 0) await Promise.all(this.#writing);
	}

	/** Writes all that is not on the disk while the page may be unloaded any moment. */
	async flushBeforeUnload(): Promise<void> {
		const annotations = this.unsaved.filter((annotation) => !this.#flushed.has(annotation));
		if (annotations.length > 0) void this.#writeBeforeUnload(annotations);
		await this.flush();
	}

	async #writeBeforeUnload(annotations: readonly Annotation[]): Promise<void> {
		for (const annotation of annotations) this.#flushed.add(annotation);
		if (await this.#functions.writeBeforeUnload(annotations)) return;
		// Tried again when the page's end is told once more.
		for (const annotation of annotations) this.#flushed.delete(annotation);
	}

	#saveTyped(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const typed = [...this.#typed].map((id) => this.#unsaved.get(id)!.annotation);
		if (typed.length > 0) this.save(typed);
	}

	async #write(annotations: readonly Annotation[]): Promise<void> {
		const isLatest = (annotation: Annotation) =>
			this.#unsaved.get(annotation.id)?.annotation === annotation;
		try {
			await this.#functions.write(annotations);
			for (const annotation of annotations.filter(isLatest)) this.#unsaved.delete(annotation.id);
			this.#changed = {};
			if (this.state !== 'failed') this.#failure = null;
		} catch (error) {
			for (const annotation of annotations.filter(isLatest)) {
				this.#unsaved.set(annotation.id, { annotation, state: 'failed' });
			}
			this.#changed = {};
			this.#failure = storageErrorReason(error as Error);
		}
	}
}
