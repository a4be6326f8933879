/**
 * The buttons that only script can serve, put into the page once it is idle: so its own bytes stay those of the text.
 * By then also what wakes the page besides a tap or a key.
 */
import { wasLongAway } from '$lib/core/reading/long-away';
import { addBlockButtons, addPictureButtons } from '$lib/dom/block-buttons';
import { canSpeak } from '$lib/dom/speech/can-speak';
import type { ReadingPage } from '../reading-page';

/** What stands behind the address of a chapter that is to be read aloud from its beginning, before a sleep timer. */
export const LISTEN_HASH = '#listen';

/** A loudspeaker, as the icons of ui/kit/icons.ts. */
export const LOUDSPEAKER = 'M11 5 6 9H2v6h4l5 4zM16 9a4 4 0 0 1 0 6M19 6a8 8 0 0 1 0 12';

/**
 * Adds them; `wake` is called before one of them opens something, and when the reader begins to read by the wheel.
 *
 * @returns the function that takes away those in the text
 */
export function addButtons(page: ReadingPage, wake: () => void): () => void {
	const { chapter, overlays, position } = page;
	const { map } = chapter;
	if (canSpeak()) {
		addListenButton(() => overlays.listen());
		if (location.hash.startsWith(LISTEN_HASH)) overlays.listen(0);
	}
	// With a mouse one reads by its wheel alone. On the window it is passive: browsers scroll without waiting for it.
	window.addEventListener('wheel', wake);
	// What they find in by is shown as soon as it can be.
	void position.restored.then(() => wasLongAway(position.lastRead, Date.now()) && wake());
	const article = map.elements[0]?.closest('article');
	const removePictures =
		article && addPictureButtons(article, (picture) => overlays.open({ kind: 'picture', picture }));
	const removeBlocks = addBlockButtons(map.elements, {
		nameOf: (element) => `Mark ${chapter.labelOf(map.blockOf(element))}`,
		current: () => position.currentPoint().block,
		onpress: (element) => {
			wake();
			overlays.open({ kind: 'block-menu', block: map.blockOf(element) });
		}
	});
	return () => {
		removeBlocks();
		removePictures?.();
	};
}

/** Puts *Listen* before *Appearance*: no other button moves. It is made after *Search*. */
function addListenButton(onpress: () => void): void {
	const search = document.querySelector('[data-bar] [aria-label="Search"]')!;
	const button = search.cloneNode(true) as HTMLElement;
	button.ariaLabel = button.title = 'Listen';
	button.querySelector('path')!.setAttribute('d', LOUDSPEAKER);
	button.onpointerdown = (event) => event.preventDefault(); // what is selected stays so: it is read from there
	button.onclick = () => {
		// Safari speaks only if it first did so within a tap itself.
		speechSynthesis.speak(new SpeechSynthesisUtterance(''));
		onpress();
	};
	document.querySelector('.aa')!.before(button);
}
