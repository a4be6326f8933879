/** The marker: a tap on a sentence marks it, on the next one the mark grows, on a marked one it leaves its mark. */
import type { Colour } from '$lib/core/annotation/annotation';
import { idle } from '$lib/core/app/idle';
import type { TextRange } from '$lib/core/text/range';
import { sentencesOf } from '$lib/core/text/sentences';
import { subtract } from '$lib/core/text/subtract';
import { focusedBlock } from '../input/block-focus';
import type { PlacedMark } from '$lib/core/annotation/passage-marks';
import type { MarkingActions } from '../marking/marking-actions.svelte';
import type { AnnotatedPage } from '../annotated-page';
import { turnTo } from '../position/turn-to';

const NAME = 'postil-sentence'; // ::highlight() in ui/styles/marks.css
/** Px at the top and the bottom of the screen that our bars may cover, with a little air. */
const [HIDDEN_ABOVE, HIDDEN_BELOW] = [72, 220];
/** Px between those and a sentence that is scrolled to. */
const [AROUND_ABOVE, AROUND_BELOW] = [48, 60];

export class Marker {
	/** The sentence at hand, by its number; -1 before the first. */
	#index = $state(-1);
	/** The mark that grows. */
	#growing: string | null = null;
	#colour = $state<Colour | null>(null);
	#page: AnnotatedPage;
	#actions: MarkingActions;
	#found: TextRange[] | null = null;

	constructor(page: AnnotatedPage, actions: MarkingActions) {
		this.#page = page;
		this.#actions = actions;
		// After what shows that the marker is on: on a slow phone they take longer than a tap may.
		void idle(window).then(() => this.#sentences);
	}

	/** All sentences of the chapter. */
	get #sentences(): TextRange[] {
		const { map, work } = this.#page.chapter;
		return (this.#found ??= sentencesOf(map.text, work.language));
	}

	/** The sentence at hand; `null` before one was chosen. */
	get sentence(): TextRange | null {
		return this.#index < 0 ? null : (this.#sentences[this.#index] ?? null);
	}

	/** The colour it marks with: the one chosen for it, else the one used last. */
	get colour(): Colour {
		return this.#colour ?? this.#actions.lastColour;
	}

	/** What is marked from now on is of this colour, and a mark of its own. */
	chooseColour(colour: Colour): void {
		this.#colour = colour;
		this.#growing = null;
	}

	/** Whether the sentence at hand is marked. */
	get marked(): boolean {
		return this.#over !== null;
	}

	/** Whether the mark over the sentence at hand would open: without it, what was written would be lost. */
	get opens(): boolean {
		return this.#over !== null && this.#isWritten(this.#over) && this.#isAllOf(this.#over);
	}

	/** Takes the sentence at an offset of the text in hand, and marks it or takes it out of its mark. */
	tap(offset: number): void {
		// The last: where no space parts them, the end of one is the beginning of the next.
		const index = this.#sentences.findLastIndex(
			({ start, end }) => offset >= start && offset <= end
		);
		if (index < 0) return;
		this.#index = index;
		this.toggle();
	}

	/** Goes to the next (`1`) or previous (`-1`) sentence; first to the one that is read. */
	step(direction: 1 | -1): void {
		if (this.#index < 0) {
			const { start } = focusedBlock(this.#page) ?? this.#page.position.currentBlock();
			this.#index = Math.max(
				0,
				this.#sentences.findIndex((sentence) => sentence.start >= start)
			);
		} else {
			const last = this.#sentences.length - 1;
			this.#index = Math.min(last, Math.max(0, this.#index + direction));
		}
		this.show();
		const range = this.#page.chapter.map.toRange(this.sentence!);
		const { top, bottom } = range!.getBoundingClientRect();
		if (turnTo(top)) return;
		if (top < HIDDEN_ABOVE) window.scrollBy(0, top - HIDDEN_ABOVE - AROUND_ABOVE);
		else if (bottom > window.innerHeight - HIDDEN_BELOW)
			window.scrollBy(0, bottom - window.innerHeight + HIDDEN_BELOW + AROUND_BELOW);
	}

	/** Marks the sentence at hand, grows the mark before or behind it, or takes it out of the one over it. */
	toggle(): void {
		const { sentence } = this;
		if (!sentence) return;
		const over = this.#over;
		if (over) {
			this.#growing = null;
			const ids = [over.annotation.id];
			if (this.opens) this.#page.overlays.open({ kind: 'mark-card', ids });
			else this.#actions.unmark(over, sentence);
		} else if (!this.#grow(sentence)) {
			this.#growing = this.#actions.highlight(sentence, this.colour);
		}
		this.show();
	}

	/** Shows the sentence at hand on the page, by a highlight of the browser: it comes and goes. */
	show(): void {
		if (!('highlights' in CSS)) return;
		const { map } = this.#page.chapter;
		const range = this.sentence && map.toRange(this.sentence);
		if (range) CSS.highlights.set(NAME, new Highlight(range));
		else CSS.highlights.delete(NAME);
	}

	stop(): void {
		if ('highlights' in CSS) CSS.highlights.delete(NAME);
	}

	#grow(sentence: TextRange): boolean {
		const mark = this.#growing === null ? null : this.#page.marks.find(this.#growing);
		if (!mark) return false;
		const { start, end } = mark.range;
		const [before, after] = [this.#sentences[this.#index - 1], this.#sentences[this.#index + 1]];
		if (before?.end !== end && after?.start !== start) return false;
		const grown = { start: Math.min(start, sentence.start), end: Math.max(end, sentence.end) };
		this.#actions.moveEnds(mark.annotation.id, grown, 'Highlighted');
		return true;
	}

	/** The shortest mark over all of the sentence at hand; `null` when there is none. */
	get #over(): PlacedMark | null {
		const { sentence } = this;
		if (!sentence) return null;
		const { start, end } = sentence;
		const lengthOf = ({ range }: PlacedMark) => range.end - range.start;
		const over = this.#page.marks.painted
			.filter(({ range }) => range.start <= start && range.end >= end)
			.sort((a, b) => lengthOf(a) - lengthOf(b));
		return over[0] ?? null;
	}

	#isWritten({ annotation: { fields } }: PlacedMark): boolean {
		return Boolean(fields.note?.value) || (fields.tags?.value.length ?? 0) > 0;
	}

	#isAllOf({ range }: PlacedMark): boolean {
		return subtract(this.#page.chapter.map.text, range, this.sentence!).length === 0;
	}
}
