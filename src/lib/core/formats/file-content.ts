/** The content of a file, decoded and parsed once for all formats, which look at it to know whether it is theirs. */
import { FileError } from './file-error';
import { parseJson } from './json';
import { MAX_BYTES } from './limits';

// It is no part of the DOM, and every engine, worker and Node has it; the types of `core` leave it out.
declare const TextDecoder: new (
	label: string,
	options?: { fatal: boolean }
) => { decode(bytes: Uint8Array): string };

/** A file as text, and as data when it is JSON. */
export class FileContent {
	readonly text: string;
	#json: { value: unknown } | null = null;

	/** @throws FileError when the bytes are no text, or more than are ever read */
	constructor(bytes: Uint8Array) {
		this.text = decodeFile(bytes);
	}

	/**
	 * The data of a text that begins as JSON does, parsed once; `undefined` for any other text.
	 *
	 * @throws FileError as `parseJson` does
	 */
	get json(): unknown {
		return (this.#json ??= { value: this.#isJson ? parseJson(this.text) : undefined }).value;
	}

	get #isJson(): boolean {
		const [first] = this.text.trimStart();
		return first === '{' || first === '[';
	}
}

/**
 * The text of `bytes` without its byte order mark. The encoding is UTF-8, or UTF-16 of either byte
 * order, which is known by the mark or by the zero bytes that Latin letters have in it, or else
 * Windows-1252, in which spreadsheets of the West save tables.
 *
 * @throws FileError when the file is empty, too large, or no text
 */
export function decodeFile(bytes: Uint8Array): string {
	if (bytes.length === 0) throw new FileError('empty');
	if (bytes.length > MAX_BYTES) {
		throw new FileError('too-large', '', { limit: MAX_BYTES });
	}
	const encoding = encodingOf(bytes);
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/^\ufeff/, '');
	} catch (error) {
		// A TypeError says that it is not in that encoding, a RangeError that it is longer than a string can be.
		if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
		if (isWindows1252(bytes, encoding)) return decodeWindows1252(bytes);
		throw new FileError('not-text', '', { encoding: encoding.toUpperCase() });
	}
}

function encodingOf([first, second, third, fourth]: Uint8Array): string {
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
	if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return 'utf-16be';
	return 'utf-8';
}

// No text has these; bytes of pictures and archives do.
// eslint-disable-next-line no-control-regex -- they are what is looked for
const CONTROLS = /[\x00-\x08\x0e-\x1f]/;

/**
 * Whether bytes that are no UTF-8 are a text in Windows-1252: none of its letters beyond ASCII may be one
 * of UTF-8 by chance, since that would be a damaged file. JSON is never in another encoding.
 */
function isWindows1252(bytes: Uint8Array, encoding: string): boolean {
	if (encoding !== 'utf-8') return false;
	const text = new TextDecoder('utf-8').decode(bytes);
	return (
		!/[\u0080-\ufffc\ufffe-\uffff]/.test(text) && !CONTROLS.test(text) && !/^\s*[[{]/.test(text)
	);
}

// What it has where Latin-1 has controls. Node 20 decodes it as Latin-1, against the standard.
const C1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
	const text = new TextDecoder('windows-1252').decode(bytes);
	return text.replace(/[\x80-\x9f]/g, (control) => C1[control.charCodeAt(0) - 0x80]);
}
