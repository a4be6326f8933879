/** The bytes of a publisher's text file as text: in UTF-8, and in Unicode's composed form (NFC). */
import type { ReportFault } from './faults';

// Every browser, worker and Node version has it, but the types of ECMAScript alone do not.
declare const TextDecoder: new (
	encoding: string,
	options: { fatal: boolean }
) => { decode(bytes: Uint8Array): string };

const LINE_FEED = 0x0a;

/**
 * The text of a file, all its line ends `\n`, without a byte order mark. Reports
 * bytes that are not UTF-8, and then gives `null`; reports text that is not in NFC.
 */
export function decodeSource(bytes: Uint8Array, report: ReportFault): string | null {
	const text = decodeUtf8(bytes);
	if (text === null) {
		const line = firstBrokenLine(bytes);
		report(line, 'is not valid UTF-8 here', 'Save the file with the encoding UTF-8.');
		return null;
	}
	const source = text.replace(/\r\n?/g, '\n');
	checkCharacters(source, report);
	checkComposed(source, report);
	return source;
}

// Controls but for tab and line feed, and the sign that programs write for what they could not read.
const NO_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/; // eslint-disable-line no-control-regex

/** Reports the first character that is none: a page would leave it out, or show a box. */
export function checkCharacters(source: string, report: ReportFault, firstLine = 1): void {
	const at = source.search(NO_CHARACTER);
	if (at < 0) return;
	report(
		source.slice(0, at).split('\n').length + firstLine - 1,
		`has the character U+${hexCode(source[at])}, which shows nothing`,
		'Take it out, or write the letter that was meant.'
	);
}

function decodeUtf8(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch (error) {
		if (error instanceof TypeError) return null; // what `fatal` throws
		throw error;
	}
}

/** The first line that does not decode. No byte of a longer UTF-8 sequence equals a line feed. */
function firstBrokenLine(bytes: Uint8Array): number {
	let line = 1;
	for (let start = 0; start < bytes.length; line++) {
		const feed = bytes.indexOf(LINE_FEED, start);
		const end = feed < 0 ? bytes.length : feed;
		if (decodeUtf8(bytes.subarray(start, end)) === null) break;
		start = end + 1;
	}
	return line;
}

/** Reports the first line that is not in NFC, and how many there are: usually the whole file is so. */
function checkComposed(source: string, report: ReportFault): void {
	if (source === source.normalize('NFC')) return;
	const lines = source.split('\n');
	const wrong = lines.flatMap((line, index) => (line === line.normalize('NFC') ? [] : [index]));
	const [first] = wrong;
	const more = wrong.length > 1 ? `, as in ${wrong.length} lines of the file` : '';
	report(
		first + 1,
		`${showUncomposed(lines[first])} is not in the Unicode form NFC${more}`,
		'Have an editor or `uconv -x nfc` rewrite the file in NFC; it will look the same.'
	);
}

/** The first character of `text` that is not in NFC, in quotation marks, with its code points. */
export function showUncomposed(text: string): string {
	const composed = text.normalize('NFC');
	let at = 0; // where they differ first, within the character that is not composed
	while (at < text.length && text[at] === composed[at]) at++;
	if (at === text.length) return `“${text}”`;
	const { segment } = new Intl.Segmenter().segment(text).containing(at)!;
	const codes = Array.from(segment, (character) => `U+${hexCode(character)}`);
	return `“${segment}” (${codes.join(' ')})`;
}

function hexCode(character: string): string {
	return character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
}
