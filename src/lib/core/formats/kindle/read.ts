/**
 * Reads Kindle's *My Clippings*: records of five lines (title, kind with location and date, an empty
 * line, text, `==========`). The device only ever appends to the file, so that a note is a record of
 * its own, and a highlight that was changed stands there again.
 */
import type { FileContent } from '../file-content';
import type { FileErrorCode, Refusal } from '../file-error';
import { createForeignMark, foreignId, type ForeignMark } from '../foreign/foreign-mark';
import { checkCount, collectMarks, NOTHING_READ, type ReadResult } from '../read-result';
import { dropEarlierVersions, joinNotes, type Clipping } from './clippings';
import { showEnds } from './ends';
import {
	isMetadataLine,
	kindleDate,
	kindleKind,
	kindleLocation,
	kindlePlace,
	kindleStyle,
	withoutLimit
} from './metadata-line';

const END = /^={10,}[ \t]*$/;
// UTF-16 units in which the first record must end: a device's is a few lines.
const HEAD_LENGTH = 100_000;
// Of a title and of a second line so much is read: regular expressions run over them.
const MAX_LINE_LENGTH = 1000;

/** Whether a file is *My Clippings*: it has a second line of that form, and a line that ends a record. */
export function isKindle({ text }: FileContent): boolean {
	const lines = text.slice(0, HEAD_LENGTH).split(/\r\n|\r|\n/);
	const isSecond = (line: string) => line.includes('|') && isMetadataLine(line);
	return (
		lines.some((line) => END.test(line)) &&
		lines.some((line) => isSecond(line.slice(0, MAX_LINE_LENGTH)))
	);
}

/**
 * The marks of a file: notes are joined to their highlights, and a highlight that was changed is
 * taken as it was last. What is not taken for that reason is counted under `duplicates`.
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
	const joined = joinNotes(current);
	const marks = joined.clippings.map((clipping) => ({ path: '', mark: toMark(clipping) }));
	checkCount('', marks);
	const read = collectMarks(marks, refused);
	const earlier = clippings.length - current.length;
	return { ...NOTHING_READ, ...read, duplicates: read.duplicates + earlier + joined.repeated };
}

function recordsOf(text: string): { line: number; lines: string[] }[] {
	const records: { line: number; lines: string[] }[] = [];
	let lines: string[] = [];
	text.split(/\r\n|\r|\n/).forEach((line, index) => {
		if (!END.test(line)) return lines.push(line);
		records.push({ line: index + 1 - lines.length, lines });
		lines = [];
	});
	records.push({ line: text.split(/\r\n|\r|\n/).length - lines.length + 1, lines });
	return records.map(withoutBlankLines).filter(({ lines }) => lines.length > 0);
}

/** Some files begin with a line that ends a record, or have empty lines before a title. A title may be empty itself. */
function withoutBlankLines({ line, lines }: { line: number; lines: string[] }) {
	let blank = lines.findIndex((one) => one.trim() !== '');
	if (blank < 0) blank = lines.length;
	else if (blank > 0 && isMetadataLine(lines[blank].slice(0, MAX_LINE_LENGTH))) blank -= 1;
	return { line: line + blank, lines: lines.slice(blank) };
}

function readRecord(
	line: number,
	[first = '', second = '', ...rest]: string[]
): Clipping | FileErrorCode {
	const head = first.replace(/\ufeff/g, '').slice(0, MAX_LINE_LENGTH);
	const info = second.slice(0, MAX_LINE_LENGTH);
	if (!isMetadataLine(info)) return 'not-a-clipping';
	const kind = kindleKind(info);
	if (kind === null) return 'unknown-clipping';
	const whole = showEnds(rest.join('\n').trim());
	const text = kind === 'highlight' ? withoutLimit(whole) : whole;
	if (text === '' && whole !== '') return 'clipping-limit';
	if (kind !== 'bookmark' && text === '') return 'no-text';
	const place = kindleLocation(info);
	// "Title (Last, First)"; a title may have brackets of its own.
	const named = /^(.*?)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*$/.exec(head);
	return {
		line,
		kind,
		style: kindleStyle(info),
		title: (named?.[1] ?? head).trim(),
		author: named?.[2].trim() ?? '',
		start: place?.start ?? -1,
		end: place?.end ?? -1,
		location: kindlePlace(info),
		created: kindleDate(info),
		text: kind === 'note' ? '' : text,
		note: kind === 'note' ? text : '',
		modified: null,
		earlier: []
	};
}

const APP = 'kindle';

function toMark(clipping: Clipping): ForeignMark {
	const { kind, style, title, author, text, note, created, modified, location, earlier } = clipping;
	return createForeignMark({
		names: namesOf(clipping),
		kind,
		style,
		created,
		modified: modified !== null && (created === null || modified > created) ? modified : created,
		quote: { exact: text },
		note,
		earlier: earlier.map((one) => foreignId(APP, namesOf(one))),
		origin: { app: APP, title, author, address: '', location }
	});
}

/** A note may be rewritten: a mark is known by the words of its highlight when it has any. */
function namesOf({ kind, title, location, text, note }: Clipping): string[] {
	return [kind, title, location, text === '' ? note : text];
}
