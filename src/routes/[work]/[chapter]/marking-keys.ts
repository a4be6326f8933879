/** What the keys of the reading page mean. */
import type { Marker } from './marker.svelte';
import type { Marking } from './marking.svelte';

/** Does what a key means; false when it means nothing here, and is the browser's. */
export function onKey(event: KeyboardEvent, marking: Marking, marker: Marker | null): boolean {
	const target = event.target as HTMLElement;
	if (event.defaultPrevented || target.closest('input, textarea, select, [contenteditable]')) {
		return false;
	}
	const plain = !(event.ctrlKey || event.metaKey || event.altKey);
	if (!plain) return !event.altKey && undoOrRedo(event, marking);
	if (document.querySelector('dialog[open]')) return false;
	if (marker && onMarkerKey(event, marking, marker)) return true;
	return onReadingKey(event, marking);
}

function undoOrRedo({ key, shiftKey }: KeyboardEvent, marking: Marking): boolean {
	if (key.toLowerCase() !== 'z') return false;
	if (shiftKey) marking.redo();
	else marking.undo();
	return true;
}

function onMarkerKey({ key, target }: KeyboardEvent, marking: Marking, marker: Marker): boolean {
	// On a button these keys are the button's.
	const onButton = (target as Element).closest('button, a') !== null;
	if (key === 'ArrowRight' || key === 'ArrowDown') marker.step(1);
	else if (key === 'ArrowLeft' || key === 'ArrowUp') marker.step(-1);
	else if ((key === ' ' || key === 'Enter') && !onButton) marker.toggle();
	else if (key === 'Escape') marking.marks.marker = false;
	else return false;
	return true;
}

function onReadingKey({ key, target }: KeyboardEvent, marking: Marking): boolean {
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
	else if (key === 'Enter' && block && target === document.activeElement) {
		const over = marks.over(block);
		if (over.length > 0) marks.card = over;
	} else if (key === 'Escape' && block) (document.activeElement as HTMLElement).blur();
	else return false;
	return true;
}
