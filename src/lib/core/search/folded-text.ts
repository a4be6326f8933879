/** A text as searches compare it, and the way back from there to the text itself. */
import type { TextRange } from '../text/range';
import { foldCharacter, type Sensitivity } from './fold-character';

export interface FoldedText {
	/** Folded, character by character. */
	key: string;
	/** The whole characters of the text that a range of the key stands for. */
	toText(range: TextRange): TextRange;
}

const PLAIN = /^[\n\x20-\x7e]*$/;
/** A character with the marks that follow it. */
const CLUSTER = /[^]\p{M}*/uy;
/** In a table: the character becomes no unit or several, or more units belong to it. */
const LONG = 0xffff;
/** Units that are made a string at once: more arguments than that a function does not take everywhere. */
const CHUNK = 4096;
/** The first code unit that may be a mark on the character before it. */
const FIRST_MARK = 0x300;

/** What each code unit becomes: the one unit it is folded to, `LONG`, or 0 when nobody asked yet. */
const tables = new Map<string, Uint16Array>();

/** `text` folded; takes time and room by its length. */
export function foldText(text: string, sensitivity: Sensitivity): FoldedText {
	if (PLAIN.test(text)) {
		const key = text.replaceAll('\n', ' ');
		return { key: sensitivity.case ? key : key.toLowerCase(), toText: (range) => range };
	}
	const { units, shifts } = foldUnits(text, sensitivity);
	return { key: stringOf(units), toText: (range) => unfold(range, shifts) };
}

/**
 * The key of a text alone: some times as fast, since a text of Latin letters and our marks of punctuation,
 * none of which goes together with the one before, is folded by the few characters that are not ASCII.
 */
export function foldKey(text: string, sensitivity: Sensitivity): string {
	if (!ALONE.test(text)) return foldText(text, sensitivity).key;
	const key = text.replace(NOT_PLAIN, (character) => foldAlone(character, sensitivity));
	return sensitivity.case ? key : key.toLowerCase();
}

const ALONE = /^[\n\x20-\x7e\xa0-\u02ff\u2010-\u2027\u2030-\u205e]*$/;
const NOT_PLAIN = /[^\x20-\x7e]/g;

function foldAlone(character: string, sensitivity: Sensitivity): string {
	const table = tableFor(sensitivity);
	const code = character.charCodeAt(0);
	const folded = table[code] || learn(table, code, sensitivity);
	return folded === LONG ? foldCharacter(character, sensitivity) : String.fromCharCode(folded);
}

/** Where the offsets of key and text drift apart: at each character that is not one unit in both. */
interface Shifts {
	/** Where such a character begins and ends, in the key and in the text, in order. */
	keyStarts: number[];
	keyEnds: number[];
	starts: number[];
	ends: number[];
}

function foldUnits(text: string, sensitivity: Sensitivity): { units: Uint16Array; shifts: Shifts } {
	const table = tableFor(sensitivity);
	let units = new Uint16Array(text.length + 64);
	let length = 0;
	const shifts: Shifts = { keyStarts: [], keyEnds: [], starts: [], ends: [] };
	for (let at = 0; at < text.length;) {
		const code = text.charCodeAt(at);
		const folded = table[code] || learn(table, code, sensitivity);
		if (folded !== LONG) {
			if (length === units.length) units = grown(units, length);
			units[length++] = folded;
			at++;
			continue;
		}
		if (at > (shifts.ends.at(-1) ?? 0) && isMarkAt(text, at)) {
			// It belongs to the character before it, which was taken for one that stands alone.
			at--;
			length--;
		}
		CLUSTER.lastIndex = at;
		const [cluster] = CLUSTER.exec(text)!;
		const part = foldCharacter(cluster, sensitivity);
		if (length + part.length > units.length) units = grown(units, length + part.length);
		shifts.keyStarts.push(length);
		shifts.starts.push(at);
		for (let unit = 0; unit < part.length; unit++) units[length++] = part.charCodeAt(unit);
		at += cluster.length;
		shifts.keyEnds.push(length);
		shifts.ends.push(at);
	}
	return { units: units.subarray(0, length), shifts };
}

function tableFor({ case: isCase, accents }: Sensitivity): Uint16Array {
	const name = `${isCase} ${accents}`;
	const table = tables.get(name) ?? new Uint16Array(0x10000);
	tables.set(name, table);
	return table;
}

function learn(table: Uint16Array, code: number, sensitivity: Sensitivity): number {
	const character = String.fromCharCode(code);
	const folded = foldCharacter(character, sensitivity);
	const isLong = folded.length !== 1 || isMarkAt(character, 0) || isSurrogate(code);
	return (table[code] = isLong ? LONG : folded.charCodeAt(0));
}

/** Whether each code unit is a mark: 1 when it is, 2 when not, 0 when nobody asked yet. */
const marks = new Uint8Array(0x10000);

/** Whether a mark on the character before it stands at an offset of a text. */
function isMarkAt(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	if (!(code >= FIRST_MARK)) return false; // at the end of the text too
	if (isSurrogate(code)) return /^\p{M}/u.test(text.slice(at, at + 2));
	marks[code] ||= /\p{M}/u.test(text[at]) ? 1 : 2;
	return marks[code] === 1;
}

function isSurrogate(code: number): boolean {
	return code >= 0xd800 && code < 0xe000;
}

function grown(units: Uint16Array, needed: number): Uint16Array<ArrayBuffer> {
	const more = new Uint16Array(2 * needed + 64);
	more.set(units);
	return more;
}

function stringOf(units: Uint16Array): string {
	let text = '';
	for (let at = 0; at < units.length; at += CHUNK) {
		// An array of another kind than a list, which is passed on faster than it is spread.
		const part = units.subarray(at, at + CHUNK) as unknown as number[];
		text += String.fromCharCode.apply(null, part);
	}
	return text;
}

function unfold({ start, end }: TextRange, shifts: Shifts): TextRange {
	const first = lastAtOrBefore(shifts.keyStarts, start);
	const last = lastAtOrBefore(shifts.keyStarts, end - 1);
	return { start: toOffset(start, first, shifts).start, end: toOffset(end - 1, last, shifts).end };
}

/** The character of the text for a unit of the key; `index`: of the last shift that begins at or before it. */
function toOffset(unit: number, index: number, shifts: Shifts): TextRange {
	if (index < 0) return { start: unit, end: unit + 1 };
	const { keyEnds, starts, ends } = shifts;
	if (unit < keyEnds[index]) return { start: starts[index], end: ends[index] };
	const start = ends[index] + unit - keyEnds[index];
	return { start, end: start + 1 };
}

/** The index of the last of some rising numbers that is not above `limit`; -1 when there is none. */
function lastAtOrBefore(numbers: readonly number[], limit: number): number {
	let low = 0;
	let high = numbers.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (numbers[middle] <= limit) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
