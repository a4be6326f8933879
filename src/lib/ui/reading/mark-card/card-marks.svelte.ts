/** The marks whose card is open: which of them it shows, and whose note is being typed. */
import type { TextRange } from '$lib/core/text/range';
import type { PlacedMark } from '$lib/core/annotation/passage-marks';
import type { ChapterMarks } from '../marking/chapter-marks.svelte';

interface Opened {
	/** Ids of the marks that lie where one tapped, the shortest first. */
	ids: readonly string[];
	/** The passage of a note that is only begun. */
	draft: TextRange | null;
}

export class CardMarks {
	#marks: ChapterMarks;
	#opened: () => Opened;
	#chosen = $state<string | null>(null);
	/** The mark whose note one is typing, and where it stands or stood. */
	#typing = $state.raw<{ id: string; range: TextRange } | null>(null);
	#made = $state<string | null>(null);

	constructor(marks: ChapterMarks, opened: () => Opened) {
		this.#marks = marks;
		this.#opened = opened;
	}

	#all = $derived.by(() => {
		const ids = [...this.#opened().ids, ...(this.#made ? [this.#made] : [])];
		return ids.flatMap((id) => this.#marks.find(id) ?? []);
	});

	/** The mark whose note one is typing, and that was deleted meanwhile: what was typed stays. */
	lost = $derived.by(() => {
		const typing = this.#typing;
		return typing && !this.#all.some(({ annotation }) => annotation.id === typing.id)
			? typing
			: null;
	});

	/** The mark that is shown; `null` when there is none, or it was deleted. */
	shown = $derived.by<PlacedMark | null>(() => {
		if (this.lost) return null;
		const chosen = this.#all.find(({ annotation }) => annotation.id === this.#chosen);
		return chosen ?? this.#all[0] ?? null;
	});

	/** The other marks on the same words. */
	others = $derived.by(() => this.#all.filter((mark) => mark !== this.shown));

	/** Whose card it is, also when it was deleted; `null` for a note that is only begun. */
	id = $derived.by(() => this.lost?.id ?? this.shown?.annotation.id ?? null);

	/** Whether the ends of the mark are being moved. */
	isMoving = $derived.by(() => this.id !== null && this.#marks.movedEnds?.id === this.id);

	/** The passage that the card is about; `null` when nothing is left to show. */
	range = $derived.by<TextRange | null>(() => {
		if (this.lost) return this.lost.range;
		if (this.isMoving) return this.#marks.movedEnds!.range;
		return this.shown?.range ?? this.#opened().draft;
	});

	/** Whether the note that is shown was made here, by its first letter. */
	get isMadeHere(): boolean {
		return this.id === this.#made;
	}

	/** A letter was typed in the note of a mark; the first one may have made it. */
	type(id: string): void {
		if (!this.shown && !this.lost) this.#made = id;
		this.#chosen = id;
		this.#typing = { id, range: this.range! };
	}

	/** What is typed from now on is another version. */
	endTyping(): void {
		this.#typing = null;
	}

	/** Shows another of the marks. */
	choose({ annotation }: PlacedMark): void {
		this.#chosen = annotation.id;
	}
}
