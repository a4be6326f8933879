/** *Place by hand*: the reader shows where a mark belongs in today's text, by a selection or a paragraph. */
import { loadModule, MissingScriptError } from '$lib/core/app/missing-script';
import { StorageError } from '$lib/core/app/storage-error';
import type { Target } from '$lib/core/annotation/annotation';
import { currentTarget } from '$lib/core/annotation/current-target';
import type { TextRange } from '$lib/core/text/range';
import { blockAt, type Block } from '$lib/core/text/chapter-text';
import type { Snapshots } from '$lib/state/snapshots';
import type { MarkingActions } from '../marking/marking-actions.svelte';
import type { AnnotatedPage } from '../annotated-page';
import { turnTo } from '../position/turn-to';

const NAME = 'postil-sentence'; // ::highlight() in ui/styles/marks.css
/** Px between the top of the screen and a paragraph one is sent to. */
const ABOVE = 120;
/** Px at the bottom of the screen that the bar takes, and two lines of text above it. */
const BELOW = 260;

export class HandPlacing {
	readonly id: string;
	/** The paragraph chosen; at first the one where the passage stood. */
	#index = $state(0);
	#page: AnnotatedPage;
	#actions: MarkingActions;
	/** Where the mark was when this began. */
	#former: Target | null;

	constructor(page: AnnotatedPage, actions: MarkingActions, id: string) {
		this.#page = page;
		this.#actions = actions;
		this.id = id;
		this.#former = this.annotation && currentTarget(this.annotation);
		this.#index = this.#indexOf(page.position.currentBlock());
	}

	get annotation() {
		return this.#page.annotations.get(this.id);
	}

	/** The words it was made of. */
	quote = $derived.by(() => (this.annotation ? currentTarget(this.annotation).quote.exact : ''));

	/** The reader has shown another place than it had, and did not take that back. */
	placed = $derived.by(() => {
		const target = this.annotation && currentTarget(this.annotation);
		const { edition, start, end } = this.#former ?? {};
		return !!target && (target.edition !== edition || target.start !== start || target.end !== end);
	});

	/** Where it stands now, in words; empty when it has no place. */
	where = $derived.by(() => {
		const range = this.#page.annotations.placeOf(this.id)?.range;
		return range ? this.#page.chapter.labelOf(range) : '';
	});

	get block(): Block {
		return this.#page.chapter.map.blocks[this.#index];
	}

	/** Goes to where the passage stood, as near as can be told. */
	async goNearFormerPlace(snapshots: Snapshots): Promise<void> {
		const { annotation } = this;
		const { annotations, chapter, position } = this.#page;
		if (!annotation) return;
		const target = currentTarget(annotation);
		try {
			const [{ estimateOffset }, texts] = await Promise.all([
				loadModule(() => import('$lib/core/anchoring/estimate-offset')),
				snapshots.read([target.edition])
			]);
			const found = annotations.placeOf(this.id)?.range?.start;
			const at = found ?? estimateOffset(chapter.now, target, texts.get(target.edition) ?? null);
			if (at === null) return;
			this.choose(blockAt(chapter.map.blocks, at));
			position.peekAt({ block: this.#element, at: 0, top: ABOVE });
		} catch (error) {
			// Neither script nor text can be had now: the reader searches from where the page stands.
			if (!(error instanceof MissingScriptError) && !(error instanceof StorageError)) throw error;
		}
	}

	/** Goes to the next (`1`) or previous (`-1`) paragraph. */
	step(direction: 1 | -1): void {
		const last = this.#page.chapter.map.blocks.length - 1;
		this.#index = Math.min(last, Math.max(0, this.#index + direction));
		const { top } = this.#element.getBoundingClientRect();
		if (turnTo(this.#element.getClientRects()[0]?.top ?? top)) return;
		if (top < ABOVE / 2 || top > window.innerHeight - BELOW) window.scrollBy(0, top - ABOVE);
	}

	/** Takes a block for the one meant. */
	choose(block: Block | null): void {
		if (block) this.#index = this.#indexOf(block);
	}

	/** Puts the mark there; a mistake is undone as anything is. */
	place(range: TextRange): void {
		const { annotations, chapter, notices } = this.#page;
		const { now } = chapter;
		this.#actions.selection.clear();
		const isBookmark = this.annotation?.kind === 'bookmark'; // of a block, whatever was selected in it
		const passage = isBookmark ? blockAt(now.blocks, range.start)! : range;
		annotations.placeByHand(this.id, passage, now);
		notices.changed('Placed', this.id);
	}

	/** Ends it, done or not; a reload does not begin it again. */
	stop(): void {
		const { overlays, position } = this.#page;
		overlays.stopHandPlacing();
		position.peekAt(position.currentPoint()); // how far one reads on is measured from here
		position.forgetShown();
	}

	/** Shows the chosen paragraph on the page, by a highlight of the browser; for `{@attach}`. */
	show = (): (() => void) | void => {
		if (!('highlights' in CSS)) return;
		const range = this.placed ? null : this.#page.chapter.map.toRange(this.block);
		if (range) CSS.highlights.set(NAME, new Highlight(range));
		return () => CSS.highlights.delete(NAME);
	};

	get #element(): HTMLElement {
		return this.#page.chapter.map.elements[this.#index];
	}

	#indexOf(block: Block): number {
		return Math.max(0, this.#page.chapter.map.blocks.indexOf(block));
	}
}
