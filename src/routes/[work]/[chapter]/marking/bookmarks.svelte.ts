/** The bookmarks of the open chapter: which is in view, setting one and taking it away. */
import { blockAt, type Block } from '$lib/core/text/chapter-text';
import type { Annotations } from '$lib/state/annotations/annotations.svelte';
import { untrack } from 'svelte';
import type { OpenChapter } from '../open-chapter';
import type { PositionTracker } from '../position/position-tracker.svelte';
import type { PlacedMark } from '$lib/core/annotation/passage-marks';
import type { ChapterMarks } from './chapter-marks.svelte';
import type { Notices } from './notices.svelte';

/** Px of a block that must show below the bar for its bookmark to be in view. */
const SEEN = 4;

interface Page {
	annotations: Annotations;
	chapter: OpenChapter;
	position: PositionTracker;
	marks: ChapterMarks;
	notices: Notices;
}

export class Bookmarks {
	#page: Page;
	/** The blocks that are painted as bookmarked. */
	#painted = new Set<HTMLElement>();

	constructor(page: Page) {
		this.#page = page;
	}

	#placed = $derived.by(() =>
		this.#page.marks.placed.filter(({ annotation }) => annotation.kind === 'bookmark')
	);

	/** The first one on the screen; `null` when none is. */
	inView = $derived.by<PlacedMark | null>(() => {
		const { position } = this.#page;
		void [position.progress, position.paragraph]; // asked again as one reads on
		return (
			this.#placed.find((mark) => {
				const block = this.#blockOf(mark);
				if (!block) return false;
				const { top, bottom } = block.getBoundingClientRect();
				return bottom > position.barBottom + SEEN && top < window.innerHeight;
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
		const { annotations, chapter, notices } = this.#page;
		if (there) {
			const { id } = there.annotation;
			annotations.remove([id]);
			notices.changed('Bookmark removed', id);
		} else {
			const id = annotations.create('bookmark', block, chapter.now);
			notices.changed(`Bookmarked ${chapter.labelOf(block)}`, id);
		}
	}

	/** Makes the page show them; for `{@attach}`, which calls it again when they change. */
	paint = (): void => {
		const placed = this.#placed;
		untrack(() => {
			const blocks = new Set(placed.flatMap((mark) => this.#blockOf(mark) ?? []));
			for (const block of this.#painted) block.classList.remove('bookmarked');
			for (const block of blocks) block.classList.add('bookmarked');
			this.#painted = blocks;
		});
	};

	#blockOf({ range }: PlacedMark): HTMLElement | undefined {
		return this.#page.chapter.map.rawAt(range.start)?.block;
	}
}
