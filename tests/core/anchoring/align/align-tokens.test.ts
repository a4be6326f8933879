import { describe, expect, test } from 'vitest';
import { alignTokens } from '$lib/core/anchoring/align/align-tokens';

/** The pairs of words that stand for each other, without spaces and punctuation. */
function pairs(a: string, b: string): string[] | null {
	const found = alignTokens(a, b);
	return (
		found &&
		found
			.map(({ fromA, toA, fromB, toB }) => [a.slice(fromA, toA), b.slice(fromB, toB)])
			.filter(([word]) => /[\p{L}\p{N}]/u.test(word))
			.map(([was, now]) => (was === now ? was : `${was}→${now}`))
	);
}

describe('The words that stand for each other', () => {
	test.each<[string, string, string, string[]]>([
		['the same', 'we went to bed', 'we went to bed', ['we', 'went', 'to', 'bed']],
		['an inserted word', 'we went to bed', 'we all went to bed', ['we', 'went', 'to', 'bed']],
		['a deleted word', 'we all went to bed', 'we went to bed', ['we', 'went', 'to', 'bed']],
		['a replaced word', 'we went home', 'we walked home', ['we', 'home']],
		['a misprint', 'it was midnight then', 'it was midnigth then', ['it', 'was', 'midnight→midnigth', 'then']], // prettier-ignore
		['numbers', 'room 12 of 30', 'room 12 of 31', ['room', '12', 'of']],
		['ideographs, one by one', '道可道', '道非道', ['道', '道']],
		['words replaced one by one', 'under the hot rays of the sun', 'there door hot rays of the sun', ['hot', 'rays', 'of', 'the', 'sun']], // prettier-ignore
		['nothing', '', 'word', []]
	])('%s', (_, a, b, words) => {
		expect(pairs(a, b)).toEqual(words);
	});

	test('are not sought in passages that are too long', () => {
		const long = 'word '.repeat(300);
		expect(alignTokens(long, long)).toBeNull();
		expect(alignTokens(long.slice(0, 500), long.slice(0, 500))).not.toBeNull();
	});
});
