import { describe, expect, test } from 'vitest';
import type { Candidate } from '$lib/core/anchoring/quote-search/candidate';
import { judgeCandidates } from '$lib/core/anchoring/quote-search/judge-candidates';
import { textPair } from '../texts-with-matches';

const LONG = 'The train started, first one jerk, then another; it moved forward a little.';
const SHORT = 'first one jerk, then another';

function candidate(
	range: { start: number; end: number } | null,
	shares: Partial<Candidate>
): Candidate {
	const { words = 1, before = 1, after = 1 } = shares;
	const score = (words + (before + after) / 2) / 2;
	return { range, uncertain: false, torn: false, words, before, after, score, ...shares };
}

describe('A quote’s candidates', () => {
	test.each<[string, string, Partial<Candidate>[], string]>([
		['one with all of it is exact', LONG, [{}], 'exact'],
		['a long one needs no context', LONG, [{ before: 0, after: 0 }], 'exact'],
		['a short one does', SHORT, [{ before: 0, after: 0 }], 'review'],
		['two alike cannot be told apart', LONG, [{}, {}], 'review'],
		['one that is clearly better wins', LONG, [{}, { words: 0.7, before: 0, after: 0 }], 'exact'],
		['one torn apart is put before the reader', LONG, [{ torn: true }], 'review'],
		['one with half of the words is none', LONG, [{ words: 0.5 }], 'unplaced'],
		[
			'a short one is gone where its context is',
			SHORT,
			[
				{ before: 0.5, after: 0.5 },
				{ words: 0, before: 1, after: 1 }
			],
			'unplaced'
		],
		['none is none', LONG, [], 'unplaced']
	])('%s', (_, exact, shares, level) => {
		const text = `${exact} ${exact}`;
		const candidates = shares.map((each, n) => {
			const start = n * (exact.length + 1);
			return candidate(each.words === 0 ? null : { start, end: start + exact.length }, each);
		});
		const verdict = judgeCandidates(
			textPair(exact, text),
			{ exact, prefix: '', suffix: '' },
			candidates
		);
		expect(verdict.place.level).toBe(level);
	});
});
