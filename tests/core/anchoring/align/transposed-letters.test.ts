import { expect, test } from 'vitest';
import { alignLetters } from '$lib/core/anchoring/align-letters';
import { transposedLetters } from '$lib/core/anchoring/align/transposed-letters';
import { textPair, whole, wordsInB, wordsOf } from '../texts-with-matches';

test.each<[string, string, string]>([
	['the', 'teh', 'teh'],
	['form', 'from', 'from'],
	['abcd', 'cdab', 'cdab'],
	['abcdef', 'defabc', ''], // three letters are a moved word
	['the', 'tohe', ''],
	['abq', 'ba', ''],
	['the', 'the', '']
])('of %s and %s what was swapped makes %s', (a, b, now) => {
	const texts = textPair(a, b);
	const matches = alignLetters(a, b);
	const found = transposedLetters(texts, whole(texts), matches);
	expect(wordsOf(a, found)).toEqual(wordsInB(b, found));
	const all = [...matches, ...found].sort((one, other) => one.fromB - other.fromB);
	expect(found.length === 0 ? '' : wordsInB(b, all).join('')).toBe(now);
});
