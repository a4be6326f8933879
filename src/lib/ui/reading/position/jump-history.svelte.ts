/**
 * Where the reader jumped from within the chapter, to come back to; the latest first. Each jump is an
 * entry of the browser's history, which holds them too: so the system's Back returns as our own
 * *Back* does, and a reload loses nothing.
 */
import { flash } from '$lib/dom/flash';
import type { AnchorPoint } from '$lib/dom/scroll-anchor';
import { rawBefore } from '$lib/dom/text-map';
import type { BarsVisibility } from '../bars/bars-visibility.svelte';
import type { CurrentChapter } from '../current-chapter';
import type { ReadingPage } from '../reading-page';
import type { PositionTracker } from './position-tracker.svelte';

/** Px between the bar and the line one is sent to. */
const GAP = 12;

export interface Departure {
	/** What stood on the top line. */
	point: AnchorPoint;
	/** Number of the paragraph there, from 1. */
	paragraph: number;
	/** What was followed from there: the focus returns to it. */
	link: HTMLElement | null;
	/** The reader was only shown that place, and reads elsewhere. */
	isPeek: boolean;
	/** The jump was within this page, and is an entry of the browser's history. */
	isEntry: boolean;
}

/** As the state of a history entry holds it: elements by their ids. */
interface StoredDeparture extends Omit<Departure, 'point' | 'link'> {
	block: string;
	at: number;
	top: number;
	link: string;
}

/** `edition`: of the text whose blocks the departures name. */
type HistoryState = { departures?: StoredDeparture[]; edition?: string } | null;

export class JumpHistory {
	#bars: BarsVisibility;
	#chapter: CurrentChapter;
	#position: PositionTracker;
	#departures = $state.raw<Departure[]>([]);
	/**
	 * Where the reader was before they were shown something that is no entry of the browser's history:
	 * where a sheet has an entry of its own, none may lie above it.
	 */
	#lookedFrom = $state.raw<Departure | null>(null);
	/** *Back* was asked of the browser, which answers a moment later. */
	#isGoingBack = false;

	constructor({ bars, chapter, position }: ReadingPage) {
		this.#bars = bars;
		this.#chapter = chapter;
		this.#position = position;
		this.#departures = departuresIn(history.state, chapter.summary.edition);
	}

	/** Where *Back* leads; `null` when there was no jump, or the reader has read on since. */
	get latest(): Departure | null {
		return (this.#position.isPeeking && (this.#lookedFrom ?? this.#departures[0])) || null;
	}

	/** Shows `element`, which `link` leads to. A second jump to where one came from is the way back. */
	follow(element: HTMLElement, link: HTMLElement): void {
		if (element === this.latest?.link) return this.goBack();
		this.#lookedFrom = null;
		this.#departures = [this.#departure(link, true), ...this.#departures];
		this.#storeIn('pushState', `#${element.id}`);
		this.#show(element);
	}

	/**
	 * The reader is about to be shown what no link leads to: *Back* will lead to where they are.
	 * `isSheetOpen`: the sheet in which they chose it stays, and may have an entry of its own.
	 */
	leave(isSheetOpen = true): void {
		if (!isSheetOpen || 'CloseWatcher' in window) {
			this.#departures = [this.#departure(null, true), ...this.#departures];
			this.#storeIn('pushState');
		} else {
			this.#lookedFrom = this.#departure(null, false);
		}
	}

	/** The reader comes from another page, and is shown something: *Back* will lead to where they read. */
	comeFromElsewhere(): void {
		this.#departures = [this.#departure(null, false)];
		this.#storeIn('replaceState');
	}

	/** Goes back to where the latest jump led from. */
	goBack(): void {
		if (this.#lookedFrom) {
			const from = this.#lookedFrom;
			this.#lookedFrom = null;
			return this.#returnTo(from);
		}
		const [latest, ...rest] = this.#departures;
		if (!latest || this.#isGoingBack) return;
		if (latest.isEntry) {
			this.#isGoingBack = true;
			history.back(); // `travel` does the rest
		} else {
			this.#departures = rest;
			this.#storeIn('replaceState');
			this.#returnTo(latest);
		}
	}

	/** The browser went back or forward within this page, to an entry with this state. */
	travel(state: HistoryState): void {
		const left = this.#departures;
		this.#isGoingBack = false;
		this.#departures = departuresIn(state, this.#chapter.summary.edition);
		const steps = left.length - this.#departures.length; // of a sheet's own entry: none
		if (steps > 0) this.#returnTo(left[steps - 1]);
		else if (steps < 0) this.#show(document.getElementById(location.hash.slice(1)));
	}

	#departure(link: HTMLElement | null, isEntry: boolean): Departure {
		const { paragraph, isPeeking } = this.#position;
		const point = this.#position.currentPoint();
		return { point, paragraph, link, isPeek: isPeeking, isEntry };
	}

	/** Shows it and puts the focus there. */
	#show(element: HTMLElement | null): void {
		const { elements } = this.#chapter.map;
		const block =
			elements.find((around) => around.contains(element)) ??
			elements.find((inside) => element?.contains(inside));
		if (!element || !block) return;
		const top = this.#position.barBottom + GAP;
		this.#position.peekAt({ block, at: rawBefore(block, element, 0), top });
		flash([element]);
		// A note, not the way back at its end: a screen reader reads on from here.
		const anchor = element.closest('a');
		if (!anchor) element.tabIndex = -1;
		(anchor ?? element).focus({ preventScroll: true });
	}

	#returnTo({ point, link, isPeek }: Departure): void {
		// The bars may have come since, and would cover the line.
		if (point.top < this.#position.barBottom) this.#bars.leave();
		if (isPeek) this.#position.peekAt(point);
		else this.#position.goTo(point);
		if (link) flash([link]);
		else point.block.tabIndex = -1;
		(link ?? point.block).focus({ preventScroll: true });
	}

	#storeIn(method: 'pushState' | 'replaceState', hash?: string): void {
		const departures = this.#departures.map(toStored);
		// Kit's router keeps data of its own in the state: while that stays, it sees no navigation.
		const { edition } = this.#chapter.summary;
		history[method]({ ...history.state, departures, edition }, '', hash);
	}
}

function toStored({ point, link, ...departure }: Departure): StoredDeparture {
	const { block, at, top } = point;
	return { ...departure, block: block.id, at, top, link: link?.id ?? '' };
}

/** Those that a history entry's state holds, of an edition whose blocks are on the page. */
function departuresIn(state: HistoryState, now: string): Departure[] {
	// In another edition a paragraph of the same id may hold other words.
	const { departures = [], edition } = state ?? {};
	return (edition === now ? departures : []).flatMap(({ block, at, top, link, ...departure }) => {
		const element = document.getElementById(block);
		const point = element && { block: element, at, top };
		return point ? { ...departure, point, link: document.getElementById(link) } : [];
	});
}
