/** The passage of the text that the reader has selected. */
import { blockAt } from '$lib/core/text/chapter-text';
import type { TextRange } from '$lib/core/text/range';
import { copiedBlocks, rangeInCopies } from '$lib/dom/footnote/note-copy';
import { watchSelection, type SelectionWatch } from '$lib/dom/selection';
import { focusBlock } from '../input/block-focus';
import type { AnnotatedPage } from '../annotated-page';

export class SelectedPassage {
	#range = $state.raw<TextRange | null>(null);
	#watch: SelectionWatch | null = null;
	#page: AnnotatedPage;

	constructor(page: AnnotatedPage) {
		this.#page = page;
	}

	/** The passage, once it stands still; `null` when nothing is selected. */
	get range(): TextRange | null {
		return this.#range;
	}

	/** The passage, also while it is still changing. */
	get latest(): TextRange | null {
		return this.#watch?.range ?? null;
	}

	/** Begins to watch the selection; gives the function that ends it. */
	watch(): () => void {
		const { chapter, footnote, notices } = this.#page;
		// What is selected in the copy of a note that is open means the note's own words.
		const fromRange = (range: Range) =>
			footnote.card?.contains(range.commonAncestorContainer)
				? rangeInCopies(chapter.map, copiedBlocks(footnote.card), range)
				: chapter.map.fromRange(range);
		const watch = watchSelection({ fromRange }, (range) => {
			// An older notice would lie over what is selected now; but not that of *Copy*, which leaves the
			// selection as it is.
			if (range && range !== this.#range) notices.clear();
			this.#range = range;
		});
		this.#watch = watch;
		return () => watch.stop();
	}

	/** Clears the selection. Who went to its toolbar by keys is back at the passage. */
	clear(): void {
		const selected = this.#range;
		const isInToolbar = document.activeElement?.closest('[role="toolbar"]');
		this.#watch?.clear();
		if (!selected || !isInToolbar || this.#page.footnote.focus()) return;
		focusBlock(this.#page, blockAt(this.#page.chapter.map.blocks, selected.start)!);
	}
}
