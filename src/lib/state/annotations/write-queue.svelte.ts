/** Which annotations are not on the disk yet, and what came of writing them. */
import type { Annotation } from '$lib/core/annotation/annotation';
import { SvelteMap } from 'svelte/reactivity';

export type SaveState = 'saved' | 'saving' | 'failed';

/**
 * How long typing may run ahead of the disk, in ms: with the database's own time limit
 * (1.8 s) a failure is still on the screen within two seconds.
 */
const BEHIND = 150;

/** What saving needs from its owner. */
export interface Writer {
	/** Writes one change; resolves when it is on the disk. */
	write(annotations: readonly Annotation[]): Promise<void>;
	/** Begins to write, at once and for certain, since the page goes away; whether it was written. */
	leave(annotations: readonly Annotation[]): Promise<boolean>;
}

interface Unsaved {
	annotation: Annotation;
	state: 'saving' | 'failed';
}

export class WriteQueue {
	#unsaved = new SvelteMap<string, Unsaved>();
	#failure = $state<string | null>(null);
	#writer: Writer;
	/** Ids of what is typed just now. */
	#due = new Set<string>();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#writing = new Set<Promise<void>>();
	/** Records that were left already, or are just now: browsers tell of a page's end up to three times. */
	#left = new WeakSet<Annotation>();

	constructor(writer: Writer) {
		this.#writer = writer;
	}

	/** Whether an annotation's latest record is on the disk. */
	stateOf(id: string): SaveState {
		return this.#unsaved.get(id)?.state ?? 'saved';
	}

	/** Whether all is on the disk; `failed` when anything could not be written. */
	get state(): SaveState {
		const states = [...this.#unsaved.values()].map(({ state }) => state);
		return states.includes('failed') ? 'failed' : (states[0] ?? 'saved');
	}

	/** What is not on the disk, also what is only on its way. */
	get unsaved(): Annotation[] {
		return [...this.#unsaved.values()].map(({ annotation }) => annotation);
	}

	/** Why the last write failed; `null` when everything is saved or on its way. */
	get failure(): string | null {
		return this.#failure;
	}

	/** Writes one change. What is typed in the same annotations goes with it. */
	save(annotations: readonly Annotation[]): void {
		for (const annotation of annotations) {
			this.#due.delete(annotation.id);
			this.#unsaved.set(annotation.id, { annotation, state: 'saving' });
		}
		const writing = this.#write(annotations).finally(() => this.#writing.delete(writing));
		this.#writing.add(writing);
	}

	/** Writes what is being typed, a moment later; only the last of what comes meanwhile. */
	saveSoon(annotation: Annotation): void {
		this.#unsaved.set(annotation.id, { annotation, state: 'saving' });
		this.#due.add(annotation.id);
		this.#timer ??= setTimeout(() => this.#saveDue(), BEHIND);
	}

	/** Writes all that is not on the disk, also what failed; resolves when that succeeded or failed. */
	async flush(): Promise<void> {
		this.#saveDue();
		const failed = [...this.#unsaved.values()].filter(({ state }) => state === 'failed');
		if (failed.length > 0) this.save(failed.map(({ annotation }) => annotation));
		while (this.#writing.size > 0) await Promise.all(this.#writing);
	}

	/** Writes all that is not on the disk while the page may go away any moment. */
	async flushBeforeUnload(): Promise<void> {
		const leaving = this.unsaved.filter((annotation) => !this.#left.has(annotation));
		if (leaving.length > 0) void this.#leave(leaving);
		await this.flush();
	}

	async #leave(annotations: readonly Annotation[]): Promise<void> {
		for (const annotation of annotations) this.#left.add(annotation);
		// What could not be left is tried again when the page's end is told once more.
		if (await this.#writer.leave(annotations)) return;
		for (const annotation of annotations) this.#left.delete(annotation);
	}

	#saveDue(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const due = [...this.#due].map((id) => this.#unsaved.get(id)!.annotation);
		if (due.length > 0) this.save(due);
	}

	async #write(annotations: readonly Annotation[]): Promise<void> {
		const isLatest = (annotation: Annotation) =>
			this.#unsaved.get(annotation.id)?.annotation === annotation;
		try {
			await this.#writer.write(annotations);
			for (const annotation of annotations.filter(isLatest)) this.#unsaved.delete(annotation.id);
			if (this.state !== 'failed') this.#failure = null;
		} catch (error) {
			for (const annotation of annotations.filter(isLatest)) {
				this.#unsaved.set(annotation.id, { annotation, state: 'failed' });
			}
			this.#failure = inWords(error);
		}
	}
}

/** What a reader can be told of a failed write. */
function inWords(error: unknown): string {
	const { name } = ((error as Error).cause ?? error) as Error;
	if (name === 'QuotaExceededError') return 'Not saved: there is no space left on this device.';
	if (name === 'TimeoutError') return 'Not saved: the browser’s storage does not answer.';
	return 'Not saved: the browser’s storage failed.';
}
