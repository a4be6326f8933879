/** The sentence that is spoken, as the reader sees it: the page and the reading position go along with it. */
import type { TextRange } from '$lib/core/text/range';
import { isSeen, paintSpoken, pointOf, type Seen } from '$lib/dom/speech/spoken-sentence';
import type { AnnotatedPage } from '../annotated-page';

export class SentenceView {
	#page: AnnotatedPage;
	#bar: HTMLElement | null = null;
	/** Not while the reader has scrolled to something else. */
	#follows = true;
	/** The offset at which the reader begins, as long as its sentence is shown: what stands before it they have read. */
	#begun = -1;

	constructor(page: AnnotatedPage) {
		this.#page = page;
	}

	/** Where the bar stands, above which the sentence is to be seen. */
	standAbove(bar: HTMLElement): () => void {
		this.#bar = bar;
		return () => (this.#bar = null);
	}

	/** Begins to see where the reader scrolls. @returns the function that ends it, and unpaints the sentence */
	watch(current: () => TextRange | null): () => void {
		const { map } = this.#page.chapter;
		const scrolled = () => {
			const sentence = current();
			if (sentence) this.#follows = isSeen(map, sentence, this.#seen);
		};
		window.addEventListener('scroll', scrolled, { passive: true });
		return () => {
			window.removeEventListener('scroll', scrolled);
			paintSpoken(map, null);
		};
	}

	/** The reader begins at an offset of the text: nothing moves while they see the rest of its sentence. */
	begin(offset: number): void {
		this.#begun = offset;
	}

	/** The reader wants to see what is spoken. */
	follow(): void {
		this.#follows = true;
	}

	/** Paints a sentence, and brings it to the eye where the reader is not looking at something else. */
	show(sentence: TextRange | null): void {
		const { chapter, overlays, position } = this.#page;
		paintSpoken(chapter.map, sentence);
		if (!sentence) return;
		const seen = this.#seen;
		this.#follows ||= isSeen(chapter.map, sentence, seen);
		// Nothing moves under a finger that selects, nor behind a sheet.
		if (!this.#follows || overlays.dialog || !getSelection()?.isCollapsed) return;
		const { start, end } = sentence;
		if (this.#begun < start || this.#begun >= end) this.#begun = -1;
		const rest = { start: Math.max(start, this.#begun), end };
		const point = pointOf(chapter.map, rest, seen);
		if (point) position.goTo(point);
	}

	get #seen(): Seen {
		const bottom = this.#bar?.getBoundingClientRect().top ?? window.innerHeight;
		return { top: this.#page.position.barBottom, bottom };
	}
}
