/** Does work when the page is idle, also in browsers that have no idle callbacks. */

/** A window, as far as this needs it: `core` knows no DOM. */
interface IdlingWindow {
	/** Safari does not have it. */
	requestIdleCallback?(callback: () => void, options: { timeout: number }): unknown;
	setTimeout(callback: () => void, delay: number): unknown;
}

/** Ms after which the work is done even if the page was never idle. */
const LONGEST = 2000;
/** Ms that stand for idleness where the browser does not tell of it: as much as loading keeps a page busy at once. */
const MOMENT = 50;

/** Resolves when the page is idle. */
export function idle(window: IdlingWindow): Promise<void> {
	return new Promise((resolve) => {
		const callback = () => resolve();
		if (window.requestIdleCallback) window.requestIdleCallback(callback, { timeout: LONGEST });
		else window.setTimeout(callback, MOMENT);
	});
}
