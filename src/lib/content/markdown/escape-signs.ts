/** Words of a book that look like signs of Markdown's dialects, written so that the build takes them as words. */
import { SIGNS, TYPED_LINES } from './check-signs';

const PUNCTUATION = /[!-/:-@[-`{-~]/;
const MOST_ROUNDS = 4; // a backslash may make another sign of what follows; tests know of two

/** Of a text as it is written in Markdown, the same text without anything that `checkSigns` would report. */
export function escapeSigns(typed: string): string {
	const escaped = escapeAll(typed);
	// A letter at an end may still be written by its code, and then a sign beside it stands after no letter.
	const [, first, middle, last] = /^([\p{L}\p{N}]?)(.*?)([\p{L}\p{N}]?)$/su.exec(escaped)!;
	return first + escapeAll(`;${middle}&`).slice(1, -1) + last;
}

function escapeAll(typed: string): string {
	let escaped = typed;
	for (let round = 0; round < MOST_ROUNDS; round++) {
		const before = escaped;
		for (const { pattern } of SIGNS) escaped = escaped.replace(pattern, '\\$&');
		if (escaped === before) break;
	}
	return escaped;
}

/** Of a paragraph as it is written, without what stands before its lines, the same for `checkLines`. */
export function escapeLines(paragraph: string): string {
	const lines = paragraph.split('\n');
	for (const { pattern, times } of TYPED_LINES) {
		const found = lines.flatMap((line, index) => (pattern.test(wordsOf(line)) ? [index] : []));
		if (found.length < times) continue;
		for (const index of found) lines[index] = escapeStart(lines[index], pattern);
	}
	return lines.join('\n');
}

const wordsOf = (line: string) => line.replace(/^[\s>]+/, '');

/** A backslash before the first punctuation of what the pattern finds, or its first letter by its code. */
function escapeStart(line: string, pattern: RegExp): string {
	const [found] = pattern.exec(wordsOf(line))!;
	const start = line.length - wordsOf(line).length;
	const at = start + found.search(PUNCTUATION);
	if (at >= start) return `${line.slice(0, at)}\\${line.slice(at)}`;
	const code = line.codePointAt(start)!;
	return `${line.slice(0, start)}&#x${code.toString(16).toUpperCase()};${line.slice(start + String.fromCodePoint(code).length)}`;
}
