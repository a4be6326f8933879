/**
 * @typedef {{ stored: number, drawn: number, count: number }} Shown milliseconds since the navigation
 *     began: the first read of the annotations; the frame with the last mark. `count`: the elements
 * @typedef {Window & { shown: Promise<Shown> }} Showing
 */

/**
 * Watches marks come into a page that loads, from within: an init script, so it uses nothing from
 * outside itself. The times are in `window.shown` when no mark has come for half a second.
 */
export function observeMarks() {
	if (window !== top || location.protocol === 'about:') return;
	const QUIET = 500; // ms

	let stored = 0;
	const { getAll } = IDBObjectStore.prototype;
	IDBObjectStore.prototype.getAll = function (
		/** @type {IDBValidKey} */ query,
		/** @type {number} */ count
	) {
		if (this.name === 'annotations') stored ||= performance.now();
		return getAll.call(this, query, count);
	};

	/** Resolves with the time when the frame that is next has been painted. */
	async function untilPainted() {
		await new Promise(requestAnimationFrame);
		const { port1, port2 } = new MessageChannel();
		await new Promise((done) => {
			port1.onmessage = done;
			port2.postMessage(null);
		});
		return performance.now();
	}

	/** @type {Showing} */ (/** @type {unknown} */ (window)).shown = new Promise((resolve) => {
		let drawn = 0;
		/** @type {ReturnType<typeof setTimeout>} */
		let quiet;
		new MutationObserver(async (records) => {
			const isMark = (/** @type {Node} */ node) => node.nodeName === 'MARK';
			if (!records.some(({ addedNodes }) => [...addedNodes].some(isMark))) return;
			clearTimeout(quiet);
			drawn = await untilPainted();
			clearTimeout(quiet);
			quiet = setTimeout(() => {
				const count = document.querySelectorAll('article mark').length;
				resolve({ stored, drawn, count });
			}, QUIET);
		}).observe(document, { childList: true, subtree: true });
	});
}
