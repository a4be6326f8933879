import { expect, test } from 'vitest';
import { subtract } from '$lib/core/text/subtract';

const TEXT = 'One. Two. Three.\nFour.';

const rangeOf = (words: string) => {
	const start = TEXT.indexOf(words);
	return { start, end: start + words.length };
};

test.each<[string, string, string, string[]]>([
	['the first sentence', 'One. Two. Three.', 'One.', ['Two. Three.']],
	['the last one', 'One. Two. Three.', 'Three.', ['One. Two.']],
	['one between two', 'One. Two. Three.', 'Two.', ['One.', 'Three.']],
	['all of it', 'Two.', 'Two.', []],
	['more than all of it', 'Two.', 'One. Two. Three.', []],
	['what stands elsewhere', 'One.', 'Three.', ['One.']],
	['a part that reaches beyond it', 'One. Two.', 'Two. Three.', ['One.']],
	['a paragraph', 'Three.\nFour.', 'Three.', ['Four.']]
])('Without %s', (_, whole, part, left) => {
	const ranges = subtract(TEXT, rangeOf(whole), rangeOf(part));
	expect(ranges.map(({ start, end }) => TEXT.slice(start, end))).toEqual(left);
});
