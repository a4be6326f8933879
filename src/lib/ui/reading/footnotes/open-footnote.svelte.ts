/** The footnote that is open at its mark. It is no place that one goes to: the page stays where it is. */
import { untrack } from 'svelte';

interface FootnoteAtMark {
	/** The list item of the note. */
	note: HTMLElement;
	/** Its mark, in the text or in the note that was open before. */
	link: HTMLElement;
}

export class OpenFootnote {
	/** The note that is shown, and those it was opened from, the latest first. */
	#notes = $state.raw<FootnoteAtMark[]>([]);
	/** The card that shows it. */
	card: HTMLElement | null = null;

	/** The list item of the note that is shown; `null` when none is open. */
	get shown(): HTMLElement | null {
		return this.#notes[0]?.note ?? null;
	}

	/** The note in which the mark of the one that is shown stands; `null` when that is in the text. */
	get before(): HTMLElement | null {
		return this.#notes[1]?.note ?? null;
	}

	/** The mark in the text at which it is open. */
	get anchor(): HTMLElement | null {
		return this.#notes.at(-1)?.link ?? null;
	}

	/** Opens the note that `element` is a part of, at the mark that leads to it; false when it is none. */
	open(element: HTMLElement, link: HTMLElement): boolean {
		const note = element.closest('li');
		if (!note || link.getAttribute('role') !== 'doc-noteref') return false;
		const isInCard = this.card?.contains(link);
		this.#notes = [{ note, link }, ...(isInCard ? this.#notes : [])];
		return true;
	}

	/** Shows the note again from which this one was opened. */
	back(): void {
		this.#notes = this.#notes.slice(1);
	}

	close(): void {
		if (untrack(() => this.shown)) this.#notes = [];
	}

	/** Puts the focus on the card; false when none is open. */
	focus(): boolean {
		this.card?.focus({ preventScroll: true });
		return this.card !== null;
	}
}
