import { describe, expect, test } from 'vitest';
import { semanticCleanup } from '$lib/core/anchoring/clean/semantic-cleanup';
import { matchesOf, textPair, wordsOf } from '../texts-with-matches';

describe('Matches after a semantic clean-up', () => {
	test.each<[string, string, string, string[], string[]]>([
		['that continue each other are one', 'one two', 'one two', ['one ', 'two'], ['one two']],
		[
			'end where an inserted sentence begins',
			'He sat. He was.',
			'He sat. He left. He was.',
			['He sat. He ', 'was.'],
			['He sat. ', 'He was.']
		],
		[
			'end where a deleted sentence began',
			'He sat. He left. He was.',
			'He sat. He was.',
			['He sat. He ', 'was.'],
			['He sat. ', 'He was.']
		],
		['end between words', 'a cat sat', 'a car cat sat', ['a ca', 't sat'], ['a', ' cat sat']],
		[
			'are as they were around a replaced word',
			'one ten two',
			'one six two',
			['one ', ' two'],
			['one ', ' two']
		],
		[
			'keep no end of a sentence that was rewritten',
			'Nobody could sleep then. The end',
			'He wrote all night long. The end',
			['. The end'],
			['. The end']
		],
		['keep capitals where they are', 'A sail! a sail!', 'a sail!', ['a sail!'], ['a sail!']]
	])('%s', (_, a, b, words, cleaned) => {
		const matches = semanticCleanup(matchesOf(a, b, words), textPair(a, b));
		expect(wordsOf(a, matches)).toEqual(cleaned);
	});

	test('lose the punctuation of what was rewritten between them', () => {
		const [a, b] = ['One here. Nobody could sleep, s. Two', 'One here. All of them wept, s. Two'];
		const matches = semanticCleanup(matchesOf(a, b, ['One here. ', ', s. Two']), textPair(a, b));
		expect(wordsOf(a, matches)).toEqual(['One here. ', ' s. Two']);
	});

	test('do not slide over what moved between them', () => {
		const [a, b] = ['He sat. He was. Moved.', 'He sat. Moved. He was.'];
		const matches = matchesOf(a, b, ['He sat. ', 'He was.', '>Moved.']);
		expect(wordsOf(a, semanticCleanup(matches, textPair(a, b)))).toEqual(wordsOf(a, matches));
	});
});
