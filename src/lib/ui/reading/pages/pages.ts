/**
 * The pages of a chapter, of which one is shown. A style sheet makes them (ui/styles/pages.css): a page is a
 * height of the document, so that to turn is to scroll by it.
 */
import type { Turn } from '$lib/core/reading/page-turns';
import { pageHeight, pageStart } from '$lib/dom/scroll-anchor';
import type { Overlays } from '../overlays.svelte';

/** Quiet time after which scrolling that is not ours is at rest, in ms. */
const REST = 200;

export class Pages {
	#main: HTMLElement;
	#overlays: Overlays;
	#isPointerDown: () => boolean;
	#timer = 0;

	/**
	 * @param main has the columns
	 * @param isPointerDown whether a finger or the mouse is down: nothing is scrolled under it
	 */
	constructor(main: HTMLElement, overlays: Overlays, isPointerDown: () => boolean) {
		this.#main = main;
		this.#overlays = overlays;
		this.#isPointerDown = isPointerDown;
	}

	/** Whether they can be turned: the screen may have become too low for them. */
	get canTurn(): boolean {
		return pageHeight() > 0 && !this.#isDialogOpen;
	}

	get #isDialogOpen(): boolean {
		return this.#overlays.dialog !== null || document.querySelector('dialog[open]') !== null;
	}

	/** Shows the next page, or the one before; past the last, or the first, it is another chapter's. */
	turn(direction: Turn): void {
		const height = pageHeight();
		const page = Math.round(window.scrollY / height);
		const last = Math.round(document.documentElement.scrollHeight / height) - 1;
		const next = page + direction;
		if (next < 0 || next > last) goToChapter(direction);
		else scrollTo(next * height);
	}

	/** Something else scrolled: soon the page that is seen most of is shown whole. */
	straightenLater = (): void => {
		clearTimeout(this.#timer);
		this.#timer = window.setTimeout(() => this.#straighten(), REST);
	};

	/** Not while that would be in the way. */
	#straighten(): void {
		const height = pageHeight();
		if (height === 0 || isSelecting() || this.#isDialogOpen || isZoomed() || this.#isPointerDown())
			return;
		const top = Math.round(window.scrollY / height) * height;
		if (Math.abs(window.scrollY - top) >= 1) scrollTo(top);
	}

	/** The browser puts what an address names at the top of the screen: its page is shown. */
	showNamed = (): void => {
		const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
		const height = pageHeight();
		if (named && height > 0 && this.#main.contains(named))
			scrollTo(pageStart(named.getClientRects()[0]?.top ?? 0, height));
		else this.#straighten();
	};

	/** Scrolls no more. */
	stop(): void {
		clearTimeout(this.#timer);
	}
}

export function isSelecting(): boolean {
	return getSelection()?.isCollapsed === false;
}

/** By two fingers: what is shown is a part of the page. */
export function isZoomed(): boolean {
	return (window.visualViewport?.scale ?? 1) > 1.05;
}

function scrollTo(top: number): void {
	window.scrollTo({ top, behavior: 'instant' });
}

function goToChapter(direction: Turn): void {
	const rel = direction > 0 ? 'next' : 'prev';
	document.querySelector<HTMLAnchorElement>(`.neighbours a[rel="${rel}"]`)?.click();
}
