/**
 * What many runs gave.
 *
 * @typedef {{ median: number, min: number, max: number, runs: number }} Stats
 */

/**
 * @param {number[]} samples at least one
 * @returns {Stats}
 */
export function statsOf(samples) {
	const sorted = [...samples].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	const median = (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
	return { median, min: sorted[0], max: sorted[sorted.length - 1], runs: sorted.length };
}
