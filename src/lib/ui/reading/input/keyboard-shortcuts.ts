/** What the keys of the reading page do. */
import type { Block } from '$lib/core/text/chapter-text';
import { isUndoKey, letterOf, type Typing } from '$lib/dom/keys';
import { canSpeak } from '$lib/dom/speech/can-speak';
import type { Marker } from '../marker/marker.svelte';
import type { MarkingActions } from '../marking/marking-actions.svelte';
import { marksOverBlock } from '../marking/marks-over-block';
import type { AnnotatedPage } from '../annotated-page';
import { focusedBlock, stepFocus } from './block-focus';

interface Keyboard {
	page: AnnotatedPage;
	actions: MarkingActions;
	/** While the marker is on. */
	marker: Marker | null;
	/** While the chapter is read aloud. */
	player: { toggle: () => void } | null;
	typing: Typing;
	/** Whether letters mean something: the reader may have switched them off. */
	letters: boolean;
}

/** Does what a key means; false when it means nothing here, and is the browser's. */
export function onKey(event: KeyboardEvent, keyboard: Keyboard): boolean {
	const { page, actions, marker, letters, typing } = keyboard;
	const isPlain = !(event.ctrlKey || event.metaKey || event.altKey);
	if (!isPlain) {
		if (event.defaultPrevented || event.altKey || typing.belongsToField(event)) return false;
		return undoOrRedo(event, actions);
	}
	if (typing.isTyped(event) || event.defaultPrevented) return false;
	if (isDialogOpen(page)) return false;
	if (onToolbarKey(event, actions)) return true;
	if (event.key === 'Escape' && page.footnote.shown) return closeFootnote(page);
	if (marker && onMarkerKey(event, keyboard, marker)) return true;
	if ((letters && onLetter(event, keyboard)) || onBlockKey(event, keyboard)) return true;
	if (event.key !== 'Escape' || !page.overlays.listening) return false;
	page.overlays.stopListening();
	return true;
}

/** Whether a dialog is open over the text, or about to be. */
function isDialogOpen({ overlays }: AnnotatedPage): boolean {
	// One that was only asked for is not in the page yet. One that was closed is still there, and
	// says so a moment later.
	return overlays.dialog !== null && document.querySelector('dialog')?.open !== false;
}

/** The toolbar of a selection is one Tab away from it, though it stands elsewhere in the page. */
function onToolbarKey(
	{ key, shiftKey, target }: KeyboardEvent,
	{ selection }: MarkingActions
): boolean {
	if (!selection.range) return false;
	const toolbar = document.querySelector('[role="toolbar"][aria-label="Selection"]');
	const isInside = toolbar?.contains(target as Element);
	if (key === 'Escape') selection.clear();
	else if (key === 'Tab' && !shiftKey && toolbar && !isInside)
		toolbar.querySelector('button')?.focus();
	else return false;
	return true;
}

function closeFootnote({ footnote }: AnnotatedPage): true {
	footnote.close();
	return true;
}

function undoOrRedo(event: KeyboardEvent, actions: MarkingActions): boolean {
	if (!isUndoKey(event)) return false;
	if (event.shiftKey) actions.redo();
	else actions.undo();
	return true;
}

function onMarkerKey(
	{ key, target, repeat }: KeyboardEvent,
	{ page }: Keyboard,
	marker: Marker
): boolean {
	// On a button these keys are the button's.
	const isOnButton = (target as Element).closest('button, a') !== null;
	// A text from right to left goes on to the left.
	const isRtl = page.chapter.work.dir === 'rtl';
	if (key === (isRtl ? 'ArrowLeft' : 'ArrowRight') || key === 'ArrowDown') marker.step(1);
	else if (key === (isRtl ? 'ArrowRight' : 'ArrowLeft') || key === 'ArrowUp') marker.step(-1);
	else if ((key === ' ' || key === 'Enter') && !isOnButton) {
		if (!repeat) marker.toggle();
	} else if (key === 'Escape') page.overlays.toggleMarker();
	else return false;
	return true;
}

function onLetter(event: KeyboardEvent, { page, actions, player }: Keyboard): boolean {
	const key = letterOf(event);
	// Held down, a letter would mark the same words again and again.
	if (event.repeat && key !== 'j' && key !== 'k') return false;
	const block = focusedBlock(page);
	const range = actions.selection.latest ?? block;
	if (key === 'j') stepFocus(page, 1);
	else if (key === 'k') stepFocus(page, -1);
	else if (key === 'h' && range) actions.highlight(range);
	else if (key === 'n' && range) actions.startNote(range);
	else if (key === 'b') page.bookmarks.toggle(block ?? page.position.currentBlock());
	else if (key === 'm') page.overlays.toggleMarker();
	else if (key === 'l') listenOrPause(page, player);
	else if (key === '/') page.overlays.open({ kind: 'search' });
	else if (key === '?') page.overlays.open({ kind: 'keys' });
	else return false;
	return true;
}

function listenOrPause({ overlays }: AnnotatedPage, player: Keyboard['player']): void {
	if (player) player.toggle();
	else if (canSpeak()) overlays.listen();
}

/** What works with letters switched off too. */
function onBlockKey({ key, target }: KeyboardEvent, { page }: Keyboard): boolean {
	const block = focusedBlock(page);
	// On a button or link inside the block these keys are its own.
	if (!block || target !== page.chapter.map.elementOf(block)) return false;
	if (key === 'Enter') openMarks(page, block);
	else if (key === 'Escape') (target as HTMLElement).blur();
	else return false;
	return true;
}

function openMarks({ marks, overlays }: AnnotatedPage, block: Block): void {
	const ids = marksOverBlock(marks, block);
	if (ids.length > 0) overlays.open({ kind: 'mark-card', ids });
}
