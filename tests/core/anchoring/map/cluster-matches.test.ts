import { describe, expect, test } from 'vitest';
import {
	changeBetween,
	clusterMatches,
	countUnits,
	withoutOutliers
} from '$lib/core/anchoring/map/cluster-matches';
import { alignmentOf, wordsOf } from '../texts-with-matches';

describe('The parts of a passage that stand together', () => {
	test.each<[string, string, string, string[], string[], string[][]]>([
		[
			'are one with what was inserted',
			'one two',
			'one new two',
			['one ', 'two'],
			['one ', 'two'],
			[['one ', 'two']]
		],
		[
			'are two around text that stayed',
			'one two STAYS',
			'one STAYS two',
			['one ', '>two', 'STAYS'],
			['one ', 'two'],
			[['one '], ['two']]
		],
		[
			'come with the largest first',
			'a second STAYS',
			'a STAYS second',
			['a ', '>second', 'STAYS'],
			['a ', 'second'],
			[['second'], ['a ']]
		],
		[
			'are one with what moved between them',
			'one two MOVED',
			'one MOVED two',
			['one ', 'two', '>MOVED'],
			['one ', 'two'],
			[['one ', 'two']]
		]
	])('%s', (_, a, b, all, passage, clusters) => {
		const alignment = alignmentOf(a, b, all);
		const parts = alignment.matches.filter(({ fromA, toA }) =>
			passage.includes(a.slice(fromA, toA))
		);
		expect(clusterMatches(alignment, parts).map(({ matches }) => wordsOf(a, matches))).toEqual(
			clusters
		);
	});
});

describe('A part at an end, beyond much other text', () => {
	const a = 'the main part of it, gone gone gone gone a bit';
	const b = 'the main part of it, come come come come a bit';
	const { matches } = alignmentOf(a, b, ['the main part of it, ', ' a bit']);
	const cluster = { matches, length: 27 };
	test.each([
		['is left out without its neighbours', { start: true, end: false }, ['the main part of it, ']],
		['stays with them', { start: true, end: true }, ['the main part of it, ', ' a bit']]
	])('%s', (_, neighbours, left) => {
		expect(wordsOf(a, withoutOutliers(cluster, neighbours).matches)).toEqual(left);
	});
});

test('A block’s end is no unit of a passage', () => {
	expect(countUnits('one\ntwo', 1, 6)).toBe(4);
});

test('A change has what was deleted and what was inserted', () => {
	const { matches } = alignmentOf('one 12 two', 'one 123 two', ['one ', ' two']);
	expect(changeBetween(matches[0], matches[1])).toEqual({ deleted: 2, inserted: 3 });
});
