import { statsOf } from './stats.js';

/**
 * @typedef {import('./row.js').Row} Row
 * @typedef {import('./row.js').Side} Side
 * @typedef {Partial<Record<Side, number[]>>} Samples
 * @typedef {{ row: Row, samples: Samples } | { row: Row, fault: string }} Result
 */

const HEAD = ['what', 'budget', 'plain', 'ours', 'ratio', 'verdict'];

/**
 * The table for the terminal, as lines that also are Markdown.
 *
 * @param {Result[]} results
 * @returns {string}
 */
export function table(results) {
	const cells = [HEAD, ...results.map(cellsOf)];
	const widths = HEAD.map((_, i) => Math.max(...cells.map((row) => row[i].length)));
	const [head, ...rows] = cells.map(
		(row) => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`
	);
	const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
	return [head, rule, ...rows].join('\n');
}

/** @param {Result} result */
function cellsOf(result) {
	const { row } = result;
	if ('fault' in result) return [row.what, '', '', '', '', 'NOT MEASURED'];
	const plain = result.samples.plain && statsOf(result.samples.plain);
	const ours = result.samples.ours && statsOf(result.samples.ours);
	const limit = limitOf(row, plain?.median);
	const ratio = plain && ours && plain.median > 0 ? (ours.median / plain.median).toFixed(2) : '';
	return [
		row.what,
		limit === undefined
			? ''
			: `${amount(limit, row)}${row.budget?.says ? `: ${row.budget.says}` : ''}`,
		plain ? spread(plain, row) : '',
		ours ? spread(ours, row) : '',
		ratio,
		limit === undefined || !ours ? '' : verdict(ours.median - limit, row)
	];
}

/**
 * @param {Row} row
 * @param {number | undefined} plain
 */
function limitOf({ budget }, plain) {
	if (typeof budget?.limit !== 'function') return budget?.limit;
	return plain === undefined ? undefined : budget.limit(plain);
}

/**
 * @param {number} excess
 * @param {Row} row
 */
function verdict(excess, row) {
	return excess <= 0 ? 'ok' : `OVER by ${amount(excess, row)}`;
}

/**
 * @param {import('./stats.js').Stats} stats
 * @param {Row} row
 */
function spread({ median, min, max }, row) {
	if (min === max) return amount(median, row);
	return `${amount(median, row)} (${number(min)}–${number(max)})`;
}

/**
 * @param {number} value
 * @param {Row} row
 */
function amount(value, { unit }) {
	return `${number(value)} ${unit}`.trim();
}

/** @param {number} value */
function number(value) {
	return Math.round(value).toLocaleString('en');
}
