import { expect, test } from 'vitest';
import { lookUpWords } from '$lib/core/search/look-up';
import { NO_OPTIONS, parseQuery } from '$lib/core/search/query';

test.each([
	['zeppelin', 'zeppelin'],
	[' zeppelin, ', 'zeppelin'],
	['“Stop!” he', '“Stop! he”'],
	['the train’s departure.', '“the train’s departure”'],
	['one end\nand another', '“one end”'],
	['道可道', '道可道'],
	['…', ''],
	['', ''],
	['a b c d e f g h i j k l m n', '“a b c d e f g h i j k l”']
])('%j is looked up as %j', (passage, words) => {
	expect(lookUpWords(passage)).toBe(words);
});

test('several words are one phrase', () => {
	expect(parseQuery(lookUpWords('the “old” train'), NO_OPTIONS).terms).toEqual(['the old train']);
});
