/**
 * What the reader made, in every work: shown at once, saved behind, the same in
 * every tab. The database has the truth; this is what is known of it here.
 */
import type { Annotation, Kind, Place, Target } from '$lib/core/annotation/annotation';
import { canonical } from '$lib/core/annotation/canonical-json';
import {
	reverseOf,
	valuesBefore,
	withEdit,
	type Changes,
	type Edit
} from '$lib/core/annotation/edit';
import { isDeleted, isTombstone } from '$lib/core/annotation/deletion';
import type { TextRange } from '$lib/core/text/range';
import type { ChapterName } from '$lib/core/text/work';
import type { Database } from '$lib/storage/database';
import type { SecondStore } from '$lib/storage/journal/second-store';
import { untrack } from 'svelte';
import { randomId } from '../random-id';
import { AnnotationSync, type Channel } from './annotation-sync.svelte';
import { DeviceClock } from './device-clock';
import type { NoteEditing, openNote } from './note-editing';
import type { ChapterEdition } from './places.svelte';
import { ShownAnnotations } from './shown-annotations';
import type { StorageFailure } from './storage-failure';
import { UndoStack } from './undo-stack.svelte';
import { WriteQueue, type SaveState } from './write-queue.svelte';

export type { ChapterEdition };

export interface AnnotationsOptions {
	/** Tells this tab from all others, on every device; without "-". */
	device: string;
	/** Milliseconds since 1970. */
	now?: () => number;
	newId?: () => string;
	/** Hears at once what other tabs write; without one, `load` does. */
	channel?: Channel | null;
	/** Without one, the database has to do. */
	secondStore?: SecondStore | null;
	/** Calls what may fetch something that nobody waits for yet, when that may be done; by default at once. */
	prefetch?: (load: () => Promise<void>) => Promise<void>;
}

/** What was done, for the toast: made, by the kind of annotation, or changed, by the field. */
const NAMES: Record<Kind | keyof Changes, string> = {
	highlight: 'Highlight',
	note: 'Note',
	bookmark: 'Bookmark',
	colour: 'Colour',
	style: 'Style',
	tags: 'Tags',
	loose: 'Loose note'
};

export class Annotations {
	#shown: ShownAnnotations;
	#clock: DeviceClock;
	#sync: AnnotationSync;
	#queue: WriteQueue;
	#steps = new UndoStack();
	/** The note that was typed last, whose version may be open. */
	#typing: NoteEditing | null = null;
	#now: () => number;
	#newId: () => string;

	constructor(
		database: Database,
		{
			device,
			now = Date.now,
			newId = () => randomId(16),
			channel = null,
			secondStore = null,
			prefetch = (load) => load()
		}: AnnotationsOptions
	) {
		this.#now = now;
		this.#newId = newId;
		this.#shown = new ShownAnnotations(database);
		this.#clock = new DeviceClock(device, now);
		const options = { database, secondStore, channel, prefetch, now };
		const sync = new AnnotationSync(this.#shown, this.#clock, options);
		this.#sync = sync;
		this.#queue = new WriteQueue({
			write: (annotations) => sync.write(annotations),
			writeBeforeUnload: (annotations) => sync.writeBeforeUnload(annotations)
		});
		channel?.listen(() => void this.load());
	}

	/**
	 * Reads all annotations; later, what other tabs wrote since. Writes again what could not be
	 * written before. A database that cannot be read is told of by `failure`.
	 */
	async load(): Promise<void> {
		await this.#sync.load();
		if (this.#queue.failure !== null) void this.#queue.flush();
	}

	/** Resolves when all were read once; reads them unless that has begun. */
	loadOnce(): Promise<void> {
		return this.#sync.loadOnce();
	}

	/**
	 * Reads the annotations of these chapters, at most `limit` in the order of the texts, before all are
	 * read, so that what is on the screen need not wait for the rest. `loadOnce` reads that.
	 */
	loadFirst(chapters: readonly ChapterName[], limit?: number): Promise<void> {
		return this.#sync.loadFirst(chapters, limit);
	}

	/** As `load`, when much was written past this, as an import is: the second store gets it too. */
	loadAnew(): Promise<void> {
		return this.#sync.loadAnew();
	}

	/** All were read once: before, an empty collection does not mean that there are none. */
	get loaded(): boolean {
		return this.#sync.loaded;
	}

	/** All that are not deleted, of all works. */
	get live(): readonly Annotation[] {
		return this.#shown.index.live;
	}

	/** Those deleted within 30 days, the latest first. */
	get trash(): readonly Annotation[] {
		return this.#shown.index.trash;
	}

	/** Records that could not be read, as they lie in the database. Nothing touches them. */
	get unreadableRecords(): readonly unknown[] {
		return this.#sync.unreadableRecords;
	}

	/** An annotation, also a deleted one; `null` when there is none. */
	get(id: string): Annotation | null {
		return this.#shown.index.get(id);
	}

	/** Those in a chapter by their newest target, not deleted, in the order they were placed at. */
	inChapter(work: string, chapter: string): readonly Annotation[] {
		return this.#shown.index.inChapter(work, chapter);
	}

	/** Makes known where the annotations of a chapter stand, from now on; resolves when it is. */
	async open(chapter: ChapterEdition): Promise<void> {
		untrack(() => this.#shown.open(chapter));
		await this.#sync.loading;
		await this.#shown.places.allKnown();
	}

	/** Where an annotation stands in an open chapter; `null` when that is not known, or it is in none. */
	placeOf(id: string): Place | null {
		return this.#shown.places.get(id);
	}

	/**
	 * Makes an annotation and gives its id.
	 * @throws RangeError when `range` is no passage of the chapter
	 */
	create(kind: Kind, range: TextRange, chapter: ChapterEdition, changes: Changes = {}): string {
		const made = this.blank(kind, range, chapter);
		const { id } = made;
		this.perform(NAMES[kind], [{ id, made, changes }], id);
		return id;
	}

	/**
	 * A new annotation, for `perform` to make.
	 * @throws RangeError when `range` is no passage of the chapter
	 */
	blank(kind: Kind, range: TextRange, chapter: ChapterEdition): Annotation {
		const created = new Date(this.#now()).toISOString();
		const targets = [this.describe(range, chapter)];
		return { id: this.#newId(), v: 1, kind, created, targets, fields: {} };
	}

	/** Changes fields of annotations, as one step. What is not named stays. */
	change(ids: string | readonly string[], changes: Changes): void {
		// A copy: a list that belongs to the screen may change later.
		const after = { ...changes, ...(changes.tags ? { tags: [...changes.tags] } : {}) };
		const changed = this.#all(ids).filter(
			(one) => canonical(valuesBefore(one, after)) !== canonical(after)
		);
		const [name] = Object.keys(after) as (keyof Changes)[];
		this.perform(
			NAMES[name],
			changed.map(({ id }) => ({ id, changes: after }))
		);
	}

	/** Deletes annotations: they are in `trash` for 30 days. */
	remove(ids: string | readonly string[]): void {
		this.#setDeleted(ids, true, 'Deletion');
	}

	/** Brings deleted annotations back. */
	restore(ids: string | readonly string[]): void {
		this.#setDeleted(ids, false, 'Restoring');
	}

	/**
	 * Says where an annotation stands in today's text; where it was made stays known.
	 * @throws RangeError when `range` is no passage of the chapter
	 */
	placeByHand(id: string, range: TextRange, chapter: ChapterEdition): void {
		this.perform('Placing', [{ id, target: this.describe(range, chapter) }]);
	}

	/**
	 * Moves the ends of a mark.
	 * @throws RangeError when `range` is no passage of the chapter
	 */
	moveEnds(id: string, range: TextRange, chapter: ChapterEdition): void {
		this.perform('Change of ends', [{ id, target: this.describe(range, chapter) }]);
	}

	/** Opens the note of an annotation for typing, by `open`, which is loaded with the editor alone. */
	editNote(open: typeof openNote, id: string): NoteEditing {
		const parts = {
			shown: this.#shown,
			clock: this.#clock,
			queue: this.#queue,
			steps: this.#steps
		};
		const editing = untrack(() => open(parts, id));
		const write = (text: string) => {
			this.#typing = editing;
			editing.write(text);
		};
		return { ...editing, write };
	}

	/**
	 * Does several things as one step and one write; `what` it is, for the toast: "Merge". `made` is the
	 * annotation whose making the step is.
	 */
	perform(what: string, edits: readonly Edit[], made?: string): void {
		let next = this.#write(edits);
		if (next.length === 0) return;
		const turn = () => void (next = this.#write(next));
		this.#steps.push({ what, made, undo: turn, redo: turn });
	}

	/**
	 * A target for `perform`.
	 * @throws RangeError when `range` is no passage of the chapter
	 */
	describe(range: TextRange, chapter: ChapterEdition): Target {
		return this.#shown.describe(range, chapter);
	}

	/** Takes the latest step back; what it was, for the toast: "Highlight". `null` when there is none. */
	undo(): string | null {
		this.#typing?.close(); // what is being typed is the latest step
		return this.#steps.undo();
	}

	/** Does the step again that was taken back last; what it was. `null` when there is none. */
	redo(): string | null {
		this.#typing?.close();
		return this.#steps.redo();
	}

	get canUndo(): boolean {
		return this.#steps.canUndo;
	}

	get canRedo(): boolean {
		return this.#steps.canRedo;
	}

	/** Whether an annotation, as it is shown, is on the disk. */
	saveStateOf(id: string): SaveState {
		return this.#queue.stateOf(id);
	}

	/** Whether all annotations are on the disk; `failed` when any could not be written. */
	get saveState(): SaveState {
		return this.#queue.state;
	}

	/** Those that are not on the disk as they are shown; of deleted ones nothing is lost. */
	get unsaved(): readonly Annotation[] {
		return this.#queue.unsaved.filter((annotation) => !isDeleted(annotation));
	}

	/** What of all this could not be written or read; `null` when all is well. */
	get failure(): StorageFailure | null {
		return this.#queue.failure ?? this.#sync.failure;
	}

	/** Tries again what failed; resolves when that succeeded or failed again. */
	async retry(): Promise<void> {
		if (this.#sync.failure) await this.load();
		await this.#queue.flush();
	}

	/** Writes all that is not on the disk; resolves when it is, or could not be written. */
	save(): Promise<void> {
		return this.#queue.flush();
	}

	/** As `save`, when the page may go away any moment: what matters is done before this returns. */
	flushBeforeUnload(): Promise<void> {
		return this.#queue.flushBeforeUnload();
	}

	/** Shows one change at once, and writes it. */
	#change(annotations: readonly Annotation[]): void {
		if (annotations.length === 0) return;
		this.#shown.put(annotations);
		this.#queue.save(annotations);
	}

	#all(ids: string | readonly string[]): Annotation[] {
		return [ids]
			.flat()
			.flatMap((id) => this.get(id) ?? [])
			.filter((one) => !isTombstone(one));
	}

	/**
	 * Makes edits of what is there, in one write. Gives those that take them back; a target is
	 * never taken away: taking a place back is one more, where it stood before.
	 */
	#write(edits: readonly Edit[]): Edit[] {
		const known = edits.flatMap((edit) =>
			(edit.made ? [edit.made] : this.#all(edit.id)).map((one) => ({ one, edit }))
		);
		const at = this.#clock.tick();
		this.#change(known.map(({ one, edit }) => withEdit(one, edit, at)));
		return known.map(({ one, edit }) => reverseOf(one, edit));
	}

	#setDeleted(ids: string | readonly string[], deleted: boolean, what: string): void {
		this.perform(
			what,
			this.#all(ids).map(({ id }) => ({ id, deleted }))
		);
	}
}
