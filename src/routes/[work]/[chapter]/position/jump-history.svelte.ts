/** Where the reader jumped from, to come back to; the latest first. */
import { flash } from '$lib/dom/flash';
import type { AnchorPoint } from '$lib/dom/scroll-anchor';
import type { PositionTracker } from './position-tracker.svelte';

export interface Departure {
	/** What stood on the top line. */
	point: AnchorPoint;
	/** Number of the paragraph there, from 1. */
	paragraph: number;
	/** What was followed from there: the focus returns to it. `null`: the reader came from another page. */
	link: HTMLElement | null;
}

export class JumpHistory {
	#position: PositionTracker;
	#departures = $state.raw<Departure[]>([]);
	/** Where the latest jump led, and how far below the top of the screen that stood then, in px. */
	#arrival: { element: HTMLElement; top: number } | null = null;

	constructor(position: PositionTracker) {
		this.#position = position;
	}

	/** Where *Back* leads; `null` when there was no jump. */
	get latest(): Departure | null {
		return this.#departures[0] ?? null;
	}

	/** Remembers where the reader is, before a jump. `link`: what they follow. */
	leave(link: HTMLElement | null): void {
		const { paragraph } = this.#position;
		const departure = { point: this.#position.currentPoint(), paragraph, link };
		this.#departures = [departure, ...this.#departures];
	}

	/**
	 * A jump led to `element`: how far the reader reads on is measured from there.
	 *
	 * @param shown what flashes, so that the eye finds it
	 */
	arriveAt(element: HTMLElement, shown: readonly HTMLElement[] = []): void {
		this.#arrival = { element, top: element.getBoundingClientRect().top };
		flash(shown);
	}

	/** Goes back to where the latest jump led from, and puts the focus there. */
	goBack(): void {
		const [latest, ...rest] = this.#departures;
		if (!latest) return;
		this.#departures = rest;
		const { link, point } = latest;
		this.#position.goTo(point);
		if (link) flash([link]);
		else point.block.tabIndex = -1;
		(link ?? point.block).focus({ preventScroll: true });
	}

	/** Forgets every departure once the reader is a screen away from where the latest jump led. */
	forgetWhenReadOn(): void {
		if (!this.latest || !this.#arrival) return;
		const { element, top } = this.#arrival;
		// As the element stands and not as the page is scrolled: type may change meanwhile.
		const distance = Math.abs(element.getBoundingClientRect().top - top);
		if (distance > window.innerHeight) this.#departures = [];
	}
}
