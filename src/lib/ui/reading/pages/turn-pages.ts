/** Turns the pages of a chapter by keys, taps, fingers and the wheel. Loaded for readers who chose pages. */
import { turnOfKey, turnOfSwipe, turnOfTap, type Turn } from '$lib/core/reading/page-turns';
import { interpretTap } from '../input/interpret-tap';
import type { Overlays } from '../overlays.svelte';
import type { ReadingPage } from '../reading-page';
import { completeLastPage } from './complete-last-page';
import { isSelecting, isZoomed, Pages } from './pages';

/** Ms in which the wheel turns one page: it goes on after the fingers. */
const WHEEL = 350;
/** Px that the wheel or two fingers move at least. */
const WHEEL_FAR = 8;

/** Where the arrows and the space bar have a meaning of their own. */
const FIELDS = 'input, textarea, select, [contenteditable], [role="slider"], dialog, [popover]';
const BUTTONS = 'button, a, summary';
/** What has the wheel for itself. */
const SCROLLS = 'dialog, [popover], textarea';

/** Begins to turn them; gives the function that ends it. */
export function turnPages(page: ReadingPage): () => void {
	const main = document.querySelector('main')!;
	const turns = new PageTurns(main, page);
	const { pages } = turns;
	const { classList } = document.documentElement;
	classList.add('turning-pages');
	turns.listen();
	const stopCompleting = completeLastPage(main, pages.straightenLater);
	void page.position.restored.then(pages.showNamed);
	return () => {
		turns.stop();
		stopCompleting();
		pages.stop();
		classList.remove('turning-pages');
	};
}

/** A finger, or the mouse, that came down: where, in px of the screen, and when, in ms. */
interface PointerStart {
	x: number;
	y: number;
	time: number;
	wasSelecting: boolean;
}

/** What of the reader's input turns a page. */
class PageTurns {
	readonly pages: Pages;
	#main: HTMLElement;
	#overlays: Overlays;
	#isRtl: boolean;
	#end = new AbortController();
	#start: PointerStart | null = null;
	/** Something was selected when the mouse came down. */
	#wasSelecting = false;
	/** When the wheel turned a page, in ms. */
	#wheeled = -Infinity;

	constructor(main: HTMLElement, { chapter, overlays }: ReadingPage) {
		this.pages = new Pages(main, overlays, () => this.#start !== null);
		this.#main = main;
		this.#overlays = overlays;
		this.#isRtl = chapter.work.dir === 'rtl';
	}

	listen(): void {
		const { signal } = this.#end;
		const capture = { signal, capture: true };
		const { straightenLater, showNamed } = this.pages;
		window.addEventListener('keydown', (event) => this.#onKey(event), { signal });
		document.addEventListener('pointerdown', (event) => this.#onPointerDown(event), capture);
		document.addEventListener('pointerup', (event) => this.#onPointerUp(event), capture);
		document.addEventListener('pointercancel', () => this.#takeStart(), capture);
		document.addEventListener('mousedown', (event) => this.#onMouseDown(event), capture);
		document.addEventListener('click', (event) => this.#onClick(event), capture);
		document.addEventListener('wheel', (event) => this.#onWheel(event), { signal, passive: false });
		window.addEventListener('scroll', straightenLater, { signal, passive: true });
		window.addEventListener('hashchange', showNamed, { signal });
		document.addEventListener('selectionchange', straightenLater, { signal });
		document.addEventListener('close', straightenLater, capture); // of a dialog
	}

	stop(): void {
		this.#end.abort();
	}

	#onKey(event: KeyboardEvent): void {
		const { target, defaultPrevented, ctrlKey, altKey, metaKey } = event;
		if (defaultPrevented || ctrlKey || altKey || metaKey || isSelecting()) return;
		if (!this.pages.canTurn) return;
		const element = target instanceof Element ? target : document.body;
		if (element.closest(FIELDS) || (event.key === ' ' && element.closest(BUTTONS))) return;
		const direction = turnOfKey(event, this.#isRtl);
		if (direction === null) return;
		event.preventDefault();
		this.pages.turn(direction);
	}

	#onPointerDown({ clientX, clientY, timeStamp, isPrimary }: PointerEvent): void {
		this.#start = isPrimary
			? { x: clientX, y: clientY, time: timeStamp, wasSelecting: isSelecting() }
			: null;
	}

	/** Where what ends now began. */
	#takeStart(): PointerStart | null {
		const start = this.#start;
		this.#start = null;
		return start;
	}

	#onPointerUp({ clientX, clientY, timeStamp, pointerType }: PointerEvent): void {
		const start = this.#takeStart();
		this.pages.straightenLater();
		if (!start || pointerType === 'mouse' || start.wasSelecting || isSelecting()) return;
		if (!this.pages.canTurn || isZoomed()) return;
		const [right, down] = [clientX - start.x, clientY - start.y];
		const swipe = { right, down, time: timeStamp - start.time };
		const direction = turnOfSwipe(swipe, this.#isRtl);
		if (direction !== null) this.pages.turn(direction);
	}

	#turnOfTap({ clientX }: MouseEvent): Turn | null {
		if (this.#overlays.mode) return null;
		return turnOfTap(clientX, document.documentElement.clientWidth, this.#isRtl);
	}

	#onMouseDown(event: MouseEvent): void {
		this.#wasSelecting = isSelecting();
		// Tapped twice, pages are turned twice, and no word is selected.
		if (event.detail > 1 && this.#turnOfTap(event) !== null && this.pages.canTurn)
			event.preventDefault();
	}

	/** Before the page's own taps, for which a tap at the side would be one for the bars. */
	#onClick(event: MouseEvent): void {
		const target = event.target as Element;
		const isBeside = target === document.documentElement || target === document.body;
		if ((!isBeside && !this.#main.contains(target)) || !this.pages.canTurn) return;
		const direction = this.#turnOfTap(event);
		if (direction === null || interpretTap(event, this.#wasSelecting)?.on !== 'text') return;
		event.stopPropagation();
		this.pages.turn(direction);
	}

	#onWheel(event: WheelEvent): void {
		const { deltaX, deltaY, timeStamp, ctrlKey, target } = event;
		if (ctrlKey || (target as Element).closest(SCROLLS) || !this.pages.canTurn) return;
		event.preventDefault();
		const isSideways = Math.abs(deltaX) > Math.abs(deltaY);
		const delta = isSideways ? (this.#isRtl ? -deltaX : deltaX) : deltaY;
		if (Math.abs(delta) < WHEEL_FAR || timeStamp - this.#wheeled < WHEEL) return;
		this.#wheeled = timeStamp;
		this.pages.turn(delta > 0 ? 1 : -1);
	}
}
