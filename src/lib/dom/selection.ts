/**
 * What the reader has selected of the text. Phones report it by `selectionchange` alone: long
 * presses and the handles of a selection send no mouse or touch events.
 */
import type { TextRange } from '$lib/core/text/range';
import type { TextMap } from './text-map';

/** Ms without a change after which a selection stands: a dragged handle pauses for less. */
const REST = 250;
/** The same for a mouse, once its button is up. */
const MOUSE_REST = 20;

export interface SelectionWatch {
	/** The passage selected last, also while the selection is still changing; `null` when there is none. */
	readonly range: TextRange | null;
	/** Forgets it, and clears the selection on the screen. */
	clear(): void;
	stop(): void;
}

/**
 * Watches the selection for passages of `map`. `onrest` is called with one when it stands still
 * and no finger is down, and with `null` as soon as nothing is selected.
 */
export function watchSelection(
	map: Pick<TextMap, 'fromRange'>,
	onrest: (range: TextRange | null) => void
): SelectionWatch {
	let range: TextRange | null = null;
	let pressed = false;
	let isButton = false; // what was pressed last
	let rest = REST;
	let timer = 0;

	const callWhenAtRest = (delay: number) => {
		clearTimeout(timer);
		timer = window.setTimeout(() => {
			if (!pressed) onrest(range);
		}, delay);
	};
	const changed = () => {
		const selection = getSelection()!;
		// iOS reports this when a button is tapped; what was selected is still meant.
		if (!selection.anchorNode && isButton) return;
		const before = range;
		range = selection.isCollapsed ? null : map.fromRange(selection.getRangeAt(0));
		if (range) callWhenAtRest(rest);
		else if (before) {
			clearTimeout(timer);
			onrest(null);
		}
	};
	const down = ({ pointerType, target }: PointerEvent) => {
		pressed = true;
		isButton = target instanceof Element && target.closest('button') !== null;
		rest = pointerType === 'mouse' ? MOUSE_REST : REST;
	};
	const up = () => {
		pressed = false;
		if (range) callWhenAtRest(rest);
		rest = REST; // what follows comes from keys or handles
	};
	const touched = ({ touches }: TouchEvent) => {
		// Chromium cancels the pointer when a long press turns into a selection: the finger is still there.
		if (touches.length === 0) up();
	};
	const cancelled = ({ pointerType }: PointerEvent) => {
		if (pointerType !== 'touch') up();
	};

	const stopped = new AbortController();
	const options = { signal: stopped.signal, capture: true, passive: true };
	document.addEventListener('selectionchange', changed, options);
	document.addEventListener('pointerdown', down, options);
	document.addEventListener('pointerup', up, options);
	document.addEventListener('pointercancel', cancelled, options);
	document.addEventListener('touchend', touched, options);
	document.addEventListener('touchcancel', touched, options);
	changed();

	return {
		get range() {
			return range;
		},
		clear() {
			range = null;
			clearTimeout(timer);
			getSelection()?.removeAllRanges();
			onrest(null);
		},
		stop() {
			stopped.abort();
			clearTimeout(timer);
		}
	};
}
