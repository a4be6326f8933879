/**
 * Watches from within a page how a file is opened: an init script, so it uses nothing from outside itself.
 * `opening` has milliseconds since the page began; `sessionStorage.longest` is the
 * longest task of each page of the tab by its path, of the shelf since the file was chosen.
 *
 * @typedef {{ chosen: number, preview: number, steps: number, silence: number }} Opening `steps`: how
 *     often the progress changed; `silence`: the longest time in which it did not
 * @typedef {Window & { opening: Opening }} Watched
 */
export function watchOpening() {
	if (window !== top || location.protocol === 'about:') return;
	const opening = { chosen: 0, preview: 0, steps: 0, silence: 0 };
	/** @type {Watched} */ (/** @type {unknown} */ (window)).opening = opening;
	let [last, shown] = [0, ''];
	document.addEventListener('change', () => (opening.chosen = last = performance.now()), true);
	new MutationObserver(() => {
		if (opening.chosen === 0 || opening.preview > 0) return;
		const now = performance.now();
		const bar = document.querySelector('dialog progress');
		const isOpen = [...document.querySelectorAll('dialog button')].some(
			({ textContent }) => textContent?.trim() === 'Keep'
		);
		const shows = bar?.getAttribute('value') ?? '';
		if (!isOpen && shows === shown) return;
		if (isOpen) opening.preview = now;
		else opening.steps++;
		opening.silence = Math.max(opening.silence, now - last);
		[last, shown] = [now, shows];
	}).observe(document, { subtree: true, childList: true, attributes: true });

	const tasks = new PerformanceObserver((list) => note(list.getEntries()));
	tasks.observe({ type: 'longtask', buffered: true });
	addEventListener('pagehide', () => note(tasks.takeRecords()));

	/** @param {PerformanceEntryList} entries */
	function note(entries) {
		const isShelf = document.querySelector('[type="file"]') !== null;
		const page = location.pathname + (location.search.includes('chapter=') ? '?chapter' : '');
		const longest = JSON.parse(sessionStorage.longest ?? '{}');
		for (const { startTime, duration } of entries)
			if (!isShelf || (opening.chosen > 0 && startTime + duration > opening.chosen))
				longest[page] = Math.max(longest[page] ?? 0, duration);
		sessionStorage.longest = JSON.stringify(longest);
	}
}
