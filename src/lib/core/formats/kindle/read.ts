/**
 * Kindle's *My Clippings*: records of five lines (title, kind with place and date, empty, text,
 * `==========`), to which the device only ever appends: a note is a record of its own, a highlight
 * that was changed stands there again.
 */
import type { FileContent } from '../file-content';
import type { FileErrorCode, Refusal } from '../file-error';
import { createForeignMark, type ForeignMark } from '../foreign-mark';
import { checkCount, collectMarks, NOTHING_READ, type ReadResult } from '../read-result';
import { dropEarlierVersions, joinNotes, type Clipping } from './clippings';
import { kindleDate, kindleKind, kindleLocation } from './languages';

const END = /^={10,}[ \t]*$/;

// A device's first record is a few lines; its title and its second line are no longer than this.
const HEAD = 100_000;
const LONGEST_LINE = 1000;

/** Whether a file is *My Clippings*: a second line of its form, and a record's end alone in a line. */
export function isKindle({ text }: FileContent): boolean {
	const lines = text.slice(0, HEAD).split(/\r\n|\r|\n/);
	return lines.some((line) => END.test(line)) && lines.some((line) => /^\s*[-–—].*\|/.test(line));
}

/**
 * Its marks, notes joined to their highlights, each highlight as it was changed last.
 *
 * @throws FileError when it has more marks than are ever read
 */
export function readKindle({ text }: FileContent): ReadResult {
	const refused: Refusal[] = [];
	const clippings: Clipping[] = [];
	for (const { line, lines } of recordsOf(text)) {
		const clipping = readRecord(line, lines);
		if (typeof clipping === 'string') refused.push({ code: clipping, path: `line ${line}` });
		else clippings.push(clipping);
	}
	const current = dropEarlierVersions(clippings);
	const marks = joinNotes(current).map((clipping) => ({ path: '', mark: toMark(clipping) }));
	checkCount('', marks);
	const read = collectMarks(marks, refused);
	const earlier = clippings.length - current.length;
	return { ...NOTHING_READ, ...read, duplicates: read.duplicates + earlier };
}

function recordsOf(text: string): { line: number; lines: string[] }[] {
	const records: { line: number; lines: string[] }[] = [];
	let lines: string[] = [];
	text.split(/\r\n|\r|\n/).forEach((line, index) => {
		if (!END.test(line)) return lines.push(line);
		records.push({ line: index + 1 - lines.length, lines });
		lines = [];
	});
	if (lines.some((line) => line.trim() !== '')) {
		records.push({ line: text.split(/\r\n|\r|\n/).length - lines.length + 1, lines });
	}
	return records;
}

function readRecord(
	line: number,
	[first = '', second = '', ...rest]: string[]
): Clipping | FileErrorCode {
	const head = first.replace(/\ufeff/g, '').slice(0, LONGEST_LINE);
	const info = second.slice(0, LONGEST_LINE);
	if (!/^\s*[-–—]/.test(info)) return 'not-a-clipping';
	const kind = kindleKind(info);
	if (kind === null) return 'unknown-clipping';
	const text = rest.join('\n').trim();
	if (kind !== 'bookmark' && text === '') return 'no-text';
	const place = kindleLocation(info);
	// "Title (Last, First)"; a title may have brackets of its own.
	const named = /^(.*?)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*$/.exec(head);
	return {
		line,
		kind,
		title: (named?.[1] ?? head).trim(),
		author: named?.[2].trim() ?? '',
		start: place?.start ?? -1,
		end: place?.end ?? -1,
		location: info
			.replace(/^\s*[-–—]\s*/, '')
			.split('|')
			.slice(0, -1)
			.join('|')
			.trim(),
		created: kindleDate(info),
		text: kind === 'note' ? '' : text,
		note: kind === 'note' ? text : ''
	};
}

function toMark({ kind, title, author, text, note, created, location }: Clipping): ForeignMark {
	return createForeignMark({
		// A note may be rewritten, its highlight's words are what it is known by.
		names: text === '' ? [kind, title, location, note] : [kind, title, location, text],
		kind,
		created,
		quote: { exact: text },
		note,
		origin: { app: 'kindle', title, author, address: '', location }
	});
}
