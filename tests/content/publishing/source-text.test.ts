import { expect, test } from 'vitest';
import { decodeSource } from '$lib/content/publishing/source-text';

/** The text of some bytes, and the lines and messages of their faults. */
function decode(bytes: Uint8Array): { text: string | null; faults: string[] } {
	const faults: string[] = [];
	const text = decodeSource(bytes, (line, message) => faults.push(`${line}  ${message}`));
	return { text, faults };
}

test('a byte order mark is no text, and every line ends the same way', () => {
	const bytes = new TextEncoder().encode('\ufeffOne\r\ntwo\rthree\n道');
	expect(decode(bytes)).toEqual({ text: 'One\ntwo\nthree\n道', faults: [] });
});

test.each([
	['in the first line', 'Caf\xe9\nOne', 1],
	['in the last line', 'One\ntwo\nCaf\xe9', 3],
	['cut off at the end', 'One\n\xe9\x81', 2]
])('what is not UTF-8 is no text, and its line is told: %s', (_, latin1, line) => {
	const faults = [`${line}  is not valid UTF-8 here`];
	expect(decode(Buffer.from(latin1, 'latin1'))).toEqual({ text: null, faults });
});

test('a letter with its accent apart is told with its code points, and how often', () => {
	const text = 'One.\ne\u0301te\u0301\nna\u00efve nai\u0308ve';
	expect(decode(new TextEncoder().encode(text))).toEqual({
		text,
		faults: [
			'2  “e\u0301” (U+0065 U+0301) is not in the Unicode form NFC, as in 2 lines of the file'
		]
	});
});

test.each([
	['a control', 'One.\nTwo\f.', '2  has the character U+000C, which shows nothing'],
	['nothing', 'a\0', '1  has the character U+0000, which shows nothing'],
	[
		'what another program could not read',
		'Caf\ufffd',
		'1  has the character U+FFFD, which shows nothing'
	]
])('a character that is none is told: %s', (_, text, fault) => {
	expect(decode(new TextEncoder().encode(text))).toEqual({ text, faults: [fault] });
});
