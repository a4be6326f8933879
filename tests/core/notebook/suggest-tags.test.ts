import { expect, test } from 'vitest';
import { suggestTags } from '$lib/core/notebook/suggest-tags';
import { annotation, value } from './made';

const MADE = [['family', 'Émigrés'], ['family', 'letters'], ['the family'], ['war']].map((tags) =>
	annotation({ tags: value(tags) })
);

test.each([
	['nothing: the most used', '', [], ['family', 'letters', 'the family', 'war', 'Émigrés']],
	['a beginning, before what holds it', 'fam', [], ['family', 'the family']],
	['letters without their accents', 'emi', [], ['Émigrés']],
	['what the mark has already', 'fam', ['family'], ['the family']],
	['nothing like it', 'zebra', [], []]
])('Typed: %s', (_, typed, taken, expected) => {
	expect(suggestTags(MADE, typed, taken)).toEqual(expected);
});

test('At most six are suggested', () => {
	const many = annotation({ tags: value(Array.from({ length: 9 }, (_, n) => `tag ${n}`)) });
	expect(suggestTags([many], 'tag', [])).toHaveLength(6);
});
