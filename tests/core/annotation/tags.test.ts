import { expect, test } from 'vitest';
import { addTags, formatTags, parseTags, removeTag } from '$lib/core/annotation/tags';

test.each<[string, string[]]>([
	['letters, family', ['letters', 'family']],
	['  b  c ', ['b c']],
	['a,\nb ,, a', ['a', 'b']],
	[' ', []],
	['', []]
])('“%s” is the tags %j', (typed, tags) => {
	expect(parseTags(typed)).toEqual(tags);
	expect(parseTags(formatTags(tags))).toEqual(tags);
});

test('tags are added once, in their order, and removed as they are written', () => {
	expect(addTags(['a'], ['b', 'a', 'b'])).toEqual(['a', 'b']);
	expect(addTags(['a'], [])).toEqual(['a']);
	expect(removeTag(['a', 'two  spaces'], 'two  spaces')).toEqual(['a']);
	expect(removeTag(['a'], 'b')).toEqual(['a']);
});
