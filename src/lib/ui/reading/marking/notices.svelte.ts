/** What the reader is told of what was done last, and what can be done about it. */
import type { ToastMessage } from '../../kit/toast-message';

export interface Notice extends ToastMessage {
	/** The id of the annotation that was written: the notice says *Saved* once that is so. */
	id?: string;
}

export class Notices {
	#latest = $state.raw<Notice | null>(null);

	/** The one to show; `null` when it is old, or nothing was done. */
	get latest(): Notice | null {
		return this.#latest;
	}

	show(notice: Notice): void {
		this.#latest = notice;
	}

	/** An annotation was made, changed or deleted, which can be undone. */
	changed(text: string, id: string): void {
		this.#latest = { text, id, offer: 'undo' };
	}

	clear(): void {
		this.#latest = null;
	}
}
