/** What a reader does to passages of the text. Each shows at once, says what was done, and can be undone. */
import type { Colour, Register } from '$lib/core/annotation/annotation';
import type { Changes } from '$lib/core/annotation/edit';
import { markForNote, type PlacedMark } from '$lib/core/annotation/passage-marks';
import type { TextRange } from '$lib/core/text/range';
import { joinMarks } from '$lib/state/annotations/join-marks';
import { lastColour } from '$lib/state/annotations/last-colour';
import { joinAround, markPassage, type MarkedChapter } from '$lib/state/annotations/mark-passage';
import { unmarkPassage } from '$lib/state/annotations/unmark-passage';
import type { AnnotatedPage } from '../annotated-page';
import { SelectedPassage } from './selected-passage.svelte';

export class MarkingActions {
	readonly selection: SelectedPassage;
	#page: AnnotatedPage;

	constructor(page: AnnotatedPage) {
		this.#page = page;
		this.selection = new SelectedPassage(page);
	}

	get #where(): MarkedChapter {
		const { annotations, chapter, marks } = this.#page;
		return { annotations, chapter: chapter.now, marks: () => marks.painted };
	}

	/** The colour used last; a reader's first is yellow. */
	lastColour = $derived.by(() => lastColour(this.#page.annotations.live));

	/** Marks a passage, or gives the mark of the same words another colour; gives the id of the mark. */
	highlight(range: TextRange, colour: Colour = this.lastColour): string {
		this.selection.clear();
		const { id, done } = markPassage(range, colour, this.#where);
		const { notices } = this.#page;
		if (done === 'nothing') notices.show({ text: `Already ${colour}` });
		else if (done === 'recoloured') notices.changed(`Turned ${colour}`, id);
		else notices.changed(done === 'joined' ? 'Merged' : 'Highlighted', id);
		return id;
	}

	/** Opens the note of the mark that a passage has, or the card of a new one; its first letter will make it. */
	startNote(range: TextRange): void {
		this.selection.clear();
		const { marks, chapter, overlays } = this.#page;
		const there = markForNote(range, marks.painted, chapter.map.text);
		overlays.open({ kind: 'note', range, id: there?.annotation.id ?? null });
	}

	/** The reader says that a mark belongs where it was found. */
	confirmPlace({ annotation: { id }, range }: PlacedMark): void {
		const { annotations, chapter, notices } = this.#page;
		annotations.placeByHand(id, range, chapter.now);
		notices.changed('Kept here', id);
	}

	/** Moves the ends of a mark, which may meet another one there. `done`: what the reader is told. */
	moveEnds(id: string, range: TextRange, done: string): void {
		const { annotations, chapter, notices } = this.#page;
		annotations.moveEnds(id, range, chapter.now);
		const isJoined = joinAround(id, this.#where, 'itself') !== null;
		notices.changed(isJoined ? 'Merged' : done, id);
	}

	/** Takes a passage out of a mark, which may leave two. */
	unmark(mark: PlacedMark, passage: TextRange): void {
		const { annotations, chapter, notices } = this.#page;
		unmarkPassage(annotations, mark, passage, chapter.now);
		notices.changed('Removed from highlight', mark.annotation.id);
	}

	/** Changes how a mark looks, or its tags. `done`: what the reader is told. */
	change(id: string, changes: Changes, done: string): void {
		const { annotations, notices } = this.#page;
		const before = annotations.get(id);
		annotations.change([id], changes);
		if (annotations.get(id) !== before) notices.changed(done, id);
	}

	/** Makes one mark of two that overlap. */
	merge(one: PlacedMark, other: PlacedMark): void {
		const { annotations, chapter, notices } = this.#page;
		joinMarks(annotations, [one, other], chapter.now);
		notices.changed('Merged', one.annotation.id);
	}

	/** Makes an earlier version the text of a note again. */
	restoreVersion(id: string, version: Register<string>): void {
		this.#page.annotations.perform('Earlier version', [{ id, version }]);
		this.#page.notices.changed('Earlier version restored', id);
	}

	delete(id: string): void {
		this.#page.annotations.remove([id]);
		this.#page.notices.changed('Deleted', id);
	}

	undo(): void {
		const done = this.#page.annotations.undo();
		this.#page.notices.show(
			done === null ? { text: 'Nothing to undo' } : { text: `${done} undone`, offer: 'redo' }
		);
	}

	redo(): void {
		const done = this.#page.annotations.redo();
		this.#page.notices.show(
			done === null ? { text: 'Nothing to redo' } : { text: `${done} redone`, offer: 'undo' }
		);
	}
}
