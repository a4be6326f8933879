/** A look at something elsewhere in the chapter: a note, a mark, a hit. To look is not to read. */
export class Peek {
	#isOn = $state(false);
	/** What was shown, and how far below the top of the screen it stood then, in px. */
	#shown: { element: HTMLElement; top: number } | null = null;

	/** The reader was shown something, and has not read on from there. */
	get isOn(): boolean {
		return this.#isOn;
	}

	/** Begins, or goes on. `element`: what is shown, where it stands now; `null` while it is not there yet. */
	show(element: HTMLElement | null): void {
		this.#isOn = true;
		this.#shown = element && { element, top: element.getBoundingClientRect().top };
	}

	end(): void {
		this.#isOn = false;
	}

	/** Whether the reader is a screen away from what was shown: they have read on. */
	get isLeft(): boolean {
		if (!this.#isOn || !this.#shown) return false;
		const { element, top } = this.#shown;
		// As the element stands and not as the page is scrolled: type may change meanwhile.
		return Math.abs(element.getBoundingClientRect().top - top) > window.innerHeight;
	}
}
