/** Reads and writes tables as text (RFC 4180), also with other separators such as tabs. */

import { FileError } from './file-error';
import { MAX_COLUMNS, MAX_ITEMS } from './limits';

/**
 * The rows of a table, each with the line in which it begins; empty lines are left out. A quote in a
 * cell that did not begin with one is a character, and the end of the text closes an open quote.
 *
 * @throws FileError when there are more rows than are ever read
 */
export function parseTable(text: string, separator = ','): { line: number; cells: string[] }[] {
	const rows: { line: number; cells: string[] }[] = [];
	let cells: string[] = [];
	let line = 1;
	let rowLine = 1;
	for (let at = 0; at <= text.length; at++) {
		const { cell, end } = cellAt(text, at, separator);
		for (let i = at; i < end; i++) if (text[i] === '\n') line += 1;
		if (cells.length < MAX_COLUMNS) cells.push(cell);
		at = end;
		if (text[at] === separator) continue;
		if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
		if (cells.length > 1 || cells[0] !== '') rows.push({ line: rowLine, cells });
		if (rows.length > MAX_ITEMS) throw new FileError('too-many-rows', '', { limit: MAX_ITEMS });
		line += 1;
		rowLine = line;
		cells = [];
	}
	return rows;
}

/** The cell that begins at `at`, and the offset of the separator or line end behind it. */
function cellAt(text: string, at: number, separator: string): { cell: string; end: number } {
	if (text[at] !== '"') {
		const end = endOfPlain(text, at, separator);
		return { cell: text.slice(at, end), end };
	}
	let cell = '';
	for (let from = at + 1; ;) {
		const quote = text.indexOf('"', from);
		if (quote === -1) return { cell: cell + text.slice(from), end: text.length };
		cell += text.slice(from, quote);
		if (text[quote + 1] === '"') {
			cell += '"';
			from = quote + 2;
			continue;
		}
		const end = endOfPlain(text, quote + 1, separator);
		return { cell: cell + text.slice(quote + 1, end), end };
	}
}

function endOfPlain(text: string, from: number, separator: string): number {
	let end = from;
	while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') {
		end += 1;
	}
	return end;
}

/** One row, with the line end of RFC 4180. */
export function formatRow(cells: readonly string[], separator = ','): string {
	return cells.map((cell) => quoted(cell, separator)).join(separator) + '\r\n';
}

function quoted(cell: string, separator: string): string {
	const needs = cell.includes(separator) || /["\r\n]/.test(cell) || cell !== cell.trim();
	return needs ? `"${cell.replaceAll('"', '""')}"` : cell;
}
