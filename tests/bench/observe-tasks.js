/** Watches for the longest task of a page, in ms, as `window.longest`: an init script. */
export function observeTasks() {
	const watched = /** @type {{ longest: number }} */ (/** @type {unknown} */ (window));
	watched.longest = 0;
	new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) {
			watched.longest = Math.max(watched.longest, duration);
		}
	}).observe({ type: 'longtask', buffered: true });
}
