import { describe, expect, test } from 'vitest';
import { fold } from '$lib/core/text/fold';

describe('What counts as the same character', () => {
	test.each([
		['capitals', 'The EXILE', 'the exile'],
		['capitals of a text with an İ', 'İzmir ve Ankara', 'izmir ve ankara'],
		['both Turkish letters i, with their capitals', 'İIiı', 'iiii'],
		['the Greek letter that has a form of its own at the end of a word', 'ΟΔΟΣ οδος', 'οδοσ οδοσ'],
		['quotation marks', '“It’s «so»” ‚a‘', '"it\'s "so"" \'a\''],
		['dashes', 'one – two — three', 'one - two - three'],
		['punctuation of full width', '道可道，非常道。', '道可道,非常道.'],
		['block ends and no-break spaces', 'one\ntwo\u00a0three', 'one two three']
	])('%s', (_, text, folded) => {
		expect(fold(text)).toBe(folded);
	});

	test.each([
		['accents', 'é', 'e'],
		['letters', 'a', 'b']
	])('not %s', (_, a, b) => {
		expect(fold(a)).not.toBe(fold(b));
	});
});

describe('A folded text', () => {
	test('has every character where it was, whatever characters there are', () => {
		const faults: string[] = [];
		for (let point = 0; point <= 0x10ffff; point += 1) {
			const character = String.fromCodePoint(point);
			if (fold(character).length !== character.length) faults.push(point.toString(16));
		}
		expect(faults).toEqual([]);
	});

	test('is the folded beginning and the folded rest, wherever it is cut', () => {
		const text = 'İstanbul’da ΟΔΟΣ ΣΑΣ, “IŞIK”';
		for (let at = 0; at <= text.length; at += 1) {
			expect(fold(text.slice(0, at)) + fold(text.slice(at))).toBe(fold(text));
		}
	});
});
