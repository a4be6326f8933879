/** What the keys of the reading page mean. */
import { isUndoKey } from '$lib/dom/undo-key';
import type { Marker } from '../marker/marker.svelte';
import type { Marking } from '../marking/marking.svelte';

interface Page {
	marking: Marking;
	/** While the marker is on. */
	marker: Marker | null;
	/** Whether letters mean something: the reader may have switched them off. */
	letters: boolean;
}

/** Does what a key means; false when it means nothing here, and is the browser's. */
export function onKey(event: KeyboardEvent, { marking, marker, letters }: Page): boolean {
	const target = event.target as HTMLElement;
	const field = target.closest('input, textarea, select, [contenteditable]');
	// A field that just went with its card has the focus until the next frame.
	if (event.defaultPrevented || field?.checkVisibility()) return false;
	const plain = !(event.ctrlKey || event.metaKey || event.altKey);
	if (!plain) return !event.altKey && undoOrRedo(event, marking);
	if (document.querySelector('dialog[open]')) return false;
	if (onToolbarKey(event, marking)) return true;
	if (marker && onMarkerKey(event, marking, marker)) return true;
	return (letters && onLetter(event, marking)) || onBlockKey(event, marking);
}

/** The toolbar of a selection is one Tab away from it, though it stands elsewhere in the page. */
function onToolbarKey({ key, shiftKey, target }: KeyboardEvent, marking: Marking): boolean {
	if (!marking.selected) return false;
	const toolbar = document.querySelector('[role="toolbar"][aria-label="Selection"]');
	const inside = toolbar?.contains(target as Element);
	if (key === 'Escape') marking.letGo();
	else if (key === 'Tab' && !shiftKey && toolbar && !inside)
		toolbar.querySelector('button')?.focus();
	else return false;
	return true;
}

function undoOrRedo(event: KeyboardEvent, marking: Marking): boolean {
	const { shiftKey } = event;
	if (!isUndoKey(event)) return false;
	if (shiftKey) marking.redo();
	else marking.undo();
	return true;
}

function onMarkerKey(
	{ key, target, repeat }: KeyboardEvent,
	marking: Marking,
	marker: Marker
): boolean {
	// On a button these keys are the button's.
	const onButton = (target as Element).closest('button, a') !== null;
	if (key === 'ArrowRight' || key === 'ArrowDown') marker.step(1);
	else if (key === 'ArrowLeft' || key === 'ArrowUp') marker.step(-1);
	else if ((key === ' ' || key === 'Enter') && !onButton) {
		if (!repeat) marker.toggle();
	} else if (key === 'Escape') marking.marks.marker = false;
	else return false;
	return true;
}

function onLetter({ key, repeat }: KeyboardEvent, marking: Marking): boolean {
	// Held down, a letter would mark the same words again and again.
	if (repeat && key !== 'j' && key !== 'k') return false;
	const { marks } = marking;
	const block = marking.focusedBlock();
	const range = marking.selection?.range ?? block;
	if (key === 'j') marking.focusBlock(1);
	else if (key === 'k') marking.focusBlock(-1);
	else if (key === 'h' && range) marking.highlight(range, marking.lastColour);
	else if (key === 'n' && range) marking.note(range);
	else if (key === 'b') marks.toggleBookmark(block ?? marks.blockHere());
	else if (key === 'm') marks.toggleMarker();
	else if (key === '?') marking.help = true;
	else return false;
	return true;
}

/** What works with letters switched off too. */
function onBlockKey({ key, target }: KeyboardEvent, marking: Marking): boolean {
	const block = marking.focusedBlock();
	// On a button or link inside the block these keys are its own.
	if (!block || target !== marking.marks.map.elementOf(block)) return false;
	if (key === 'Enter') {
		const over = marking.marks.over(block);
		if (over.length > 0) marking.marks.card = over;
	} else if (key === 'Escape') (target as HTMLElement).blur();
	else return false;
	return true;
}
