/**
 * What the reader made, in every work: shown at once, saved behind, the same in
 * every tab. The database has the truth; this is what is known of it here.
 */
import type { Annotation, Kind, Place, Register, Target } from '$lib/core/annotation';
import { canonical } from '$lib/core/canonical';
import { valuesBefore, withChanges, withDeleted, withTarget, type Changes } from '$lib/core/edit';
import { joinedFields } from '$lib/core/join';
import { withVersion } from '$lib/core/note-history';
import type { TextRange } from '$lib/core/range';
import { isTombstone } from '$lib/core/trash';
import type { Database } from '$lib/storage/database';
import { untrack } from 'svelte';
import { Keeping, type Channel } from './keeping.svelte';
import { openNote, type NoteEditing } from './note-editing';
import type { ChapterNow } from './places.svelte';
import type { SaveState } from './saving.svelte';
import { UndoStack } from './undo.svelte';

export type { ChapterNow };

export interface AnnotationsOptions {
	/** Tells this tab from all others, on every device; without "-". */
	device: string;
	/** Milliseconds since 1970. */
	now?: () => number;
	newId?: () => string;
	/** Hears at once what other tabs write; without one, `load` does. */
	channel?: Channel | null;
}

const MADE: Record<Kind, string> = { highlight: 'Highlight', note: 'Note', bookmark: 'Bookmark' };
const CHANGED = {
	colour: 'Colour',
	style: 'Style',
	note: 'Note',
	tags: 'Tags',
	loose: 'Loose note'
};

export class Annotations {
	#keeping: Keeping;
	#steps = new UndoStack();
	#now: () => number;
	#newId: () => string;

	constructor(
		database: Database,
		{ device, now = Date.now, newId = randomId, channel = null }: AnnotationsOptions
	) {
		this.#now = now;
		this.#newId = newId;
		this.#keeping = new Keeping(database, { device, now, channel });
	}

	/**
	 * Reads all annotations; later, what other tabs wrote since. Writes again what could not be
	 * written before. A database that cannot be read is told of by `failure`.
	 */
	load(): Promise<void> {
		return this.#keeping.load();
	}

	/** All were read once: before, an empty collection does not mean that there are none. */
	get loaded(): boolean {
		return this.#keeping.loaded;
	}

	/** All that are not deleted, of all works. */
	get live(): readonly Annotation[] {
		return this.#keeping.collection.live;
	}

	/** Those deleted within 30 days, the latest first. */
	get trash(): readonly Annotation[] {
		return this.#keeping.collection.trash;
	}

	/** Records that could not be read, as they lie in the database. Nothing touches them. */
	get setAside(): readonly unknown[] {
		return this.#keeping.setAside;
	}

	/** An annotation, also a deleted one; `null` when there is none. */
	get(id: string): Annotation | null {
		return this.#keeping.collection.get(id);
	}

	/** Those in a chapter by their newest target, not deleted, in the order they were placed at. */
	inChapter(work: string, chapter: string): readonly Annotation[] {
		return this.#keeping.collection.inChapter(work, chapter);
	}

	/** Makes known where the annotations of a chapter stand, from now on; resolves when it is. */
	open(chapter: ChapterNow): Promise<void> {
		return this.#keeping.open(chapter);
	}

	/** Where an annotation stands in an open chapter; `null` when that is not known, or it is in none. */
	placeOf(id: string): Place | null {
		return this.#keeping.places.get(id);
	}

	/**
	 * Makes an annotation and gives its id.
	 * @throws RangeError when `range` is no passage of the chapter
	 */
	create(kind: Kind, range: TextRange, chapter: ChapterNow, fields: Changes = {}): string {
		const id = this.#newId();
		const target = this.#keeping.describe(range, chapter);
		const created = new Date(this.#now()).toISOString();
		const bare: Annotation = { id, v: 1, kind, created, targets: [target], fields: {} };
		this.#keeping.change([withChanges(bare, fields, this.#keeping.tick())]);
		this.#steps.push({
			what: MADE[kind],
			made: id,
			undo: () => this.#delete([id], true),
			redo: () => this.#delete([id], false)
		});
		return id;
	}

	/** Changes fields of annotations, as one step. What is not named stays. */
	change(ids: string | readonly string[], changes: Changes): void {
		// A copy: a list that belongs to the screen may change later.
		const after = { ...changes, ...(changes.tags ? { tags: [...changes.tags] } : {}) };
		const before = this.#all(ids).map((one) => [one.id, valuesBefore(one, after)] as const);
		const changed = before.filter(([, values]) => canonical(values) !== canonical(after));
		if (changed.length === 0) return;
		const redo = () => this.#edit(changed.map(([id]) => [id, after]));
		redo();
		const [name] = Object.keys(after) as (keyof Changes)[];
		this.#steps.push({ what: CHANGED[name], undo: () => this.#edit(changed), redo });
	}

	/** Deletes annotations: they are in `trash` for 30 days. */
	remove(ids: string | readonly string[]): void {
		this.#deleteAsStep(ids, true);
	}

	/** Brings deleted annotations back. */
	restore(ids: string | readonly string[]): void {
		this.#deleteAsStep(ids, false);
	}

	/**
	 * Says where an annotation stands in today's text; where it was made stays known.
	 * @throws RangeError when `range` is no passage of the chapter
	 */
	placeByHand(id: string, range: TextRange, chapter: ChapterNow): void {
		this.#place(id, range, chapter, 'Place');
	}

	/**
	 * Moves the ends of a mark.
	 * @throws RangeError when `range` is no passage of the chapter
	 */
	moveEnds(id: string, range: TextRange, chapter: ChapterNow): void {
		this.#place(id, range, chapter, 'Ends');
	}

	/** Opens the note of an annotation for typing. */
	editNote(id: string): NoteEditing {
		return untrack(() => openNote({ keeping: this.#keeping, steps: this.#steps }, id));
	}

	/** Makes a text of an annotation's history its note again; the one it has goes there. */
	takeBack(id: string, version: Register<string>): void {
		let before = this.get(id)?.fields.note;
		if (!before) return;
		const bring = (note: Register<string>) => {
			this.#keeping.change(
				this.#all(id).map((one) => withVersion(one, note, this.#keeping.tick()))
			);
			return this.get(id)?.fields.note ?? note;
		};
		let after = bring(version);
		this.#steps.push({
			what: 'Earlier version',
			undo: () => void (before = bring(before!)),
			redo: () => void (after = bring(after))
		});
	}

	/**
	 * Makes one mark of two, as one step: `id` gets the `range` and what both say, `other` is deleted.
	 * @throws RangeError when `range` is no passage of the chapter
	 */
	join(id: string, other: string, range: TextRange, chapter: ChapterNow): void {
		const [one, gone] = this.#all([id, other]);
		if (!one || !gone) return;
		const startOf = (mark: Annotation) => this.placeOf(mark.id)?.range?.start ?? 0;
		const isFirst = startOf(one) <= startOf(gone);
		const after = isFirst ? joinedFields(one, gone) : joinedFields(gone, one);
		const before = valuesBefore(one, after);
		const [from, to] = [one.targets.at(-1)!, this.#keeping.describe(range, chapter)];
		const write = (changes: Changes, target: Target, deleted: boolean) => {
			const at = this.#keeping.tick();
			this.#keeping.change([
				...this.#all(id).map((mark) => withTarget(withChanges(mark, changes, at), target, at)),
				...this.#all(other).map((mark) => withDeleted(mark, deleted, at))
			]);
		};
		write(after, to, true);
		this.#steps.push({
			what: 'Merge',
			undo: () => write(before, from, false),
			redo: () => write(after, to, true)
		});
	}

	/** Does all that `act` does as one step, called `what`: "Tags". */
	group(what: string, act: () => void): void {
		this.#steps.group(what, act);
	}

	/** Takes the latest step back; what it was, for the toast: "Highlight". `null` when there is none. */
	undo(): string | null {
		return this.#steps.undo();
	}

	/** Does the step again that was taken back last; what it was. `null` when there is none. */
	redo(): string | null {
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
		return this.#keeping.saving.stateOf(id);
	}

	/** Whether all annotations are on the disk; `failed` when any could not be written. */
	get saveState(): SaveState {
		return this.#keeping.saving.state;
	}

	/** Those that are not on the disk as they are shown. */
	get unsaved(): readonly Annotation[] {
		return this.#keeping.saving.unsaved;
	}

	/** What of all this could not be written or read, for the reader; `null` when all is well. */
	get failure(): string | null {
		return this.#keeping.saving.failure ?? this.#keeping.unreadable;
	}

	/** Tries again what failed; resolves when that succeeded or failed again. */
	async retry(): Promise<void> {
		if (this.#keeping.unreadable) await this.load();
		await this.#keeping.saving.flush();
	}

	/** Writes all that is not on the disk; resolves when it is, or could not be written. */
	save(): Promise<void> {
		return this.#keeping.saving.flush();
	}

	/** As `save`, when the page may go away any moment: what matters is done before this returns. */
	leave(): Promise<void> {
		return this.#keeping.saving.leave();
	}

	#all(ids: string | readonly string[]): Annotation[] {
		return [ids]
			.flat()
			.map((id) => this.get(id))
			.filter((one) => one !== null)
			.filter((one) => !isTombstone(one));
	}

	#edit(changes: readonly (readonly [id: string, changes: Changes])[]): void {
		const at = this.#keeping.tick();
		this.#keeping.change(
			changes.flatMap(([id, one]) => this.#all(id).map((a) => withChanges(a, one, at)))
		);
	}

	#delete(ids: readonly string[], value: boolean): void {
		const at = this.#keeping.tick();
		this.#keeping.change(this.#all(ids).map((annotation) => withDeleted(annotation, value, at)));
	}

	#deleteAsStep(which: string | readonly string[], value: boolean): void {
		const ids = this.#all(which).map(({ id }) => id);
		if (ids.length === 0) return;
		this.#delete(ids, value);
		this.#steps.push({
			what: value ? 'Deletion' : 'Bringing back',
			undo: () => this.#delete(ids, !value),
			redo: () => this.#delete(ids, value)
		});
	}

	#place(id: string, range: TextRange, chapter: ChapterNow, what: string): void {
		const annotation = this.get(id);
		if (!annotation) return;
		const before = annotation.targets.at(-1)!;
		const after = this.#keeping.describe(range, chapter);
		// A target is never taken away: taking a place back is one more, where it stood before.
		const move = (target: Target) =>
			this.#keeping.change(
				this.#all(id).map((one) => withTarget(one, target, this.#keeping.tick()))
			);
		move(after);
		this.#steps.push({ what, undo: () => move(before), redo: () => move(after) });
	}
}

/** 32 hex digits. `crypto.randomUUID` is missing on plain http. */
function randomId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
