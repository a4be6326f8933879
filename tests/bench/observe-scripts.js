/**
 * Notes when the page begins to answer, at once, since what follows is asked for in the same task: an
 * init script, so it uses nothing from outside itself.
 */
export function rememberWhenAwake() {
	const { add } = DOMTokenList.prototype;
	/** @param {...string} names */
	DOMTokenList.prototype.add = function (...names) {
		if (names.includes('awake')) performance.mark('awake');
		add.apply(this, names);
	};
}

/**
 * The scripts that the page asked for before it answered, and those after that: in the page, as the
 * page counts them, since what comes late may come from the worker, and no host sees it.
 *
 * @returns {{ before: string[], after: string[] }} their paths, each once
 */
export function scriptPaths() {
	const [{ startTime: awake }] = performance.getEntriesByName('awake');
	const scripts = performance.getEntriesByType('resource').filter(({ name }) => /\.js$/.test(name));
	/** @param {PerformanceEntry[]} entries */
	const pathsOf = (entries) => [...new Set(entries.map(({ name }) => new URL(name).pathname))];
	return {
		before: pathsOf(scripts.filter(({ startTime }) => startTime < awake)),
		after: pathsOf(scripts.filter(({ startTime }) => startTime >= awake))
	};
}
