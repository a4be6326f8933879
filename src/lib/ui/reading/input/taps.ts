/** Answers the taps on the text. */
import type { ReadingPage } from '../reading-page';
import { interpretTap, type LinkTap } from './interpret-tap';

export class Taps {
	#page: ReadingPage;
	#onlink: (tap: LinkTap) => void;
	#wasSelecting = false;
	/** The last tap called the bars or sent them away. */
	#hasToggledBars = false;

	/** @param onlink a link within the chapter was tapped */
	constructor(page: ReadingPage, onlink: (tap: LinkTap) => void) {
		this.#page = page;
		this.#onlink = onlink;
	}

	pointerDown = (): void => {
		this.#wasSelecting = !getSelection()?.isCollapsed;
	};

	click = (event: MouseEvent): void => {
		const { bars, overlays } = this.#page;
		// A double click selects a word: its first half was no tap.
		if (this.#hasToggledBars && event.detail === 2) bars.toggle();
		this.#hasToggledBars = false;
		const tap = interpretTap(event, this.#wasSelecting);
		if (tap?.on === 'link') {
			event.preventDefault();
			this.#onlink(tap);
		} else if (tap && overlays.mode) {
			overlays.textTaps.push({ x: event.pageX, y: event.pageY });
		} else if (tap?.on === 'marks') {
			overlays.open({ kind: 'mark-card', ids: tap.ids });
		} else if (tap?.on === 'picture') {
			overlays.open({ kind: 'picture', picture: tap.picture });
		} else if (tap && event.detail < 2) {
			this.#hasToggledBars = true;
			bars.toggle();
		}
	};
}
