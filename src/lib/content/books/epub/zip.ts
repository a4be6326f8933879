/** The files in a zip file. What it says of sizes is not believed: inflated bytes are counted. */
import { Inflate } from 'fflate';
import { BookError } from '../book';

declare const TextDecoder: new (
	encoding: string,
	options?: { fatal: boolean }
) => { decode(bytes: Uint8Array): string };

export const MOST_FILES = 5000;
const MOST_BYTES = 64 << 20; // of one file, inflated
const MOST_BYTES_IN_ALL = 256 << 20;
const CHUNK = 4096; // bytes that are inflated before they are counted; of a damaged file the last are lost

const END_RECORD = 0x06054b50;
const DIRECTORY_RECORD = 0x02014b50;
const FILE_RECORD = 0x04034b50;
const LONGEST_END = 65_557; // bytes of the last record with the longest comment

const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1; // a flag

interface Entry {
	name: string;
	flags: number;
	method: number;
	/** Of its bytes as they are packed. */
	size: number;
	/** Where its record begins. */
	at: number;
}

export class Zip {
	/** How many names would have led out of the file. */
	refused = 0;
	/** How many files could only be read in part, or not at all. */
	damaged = 0;
	#bytes: Uint8Array;
	#view: DataView;
	#entries = new Map<string, Entry>();
	/** Names by their folded form, since packages spell them otherwise. */
	#folded = new Map<string, string>();
	#inflated = 0;

	/** Throws a `BookError` when the bytes hold no files, or too many. */
	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
		this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		const listed = this.#readDirectory();
		const entries = listed.length > 0 ? listed : this.#scan();
		if (entries.length === 0)
			throw new BookError('The file is cut off or damaged: nothing in it can be read.');
		for (const entry of entries) {
			if (entry.name.endsWith('/')) continue;
			if (!isSafe(entry.name)) this.refused++;
			else {
				this.#entries.set(entry.name, entry);
				this.#folded.set(fold(entry.name), entry.name);
			}
		}
	}

	get names(): string[] {
		return [...this.#entries.keys()];
	}

	/** The name under which a path is in the file, in any case of letters; `null` when it is not. */
	find(path: string): string | null {
		return this.#entries.has(path) ? path : (this.#folded.get(fold(path)) ?? null);
	}

	/** The bytes of a file, as many as can be read; `null` when there are none. Throws a `BookError` for a bomb. */
	read(path: string): Uint8Array | null {
		const entry = this.#entries.get(this.find(path) ?? '');
		if (!entry) return null;
		const packed = this.#packedBytes(entry);
		if (packed && entry.flags & ENCRYPTED)
			throw new BookError('The file is locked with a password. Postil cannot open it.');
		if (packed && entry.method === STORED) return packed;
		if (packed && entry.method === DEFLATED) return this.#inflate(packed);
		this.damaged++;
		return null;
	}

	#packedBytes({ at, size }: Entry): Uint8Array | null {
		if (at + 30 > this.#bytes.length || this.#view.getUint32(at, true) !== FILE_RECORD) return null;
		const start =
			at + 30 + this.#view.getUint16(at + 26, true) + this.#view.getUint16(at + 28, true);
		return this.#bytes.subarray(start, start + size);
	}

	#inflate(packed: Uint8Array): Uint8Array | null {
		const parts: Uint8Array[] = [];
		let size = 0;
		const inflate = new Inflate((part) => {
			size += part.length;
			this.#inflated += part.length;
			if (size > MOST_BYTES || this.#inflated > MOST_BYTES_IN_ALL)
				throw new BookError('The file unpacks to more than a book can be. It is not opened.');
			parts.push(part);
		});
		try {
			for (let at = 0; at < packed.length; at += CHUNK)
				inflate.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
		} catch (error) {
			if (error instanceof BookError) throw error;
			this.damaged++; // fflate's own errors have no class: what was inflated before stays
			if (size === 0) return null;
		}
		return join(parts, size);
	}

	/** The files by the list at the end of the zip file; empty when there is no list. */
	#readDirectory(): Entry[] {
		const end = this.#findEnd();
		if (end === null) return [];
		const count = this.#view.getUint16(end + 10, true);
		checkCount(count);
		const entries: Entry[] = [];
		let at = this.#view.getUint32(end + 16, true);
		while (entries.length < count && at + 46 <= this.#bytes.length) {
			if (this.#view.getUint32(at, true) !== DIRECTORY_RECORD) break; // damaged: what was read stays
			const [name, extra, comment] = [28, 30, 32].map((field) =>
				this.#view.getUint16(at + field, true)
			);
			entries.push({
				name: decodeName(this.#bytes.subarray(at + 46, at + 46 + name)),
				flags: this.#view.getUint16(at + 8, true),
				method: this.#view.getUint16(at + 10, true),
				size: this.#view.getUint32(at + 20, true),
				at: this.#view.getUint32(at + 42, true)
			});
			at += 46 + name + extra + comment;
		}
		return entries;
	}

	#findEnd(): number | null {
		const { length } = this.#bytes;
		for (let at = length - 22; at >= Math.max(0, length - LONGEST_END); at--)
			if (this.#view.getUint32(at, true) === END_RECORD) return at;
		return null;
	}

	/** The files by their own records: of a zip file whose end is missing. */
	#scan(): Entry[] {
		const entries: Entry[] = [];
		const last = this.#bytes.length - 30;
		for (let at = 0; at <= last; at++) {
			if (this.#bytes[at] !== 0x50 || this.#view.getUint32(at, true) !== FILE_RECORD) continue;
			const before = entries.at(-1);
			if (before) before.size = Math.min(before.size || Infinity, at - before.at);
			checkCount(entries.length + 1);
			const name = this.#view.getUint16(at + 26, true);
			entries.push({
				name: decodeName(this.#bytes.subarray(at + 30, at + 30 + name)),
				flags: this.#view.getUint16(at + 6, true),
				method: this.#view.getUint16(at + 8, true),
				size: this.#view.getUint32(at + 18, true) || this.#bytes.length - at,
				at
			});
		}
		return entries;
	}
}

function checkCount(count: number): void {
	if (count > MOST_FILES)
		throw new BookError(`The file holds more than ${MOST_FILES} files. It is not opened.`);
}

function isSafe(name: string): boolean {
	return name !== '' && !/^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)|\0/i.test(name);
}

function fold(name: string): string {
	return name.normalize('NFC').toLowerCase().replace(/\\/g, '/');
}

function decodeName(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC');
	} catch (error) {
		if (error instanceof TypeError) return new TextDecoder('windows-1252').decode(bytes);
		throw error;
	}
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array {
	const joined = new Uint8Array(size);
	let at = 0;
	for (const part of parts) {
		joined.set(part, at);
		at += part.length;
	}
	return joined;
}
