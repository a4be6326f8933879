/** That the reader comes back after half a day: to the chapter, or to a tab that stayed open. */
import { wasLongAway } from '$lib/core/reading/long-away';
import type { PositionTracker } from './position-tracker.svelte';

export class ComingBack {
	#leftAt = $state<string | null>(null);
	#position: PositionTracker;

	constructor(position: PositionTracker) {
		this.#position = position;
	}

	/** When they left, ISO 8601; `null` when they were not away so long, or have found in again. */
	get leftAt(): string | null {
		return this.#leftAt;
	}

	/** They read on. */
	dismiss(): void {
		this.#leftAt = null;
	}

	/** Begins to look, first at how they came to this page. @returns the function that ends it */
	watch(): () => void {
		void this.#position.restored.then((wasHere) => {
			if (wasHere) this.#comeBack(this.#position.lastRead);
		});
		let hiddenAt = '';
		const changed = () => {
			if (document.hidden) hiddenAt = new Date().toISOString();
			else this.#comeBack(hiddenAt);
		};
		document.addEventListener('visibilitychange', changed);
		return () => document.removeEventListener('visibilitychange', changed);
	}

	#comeBack(leftAt: string): void {
		// Not to the title; nor by a link to something else, which is looked at first.
		const isThere = window.scrollY > 1 && !this.#position.isPeeking;
		if (isThere && wasLongAway(leftAt, Date.now())) this.#leftAt = leftAt;
	}
}
