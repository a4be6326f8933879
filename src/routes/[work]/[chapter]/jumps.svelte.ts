/** Places left by a jump, to come back to; the latest first. */
import type { PagePlace } from '$lib/dom/place-keeper';

export interface Departure {
	place: PagePlace;
	/** Number of the paragraph left, from 1. */
	paragraph: number;
}

export class Jumps {
	#left = $state.raw<Departure[]>([]);

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
}
