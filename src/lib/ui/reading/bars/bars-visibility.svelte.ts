/** Whether the two bars are there: they leave while one reads on, and come back on scrolling up. */

/** Px one way before the bars follow: less is a resting thumb. */
const ENOUGH = 24;
/** Px from either end of the page within which the bars always show. */
const END = 8;

export class BarsVisibility {
	#away = $state(false);
	/** Where the reader last turned round, and was last seen. */
	#turned = 0;
	#last = 0;

	get away(): boolean {
		return this.#away;
	}

	show(): void {
		this.#away = false;
	}

	/** Leaves the text alone on the screen, and follows the reader from here. */
	leave(): void {
		this.#away = true;
		this.#turned = this.#last = window.scrollY;
	}

	toggle(): void {
		this.#away = !this.#away;
	}

	/** Follows a scroll. `own`: the app moved the page, and the bars stay. */
	follow(own: boolean): void {
		const y = Math.max(0, window.scrollY);
		if (own || y > this.#last !== this.#last > this.#turned) this.#turned = own ? y : this.#last;
		this.#last = y;
		// A moving bar would take the text from under a finger that selects.
		if (own || !getSelection()?.isCollapsed) return;
		const rest = document.documentElement.scrollHeight - window.innerHeight - y;
		if (y < END || rest < END || this.#turned - y > ENOUGH) this.#away = false;
		else if (y - this.#turned > ENOUGH) this.#away = true;
	}
}
