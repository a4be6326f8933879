/**
 * The journal's format: a line for each entry, with the CRC-32 and the length of its JSON
 * before it, in UTF-8: `1b707e88 15 {"a":"b","c":1}`. JSON has no line breaks of its own, so that the
 * line after a broken one is found again; and a person can read the file.
 */

/** The byte between two lines; one more between them means nothing. */
export const NEWLINE = 10;
const CRC_DIGITS = 8;

/** What a file contains. */
export interface Lines {
	/** The entries of its intact lines, in order. */
	entries: unknown[];
	/** How many lines are not as they were written. */
	broken: number;
	/** The file ends within a line: its writer was killed before it reported that line as saved. */
	torn: boolean;
}

/** Entries as bytes to append. They begin with a line break, since the line before may have lost its own. */
export function encodeLines(entries: readonly unknown[]): Uint8Array<ArrayBuffer> {
	const encoder = new TextEncoder();
	const parts = entries.map((entry) => {
		const json = encoder.encode(JSON.stringify(entry));
		const sum = crc32(json).toString(16).padStart(CRC_DIGITS, '0');
		return [encoder.encode(`${sum} ${json.length} `), json, Uint8Array.of(NEWLINE)];
	});
	return concat(parts.length > 0 ? [Uint8Array.of(NEWLINE), ...parts.flat()] : []);
}

/** Reads what `encodeLines` wrote, and skips what was damaged since. */
export function decodeLines(bytes: Uint8Array): Lines {
	const lines: Lines = { entries: [], broken: 0, torn: false };
	const decoder = new TextDecoder();
	for (let start = 0; start < bytes.length;) {
		const end = bytes.indexOf(NEWLINE, start);
		const line = bytes.subarray(start, end < 0 ? bytes.length : end);
		start += line.length + 1;
		const json = line.length > 0 ? checked(line, decoder) : null;
		if (json !== null) lines.entries.push(JSON.parse(decoder.decode(json)));
		else if (end < 0) lines.torn = true;
		else if (line.length > 0) lines.broken += 1;
	}
	return lines;
}

/** The JSON of a line; `null` unless it is as it was written. */
function checked(line: Uint8Array, decoder: TextDecoder): Uint8Array | null {
	const head = /^([0-9a-f]{8}) (\d{1,10}) /.exec(decoder.decode(line.subarray(0, 24)));
	if (!head) return null;
	const json = line.subarray(head[0].length);
	const isSound = json.length === Number(head[2]) && crc32(json) === parseInt(head[1], 16);
	return isSound ? json : null;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
	for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
	return n;
});

/** The checksum of zip and PNG (ISO 3309), as an unsigned number. */
export function crc32(bytes: Uint8Array): number {
	let sum = ~0;
	for (const byte of bytes) sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 0xff];
	return ~sum >>> 0;
}

/** A copy of byte strings, one after the other. */
export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}
