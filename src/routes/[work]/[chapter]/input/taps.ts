/** Answers the taps on the text. */
import type { ReadingPage } from '../reading-page';
import { followFootnote } from './follow-footnote';
import { interpretTap } from './interpret-tap';

export class Taps {
	#page: ReadingPage;
	#wasSelecting = false;
	/** The last tap called the bars or sent them away. */
	#hasToggledBars = false;

	constructor(page: ReadingPage) {
		this.#page = page;
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
			followFootnote(this.#page, tap.element, tap.link);
		} else if (tap && overlays.mode) {
			overlays.textTaps.push({ x: event.pageX, y: event.pageY });
		} else if (tap?.on === 'marks') {
			overlays.open({ kind: 'mark-card', ids: tap.ids });
		} else if (tap && event.detail < 2) {
			this.#hasToggledBars = true;
			bars.toggle();
		}
	};
}
