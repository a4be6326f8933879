/** The bytes of a source file as text, in whatever encoding they are. */

// Every browser, worker and Node version has it, but the types of ECMAScript alone do not.
declare const TextDecoder: new (
	encoding: string,
	options?: { fatal: boolean }
) => { readonly encoding: string; decode(bytes: Uint8Array): string };

export interface DecodedText {
	text: string;
	/** As the Encoding standard calls it: `windows-1251`. */
	encoding: string;
	/** Nothing in the file said the encoding, or what it said is not so. */
	isGuessed: boolean;
}

const MARKS: readonly [encoding: string, bytes: readonly number[]][] = [
	['utf-8', [0xef, 0xbb, 0xbf]],
	['utf-16le', [0xff, 0xfe]],
	['utf-16be', [0xfe, 0xff]]
];

/** The encodings that a file in another than UTF-8 most likely has, the likelier first. */
const CANDIDATES = ['windows-1252', 'windows-1251', 'koi8-r', 'ibm866', 'shift_jis', 'gb18030'];

const HEAD = 2048; // bytes in which a document declares its encoding

/**
 * The text by its byte order mark, as strict UTF-8, by its declaration, else by the likeliest
 * encoding. `encoding` is that which a person chose; a name that is no encoding's is a `RangeError`.
 */
export function decodeText(bytes: Uint8Array, encoding: string | null = null): DecodedText {
	if (encoding !== null) return decodeAs(bytes, encoding, false);
	for (const [name, mark] of MARKS)
		if (mark.every((byte, index) => bytes[index] === byte)) return decodeAs(bytes, name, false);
	const text = tryDecode(bytes, 'utf-8');
	if (text !== null) return { text, encoding: 'utf-8', isGuessed: false };
	const declared = declaredEncoding(bytes);
	if (declared !== null) return decodeAs(bytes, declared, false);
	return decodeAs(bytes, guessEncoding(bytes), true);
}

function decodeAs(bytes: Uint8Array, name: string, isGuessed: boolean): DecodedText {
	const decoder = new TextDecoder(name);
	return { text: decoder.decode(bytes), encoding: decoder.encoding, isGuessed };
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch (error) {
		if (error instanceof TypeError) return null; // what `fatal` throws
		throw error;
	}
}

/** The encoding that XML or HTML declares; `null` for none, for one that is unknown, and for UTF-8, which it is not. */
function declaredEncoding(bytes: Uint8Array): string | null {
	const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD));
	const [, name] = /(?:encoding=["']|charset=["']?)([\w-]+)/i.exec(head) ?? [];
	if (!name || /^utf-?8$/i.test(name)) return null;
	try {
		return new TextDecoder(name).encoding;
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}

const SAMPLE = 65_536; // bytes that are looked at for a guess

/** The candidate whose text looks most like words: letters of one script, few signs and no broken ones. */
function guessEncoding(bytes: Uint8Array): string {
	const sample = bytes.subarray(0, SAMPLE);
	const scores = CANDIDATES.map((name) => scoreOf(new TextDecoder(name).decode(sample)));
	return CANDIDATES[scores.indexOf(Math.max(...scores))];
}

/** Among the characters beyond ASCII: ordinary small letters count for, capitals within words and signs against. */
function scoreOf(text: string): number {
	const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
	const cyrillic = count(/[а-яё]/g);
	const latin = count(/(?<=[A-Za-z\s])[à-öø-ÿß]|[à-öø-ÿß](?=[a-z\s])/g);
	const cjk = count(/[\u3040-\u30ff\u4e00-\u9fa5]/g);
	const bad = count(/[\ufffd\u0080-\u009f\u2500-\u259f\uff61-\uff9f]|(?<=\p{Ll})\p{Lu}/gu);
	const quotes = count(/[“”‘’«»–—…]/g);
	return Math.max(cyrillic, latin, cjk * 1.5) + quotes - 3 * bad;
}
