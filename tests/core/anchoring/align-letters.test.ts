import { describe, expect, test } from 'vitest';
import { alignLetters, similarity } from '$lib/core/anchoring/align-letters';
import { wordsInB, wordsOf } from './texts-with-matches';

describe('How alike two words are', () => {
	test.each([
		['word', 'word', 1],
		['word', 'wrod', 0.75],
		['word', 'words', 8 / 9],
		['been', 'bell', 0.5],
		['abc', 'xyz', 0],
		// Only the first thirty units are compared.
		['x'.repeat(40), 'x'.repeat(40), 0.75]
	])('%s and %s: %d', (a, b, share) => {
		expect(similarity(a, b)).toBeCloseTo(share);
		expect(similarity(b, a)).toBeCloseTo(share);
	});
});

describe('The letters that two words have in common', () => {
	test.each([
		['same', 'same', ['same']],
		['corrcted', 'corrected', ['corr', 'cted']],
		['jerk', 'jolt', ['j']],
		['abc', 'xyz', []]
	])('%s and %s', (a, b, letters) => {
		const matches = alignLetters(a, b);
		expect(wordsOf(a, matches)).toEqual(letters);
		expect(wordsInB(b, matches)).toEqual(letters);
	});
});
