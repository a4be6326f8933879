/** What the reader is told of what was done last, and what can be done about it. */
import type { ToastMessage } from '../../kit/toast-message';

export interface Notice extends ToastMessage {
	/** The id of the annotation that was written: the notice says *Saved* once that is so. */
	id?: string;
}

export class Notices {
	#latest = $state.raw<Notice | null>(null);
	#isNews = $state(false);

	/** What was done last; `null` when nothing was, or the reader went on to something else. */
	get latest(): Notice | null {
		return this.#latest;
	}

	/** The same, while it is new: only then it may stand over the text. */
	get news(): Notice | null {
		return this.#isNews ? this.#latest : null;
	}

	show(notice: Notice): void {
		this.#latest = notice;
		this.#isNews = true;
	}

	/** An annotation was made, changed or deleted, which can be undone. */
	changed(text: string, id: string): void {
		this.show({ text, id, offer: 'undo' });
	}

	/** It was seen long enough. */
	expire(): void {
		this.#isNews = false;
	}

	clear(): void {
		this.#latest = null;
	}
}
