/**
 * Works of the reader's own in a backup: the list `works` at the end of its `x-postil`, one part a line,
 * so that a file of any length is written and read part by part. A work is its record, its chapters and
 * its files, and a line that ends it with a hash of those before. Whoever reads the file as JSON, as
 * versions before this one do, finds a list there, and leaves it out.
 */
import type { OwnChapter, OwnWork } from '../own-works/own-work';
import { sha256Hex } from '../text/edition';
import { writeJson } from './json';

// Every worker and Node has it; the types of `core` leave it out.
declare const btoa: (text: string) => string;

/** Ends the rest of the file, and begins the list. No text of JSON has a line end in it. */
export const WORKS_START = ',"works":[\n';
export const WORKS_END = '\n]}}';
/** What the rest of the file lacks then. */
export const REST_END = '}}';
export const BETWEEN_LINES = ',\n';

/** A picture, or the book's own file, with its path in the database. */
export interface FileHead {
	path: string;
	/** A media type; may be empty. */
	type: string;
}

/** Bytes of a file on one line: a third more letters. */
export const BYTES_A_LINE = 3 * 2 ** 18;

/** Writes the lines of one work, in this order: `work`, each `chapter`, each `file` with its `bytes`, `end`. */
export class WorkWriter {
	#hashes: string[] = [];

	work(work: OwnWork): string {
		this.#hashes = [];
		return this.#line({ work });
	}

	chapter(chapter: OwnChapter): string {
		return this.#line({ chapter });
	}

	file(file: FileHead): string {
		return this.#line({ file });
	}

	/** @param bytes the next of the file, at most `BYTES_A_LINE` */
	bytes(bytes: Uint8Array): string {
		return this.#line({ bytes: toBase64(bytes) });
	}

	end(): string {
		return writeJson({ end: hashOf(this.#hashes) });
	}

	#line(part: object): string {
		const line = writeJson(part);
		this.#hashes.push(sha256Hex(line));
		return line;
	}
}

/** What the line that ends a work says of those before it. */
export function hashOf(hashes: readonly string[]): string {
	return sha256Hex(hashes.join());
}

/** Bytes whose letters are made at once: more arguments than that no engine takes. */
const BYTES_AT_ONCE = 8192;

function toBase64(bytes: Uint8Array): string {
	let letters = '';
	for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE)
		letters += String.fromCharCode(...bytes.subarray(at, at + BYTES_AT_ONCE));
	return btoa(letters);
}
