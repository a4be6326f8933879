/** The bookmarks of the open chapter: which is in view, setting one and taking it away. */
import { blockAt, type Block } from '$lib/core/text/chapter-text';
import type { Annotations } from '$lib/state/annotations/annotations.svelte';
import { untrack } from 'svelte';
import type { CurrentChapter } from '../current-chapter';
import type { PositionTracker } from '../position/position-tracker.svelte';
import type { PlacedMark } from '$lib/core/annotation/passage-marks';
import type { ChapterMarks } from './chapter-marks.svelte';
import type { Notices } from './notices.svelte';

/** Whether a whole line of a block is on the screen, between a bar that ends at `top` px and the one below. */
function hasWholeLine(block: HTMLElement, top: number): boolean {
	const bar = document.querySelector<HTMLElement>('[data-bar="bottom"]:not(.away)');
	const bottom = window.innerHeight - (bar?.offsetHeight ?? 0);
	const box = block.getBoundingClientRect();
	if (box.bottom < top || box.top > bottom) return false;
	const range = document.createRange();
	range.selectNodeContents(block);
	return [...range.getClientRects()].some(
		(line) => line.height > 0 && line.top >= top - 1 && line.bottom <= bottom + 1
	);
}

interface Page {
	annotations: Annotations;
	chapter: CurrentChapter;
	position: PositionTracker;
	marks: ChapterMarks;
	notices: Notices;
}

export class Bookmarks {
	#page: Page;
	/** The ribbons on the page, by their blocks. */
	#ribbons = new Map<HTMLElement, HTMLElement>();

	constructor(page: Page) {
		this.#page = page;
	}

	#placed = $derived.by(() =>
		this.#page.marks.placed.filter(({ annotation }) => annotation.kind === 'bookmark')
	);

	/** The first one that has a whole line on the screen, between the bars; `null` when none has. */
	inView = $derived.by<PlacedMark | null>(() => {
		const { position } = this.#page;
		void [position.progress, position.paragraph]; // asked again as one reads on
		return (
			this.#placed.find((mark) => {
				const block = this.#blockOf(mark);
				return block && hasWholeLine(block, position.barBottom);
			}) ?? null
		);
	});

	/** The one at a block; `null` when it has none. */
	at(block: Block): PlacedMark | null {
		const { blocks } = this.#page.chapter.map;
		return this.#placed.find(({ range }) => blockAt(blocks, range.start) === block) ?? null;
	}

	/** Sets one at `block`, or takes `there` away: the one at the block, unless another is given. */
	toggle(block: Block, there: PlacedMark | null = this.at(block)): void {
		if (there) return this.#remove(there);
		const { annotations, chapter, notices } = this.#page;
		const id = annotations.create('bookmark', block, chapter.now);
		notices.changed(`Bookmarked ${chapter.labelOf(block)}`, id);
	}

	#remove({ annotation: { id } }: PlacedMark): void {
		this.#page.annotations.remove([id]);
		this.#page.notices.changed('Bookmark removed', id);
	}

	/** Makes the page show them; for `{@attach}`, which calls it again when they change. */
	paint = (): void => {
		const placed = this.#placed;
		untrack(() => {
			const blocks = new Set(placed.flatMap((mark) => this.#blockOf(mark) ?? []));
			for (const [block, ribbon] of this.#ribbons) {
				if (blocks.has(block)) continue;
				block.classList.remove('bookmarked');
				ribbon.remove();
				this.#ribbons.delete(block);
			}
			for (const block of blocks) {
				block.classList.add('bookmarked');
				if (!this.#ribbons.has(block)) this.#ribbons.set(block, this.#addRibbon(block));
			}
		});
	};

	/** A tap on the ribbon takes the bookmark away. Keys and screen readers have the bar's button, and the block's. */
	#addRibbon(block: HTMLElement): HTMLElement {
		const ribbon = document.createElement('span');
		ribbon.className = 'ribbon';
		ribbon.dataset.noanchor = '';
		ribbon.ariaHidden = 'true';
		ribbon.addEventListener('click', (event) => {
			event.stopPropagation(); // no tap on the text
			const there = this.at(this.#page.chapter.map.blockOf(block));
			if (there) this.#remove(there);
		});
		block.append(ribbon);
		return ribbon;
	}

	#blockOf({ range }: PlacedMark): HTMLElement | undefined {
		return this.#page.chapter.map.rawAt(range.start)?.block;
	}
}
