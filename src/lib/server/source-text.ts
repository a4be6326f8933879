import { readFileSync } from 'node:fs';
import type { Report } from '$lib/content/faults';

/**
 * A text file's content, its line ends all `\n`, without a byte order mark.
 * Reports what is not UTF-8 (then `null`) and what is not in Unicode's form NFC.
 */
export function readSource(path: string, report: Report): string | null {
	const bytes = readFileSync(path);
	const text = decode(bytes);
	if (text === null) {
		report(brokenLine(bytes), 'is not valid UTF-8 here', 'Save the file with the encoding UTF-8.');
		return null;
	}
	const source = text.replace(/\r\n?/g, '\n');
	checkForm(source, report);
	return source;
}

function decode(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch (error) {
		if (error instanceof TypeError) return null; // what `fatal` throws
		throw error;
	}
}

/** The first line that does not decode. No byte of a longer UTF-8 sequence equals a line feed. */
function brokenLine(bytes: Uint8Array): number {
	let line = 1;
	for (let start = 0; start < bytes.length; line++) {
		const feed = bytes.indexOf(0x0a, start);
		const end = feed < 0 ? bytes.length : feed;
		if (decode(bytes.subarray(start, end)) === null) break;
		start = end + 1;
	}
	return line;
}

/** Reports the first line that is not in NFC, and how many more there are: files are so as a whole. */
function checkForm(source: string, report: Report): void {
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

/** The first character of `text` that NFC writes otherwise, in quotes and by its code points. */
export function showUncomposed(text: string): string {
	for (const { segment } of new Intl.Segmenter().segment(text)) {
		if (segment === segment.normalize('NFC')) continue;
		const codes = Array.from(segment, (c) => `U+${hex(c)}`);
		return `“${segment}” (${codes.join(' ')})`;
	}
	return `“${text}”`;
}

function hex(character: string): string {
	return character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
}
