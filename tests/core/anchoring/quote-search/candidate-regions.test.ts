import { describe, expect, test } from 'vitest';
import { candidateRegions, inTextOrder } from '$lib/core/anchoring/quote-search/candidate-regions';
import { textPair } from '../texts-with-matches';

const QUOTE = 'The train started, first one jerk, then another.';
const OTHER = 'It was long after midnight, we said. '.repeat(20);

describe('Regions where a quote may stand', () => {
	test.each<[string, string, number]>([
		['one, around its words', `${OTHER}${QUOTE}${OTHER}`, 1],
		['one for each copy', `${QUOTE}${OTHER}${QUOTE}`, 2],
		[
			'one for both halves of it',
			`${OTHER}The train started, ${'new '.repeat(20)}first one jerk, then another.`,
			1
		],
		['none in another text', OTHER, 0]
	])('%s', (_, text, count) => {
		const texts = textPair(QUOTE, text);
		const regions = candidateRegions(texts, inTextOrder(texts.shared), 150);
		expect(regions).toHaveLength(count);
		for (const { start, end } of regions)
			expect(text.slice(start, end)).toContain('The train started');
	});

	test('come with the richest first', () => {
		const text = `The train started, said she. ${OTHER}${QUOTE}${OTHER}`;
		const texts = textPair(QUOTE, text);
		const [best] = candidateRegions(texts, inTextOrder(texts.shared), 150);
		expect(text.slice(best.start, best.end)).toContain(QUOTE);
	});

	test('of which the halves are apart with a smaller insertion', () => {
		const text = `The train started, first ${'new '.repeat(60)} one jerk, then another.`;
		const texts = textPair(QUOTE, text);
		const hits = inTextOrder(texts.shared);
		expect(candidateRegions(texts, hits, 150)).toHaveLength(2);
		expect(candidateRegions(texts, hits, 1500)).toHaveLength(1);
	});
});

test('Grams that a quote and a text share come in the order of the text', () => {
	const { shared } = textPair('abcdefghijklmnopqrstuvwx', 'mnopqrstuvwx abcdefghijkl');
	expect(inTextOrder(shared)).toEqual([
		{ fromA: 12, fromB: 0 },
		{ fromA: 0, fromB: 13 }
	]);
});
