/**
 * @typedef {{ start: number, end: number }} Task
 * @typedef {{
 *     paint: number,
 *     text: number,
 *     interactive: number,
 *     blocked: number
 * }} Visit milliseconds since the navigation began: the first paint of any content; the paint with
 *     the first paragraph of the text; the app answers and nothing long is running. `blocked` is
 *     the total blocking time: what tasks took beyond 50 ms each, from the first paint until quiet
 * @typedef {Window & { bench: { visit: Promise<Visit> } }} Observed
 */

/**
 * Watches a page load, from within: an init script, so it uses nothing from outside itself. The
 * times are in `window.bench.visit` when all is quiet.
 *
 * *Interactive* is when the app answers: a tap on the text is tried every few milliseconds, and at
 * the first that counts the bars leave. A page without our bars answers as it is. Long tasks that
 * are running then, or follow on their heels, put it off to their end.
 */
export function observe() {
	if (window !== top || location.protocol === 'about:') return;
	const BETWEEN_TAPS = 8; // ms: fine enough to tell, and too few to slow down what they wait for
	const HEELS = 50; // ms between two long tasks that count as one
	const QUIET = 500; // ms without a long task after which a page has loaded
	const LATEST = 60_000; // ms: by then the text does not come

	/** @type {Task[]} */
	const tasks = [];
	const collector = new PerformanceObserver(collect);
	collector.observe({ type: 'longtask', buffered: true });

	/** @param {PerformanceObserverEntryList} [list] */
	function collect(list) {
		for (const { startTime, duration } of list?.getEntries() ?? collector.takeRecords()) {
			tasks.push({ start: startTime, end: startTime + duration });
		}
	}

	/** @param {number} [ms] */
	const pause = (ms = 0) => new Promise((done) => setTimeout(done, ms));

	/** Resolves with the time when the first paragraph has just been painted. */
	async function untilText() {
		for (;;) {
			await new Promise(requestAnimationFrame);
			if (performance.now() > LATEST) throw new Error('The first paragraph did not come.');
			const first = document.querySelector('article p');
			const box = first?.getBoundingClientRect();
			const there = box && box.height > 0 && box.top < innerHeight && box.bottom > 0;
			if (there && first?.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
				break;
		}
		// A message arrives after the frame that is being made now.
		const { port1, port2 } = new MessageChannel();
		await new Promise((done) => {
			port1.onmessage = done;
			port2.postMessage(null);
		});
		return performance.now();
	}

	/** Resolves with the time when a tap is answered. */
	async function untilAnswer() {
		const bar = document.querySelector('[data-bar="top"]');
		if (!bar) return 0;
		for (const before = bar.className; bar.className === before; await pause(BETWEEN_TAPS)) {
			/** @type {HTMLElement} */ (document.querySelector('article p')).click();
			await pause();
			if (bar.className !== before) return performance.now();
		}
		return performance.now();
	}

	/** @returns {Promise<Visit>} */
	async function watch() {
		const seen = await untilText();
		const answer = Math.max(seen, await untilAnswer());
		while (performance.now() - Math.max(answer, tasks.at(-1)?.end ?? 0) < QUIET) {
			await pause(QUIET / 4);
			collect();
		}
		collector.disconnect();
		const [first] = performance.getEntriesByName('first-contentful-paint');
		const paint = first?.startTime ?? seen;
		const text = Math.max(seen, paint);
		let interactive = Math.max(answer, paint);
		for (const { start, end } of tasks) {
			if (start < interactive + HEELS) interactive = Math.max(interactive, end);
		}
		const blocked = tasks
			.map(({ start, end }) => end - Math.max(start, paint) - 50)
			.filter((ms) => ms > 0)
			.reduce((sum, ms) => sum + ms, 0);
		return { paint, text, interactive, blocked };
	}

	/** @type {Observed} */ (/** @type {unknown} */ (window)).bench = { visit: watch() };
}
