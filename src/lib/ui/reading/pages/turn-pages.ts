/**
 * Turns the pages of a chapter, which a style sheet makes (ui/styles/pages.css): a page is a height of the
 * document, so that to turn is to scroll by it. Loaded for readers who chose pages.
 */
import { turnOfKey, turnOfSwipe, turnOfTap, type Turn } from '$lib/core/reading/page-turns';
import { pageHeight, pageStart } from '$lib/dom/scroll-anchor';
import { interpretTap } from '../input/interpret-tap';
import type { ReadingPage } from '../reading-page';
import { completeLastPage } from './complete-last-page';

/** Quiet time after which scrolling that is not ours is at rest, in ms. */
const REST = 200;
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
export function turnPages({ chapter, overlays, position }: ReadingPage): () => void {
	const main = document.querySelector<HTMLElement>('main:has(> article)')!;
	const isRtl = chapter.work.dir === 'rtl';
	const end = new AbortController();
	const { signal } = end;
	let timer = 0;
	let wheeled = -Infinity;
	/** The finger or the mouse that is down. */
	let down: { x: number; y: number; time: number; wasSelecting: boolean } | null = null;

	const isSelecting = () => getSelection()?.isCollapsed === false;
	const isDialogOpen = () => overlays.dialog !== null || document.querySelector('dialog[open]');
	const isZoomed = () => (window.visualViewport?.scale ?? 1) > 1.05;
	/** Whether pages can be turned: the screen may have become too low for them. */
	const canTurn = () => pageHeight() > 0 && !isDialogOpen();

	function turn(direction: Turn): void {
		const height = pageHeight();
		const page = Math.round(window.scrollY / height);
		const last = Math.round(document.documentElement.scrollHeight / height) - 1;
		const next = page + direction;
		if (next < 0 || next > last) return goToChapter(direction);
		window.scrollTo({ top: next * height, behavior: 'instant' });
	}

	function goToChapter(direction: Turn): void {
		const rel = direction > 0 ? 'next' : 'prev';
		document.querySelector<HTMLAnchorElement>(`.neighbours a[rel="${rel}"]`)?.click();
	}

	/** Something else scrolled: the page that is seen most of is shown whole. Not while that would be in the way. */
	function straighten(): void {
		const height = pageHeight();
		if (height === 0 || isSelecting() || isDialogOpen() || isZoomed() || down) return;
		const page = Math.round(window.scrollY / height);
		if (Math.abs(window.scrollY - page * height) < 1) return;
		window.scrollTo({ top: page * height, behavior: 'instant' });
	}

	function straightenLater(): void {
		clearTimeout(timer);
		timer = window.setTimeout(straighten, REST);
	}

	/** The browser puts what an address names at the top of the screen: its page is shown. */
	function showNamed(): void {
		const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
		const height = pageHeight();
		if (named && height > 0 && main.contains(named))
			window.scrollTo({
				top: pageStart(named.getClientRects()[0]?.top ?? 0, height),
				behavior: 'instant'
			});
		else straighten();
	}

	function onKey(event: KeyboardEvent): void {
		const { target, defaultPrevented, ctrlKey, altKey, metaKey } = event;
		if (defaultPrevented || ctrlKey || altKey || metaKey || isSelecting() || !canTurn()) return;
		const element = target instanceof Element ? target : document.body;
		if (element.closest(FIELDS) || (event.key === ' ' && element.closest(BUTTONS))) return;
		const direction = turnOfKey(event, isRtl);
		if (direction === null) return;
		event.preventDefault();
		turn(direction);
	}

	function onPointerDown({
		clientX: x,
		clientY: y,
		timeStamp: time,
		isPrimary
	}: PointerEvent): void {
		down = isPrimary ? { x, y, time, wasSelecting: isSelecting() } : null;
	}

	function onPointerUp({ clientX, clientY, timeStamp, pointerType }: PointerEvent): void {
		const from = down;
		down = null;
		straightenLater();
		if (!from || pointerType === 'mouse' || from.wasSelecting || isSelecting()) return;
		if (!canTurn() || isZoomed()) return;
		const [right, below] = [clientX - from.x, clientY - from.y];
		const direction = turnOfSwipe({ right, down: below, time: timeStamp - from.time }, isRtl);
		if (direction !== null) turn(direction);
	}

	let wasSelecting = false;
	const tapTurn = ({ clientX }: MouseEvent) =>
		overlays.mode ? null : turnOfTap(clientX, document.documentElement.clientWidth, isRtl);

	function onMouseDown(event: MouseEvent): void {
		wasSelecting = isSelecting();
		// Tapped twice, pages are turned twice, and no word is selected.
		if (event.detail > 1 && tapTurn(event) !== null && canTurn()) event.preventDefault();
	}

	/** Before the page's own taps, for which a tap at the side would be one for the bars. */
	function onClick(event: MouseEvent): void {
		const target = event.target as Element;
		const isBeside = target === document.documentElement || target === document.body;
		if ((!isBeside && !main.contains(target)) || !canTurn()) return;
		const direction = tapTurn(event);
		if (direction === null || interpretTap(event, wasSelecting)?.on !== 'text') return;
		event.stopPropagation();
		turn(direction);
	}

	function onWheel(event: WheelEvent): void {
		const { deltaX, deltaY, timeStamp, ctrlKey, target } = event;
		if (ctrlKey || (target as Element).closest(SCROLLS) || !canTurn()) return;
		event.preventDefault();
		const delta = Math.abs(deltaX) > Math.abs(deltaY) ? (isRtl ? -deltaX : deltaX) : deltaY;
		if (Math.abs(delta) < WHEEL_FAR || timeStamp - wheeled < WHEEL) return;
		wheeled = timeStamp;
		turn(delta > 0 ? 1 : -1);
	}

	const { classList } = document.documentElement;
	classList.add('turning-pages');
	const capture = { signal, capture: true };
	window.addEventListener('keydown', onKey, { signal });
	document.addEventListener('pointerdown', onPointerDown, capture);
	document.addEventListener('pointerup', onPointerUp, capture);
	document.addEventListener('pointercancel', () => (down = null), capture);
	document.addEventListener('mousedown', onMouseDown, capture);
	document.addEventListener('click', onClick, capture);
	document.addEventListener('wheel', onWheel, { signal, passive: false });
	window.addEventListener('scroll', straightenLater, { signal, passive: true });
	window.addEventListener('hashchange', showNamed, { signal });
	document.addEventListener('selectionchange', straightenLater, { signal });
	document.addEventListener('close', straightenLater, capture); // of a dialog
	const stopCompleting = completeLastPage(main, straightenLater);
	void position.restored.then(showNamed);
	return () => {
		end.abort();
		stopCompleting();
		clearTimeout(timer);
		classList.remove('turning-pages');
	};
}
