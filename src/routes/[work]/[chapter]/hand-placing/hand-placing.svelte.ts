/** *Place by hand*: the reader shows where a mark belongs in today's text, by a selection or a paragraph. */
import type { Target } from '$lib/core/annotation/annotation';
import { currentTarget } from '$lib/core/annotation/current-target';
import type { TextRange } from '$lib/core/text/range';
import { blockAt, type Block } from '$lib/core/text/chapter-text';
import type { Snapshots } from '$lib/state/snapshots';
import type { Marking } from '../marking/marking.svelte';

const NAME = 'postil-sentence'; // ::highlight() in ui/styles/marks.css
/** Px between the top of the screen and a paragraph one is sent to. */
const ABOVE = 120;
/** Px at the bottom of the screen that the bar takes, and two lines of text above it. */
const BELOW = 260;

export class HandPlacing {
	readonly id: string;
	/** The paragraph chosen; at first the one where the passage stood. */
	#index = $state(0);
	#marking: Marking;
	#came: Target | null;

	constructor(marking: Marking, id: string) {
		this.#marking = marking;
		this.id = id;
		this.#came = this.annotation && currentTarget(this.annotation);
		this.#index = this.#indexOf(marking.marks.blockHere());
	}

	get annotation() {
		return this.#marks.annotations.get(this.id);
	}

	/** The words it was made of. */
	quote = $derived.by(() => (this.annotation ? currentTarget(this.annotation).quote.exact : ''));

	/** The reader has shown another place than it came with, and did not take that back. */
	placed = $derived.by(() => {
		const target = this.annotation && currentTarget(this.annotation);
		const { edition, start, end } = this.#came ?? {};
		return !!target && (target.edition !== edition || target.start !== start || target.end !== end);
	});

	/** Where it stands now, in words; empty when it has no place. */
	where = $derived.by(() => {
		const range = this.#marks.annotations.placeOf(this.id)?.range;
		return range ? this.#marks.whereIs(range) : '';
	});

	get block(): Block {
		return this.#marks.map.blocks[this.#index];
	}

	/** Goes to where the passage stood, as near as can be told. */
	async lookNear(snapshots: Snapshots): Promise<void> {
		const { annotation } = this;
		const { annotations, map, now } = this.#marks;
		if (!annotation) return;
		const target = currentTarget(annotation);
		try {
			const [{ estimateOffset }, texts] = await Promise.all([
				import('$lib/core/anchoring/estimate-offset'),
				snapshots.read([target.edition])
			]);
			const found = annotations.placeOf(this.id)?.range?.start;
			const at = found ?? estimateOffset(now, target, texts.get(target.edition) ?? null);
			if (at === null) return;
			this.#index = this.#indexOf(blockAt(map.blocks, at)!);
			this.#marks.land({ block: map.elements[this.#index], at: 0, top: ABOVE });
		} catch {
			// Neither script nor text can be had now: the reader searches from where the page stands.
		}
	}

	/** Goes to the next (`1`) or previous (`-1`) paragraph. */
	step(direction: 1 | -1): void {
		const last = this.#marks.map.blocks.length - 1;
		this.#index = Math.min(last, Math.max(0, this.#index + direction));
		const { top } = this.#element.getBoundingClientRect();
		if (top < ABOVE / 2 || top > window.innerHeight - BELOW) window.scrollBy(0, top - ABOVE);
	}

	/** Takes a block for the one meant. */
	choose(block: Block | null): void {
		if (block) this.#index = this.#indexOf(block);
	}

	/** Puts the mark there; a mistake is undone as anything is. */
	place(range: TextRange): void {
		const { annotations, map, now } = this.#marks;
		this.#marking.selection?.clear();
		const isBookmark = this.annotation?.kind === 'bookmark'; // of a block, whatever was selected in it
		annotations.placeByHand(this.id, isBookmark ? blockAt(map.blocks, range.start)! : range, now);
		this.#marks.said = { text: 'Placed', id: this.id, offer: 'undo' };
	}

	/** Shows the chosen paragraph on the page, by a highlight of the browser; for `{@attach}`. */
	show = (): (() => void) | void => {
		if (!('highlights' in CSS)) return;
		const range = this.placed ? null : this.#marks.map.toRange(this.block);
		if (range) CSS.highlights.set(NAME, new Highlight(range));
		return () => CSS.highlights.delete(NAME);
	};

	get #marks() {
		return this.#marking.marks;
	}

	get #element(): HTMLElement {
		return this.#marks.map.elements[this.#index];
	}

	#indexOf(block: Block): number {
		return Math.max(0, this.#marks.map.blocks.indexOf(block));
	}
}
