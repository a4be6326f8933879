import { describe, expect, test } from 'vitest';
import { alignGap } from '$lib/core/anchoring/align/align-gap';
import { textPair, whole, wordsOf } from '../texts-with-matches';

/** What is matched between two passages, either of which stands between two matches. */
function matched(a: string, b: string, isClosed = true): string {
	const texts = textPair(a, b);
	const gap = { ...whole(texts), afterMatch: isClosed, beforeMatch: isClosed };
	return wordsOf(
		a,
		alignGap(texts, gap).sort((one, other) => one.fromA - other.fromA)
	).join('|');
}

describe('What the two sides of a gap have in common', () => {
	test.each([
		['a replaced word', 'for the first time', 'for the last time', 'for the | time'],
		['a misprint', 'a page torn out', 'a pgae torn out', 'a p|a|g|e torn out'],
		['a joined word', 'every one of us', 'everyone of us', 'every| of us'],
		['nothing, of unrelated sentences', 'She kept her coat on.', 'Those trains never stop.', ''],
		['nothing, of an insertion', '', 'inserted', ''],
		['a few letters of unrelated words, which are no match', 'quartz', 'jump', '']
	])('%s', (_, a, b, words) => {
		expect(matched(a, b)).toBe(words);
	});

	test('is less where no match stands beside it', () => {
		const [a, b] = ['and we sat by the stove', 'it was long and nobody by then spoke of it'];
		expect(matched(a, b, false)).toBe('');
	});
});
