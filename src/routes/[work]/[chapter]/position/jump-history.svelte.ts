/** Places left by a jump, to come back to; the latest first. */
import type { AnchorPoint } from '$lib/dom/scroll-anchor';

export interface Departure {
	place: AnchorPoint;
	/** Number of the paragraph left, from 1. */
	paragraph: number;
	/** What one followed from there: the focus returns to it. `null`: one came from another page. */
	link: HTMLElement | null;
}

export class JumpHistory {
	#left = $state.raw<Departure[]>([]);
	/** Where the latest jump led, and how far below the top of the screen that stood then. */
	#landing: { element: HTMLElement; top: number } | null = null;

	/** Where *Back* leads; `null` when nothing was jumped from. */
	get back(): Departure | null {
		return this.#left[0] ?? null;
	}

	leave(departure: Departure): void {
		this.#left = [departure, ...this.#left];
	}

	/** Takes the latest departure off; `null` when there is none. */
	take(): Departure | null {
		const [latest = null, ...rest] = this.#left;
		this.#left = rest;
		return latest;
	}

	/** Begins to look how far the reader reads on from `element`, which a jump led to. */
	land(element: HTMLElement): void {
		this.#landing = { element, top: element.getBoundingClientRect().top };
	}

	/** Forgets all that was left once the reader is a screen away from where the latest jump led. */
	readOn(): void {
		if (this.#left.length === 0 || !this.#landing) return;
		const { element, top } = this.#landing;
		// As the element stands and not as the page is scrolled: type may change meanwhile.
		const distance = Math.abs(element.getBoundingClientRect().top - top);
		if (distance > window.innerHeight) this.#left = [];
	}
}
