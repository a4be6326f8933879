import { expect, test } from 'vitest';
import { LONGEST_TAG, MOST_TAGS } from '$lib/core/annotation/limits';
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
	expect(addTags(['a'], ['b', 'a', 'b']).tags).toEqual(['a', 'b']);
	expect(addTags(['a'], []).tags).toEqual(['a']);
	expect(removeTag(['a', 'two  spaces'], 'two  spaces')).toEqual(['a']);
	expect(removeTag(['a'], 'b')).toEqual(['a']);
});

const MANY = Array.from({ length: MOST_TAGS + 2 }, (_, index) => `t${index}`);
const LONG = 'x'.repeat(LONGEST_TAG + 1);

test.each<[string, { before: string[]; typed: string; added: number; left: string[] }]>([
	['all that fit', { before: [], typed: 'a, b', added: 2, left: [] }],
	['one too long', { before: [], typed: `a, ${LONG}, b`, added: 2, left: [LONG] }],
	['as long as can be', { before: [], typed: LONG.slice(1), added: 1, left: [] }],
	['too many', { before: [], typed: MANY.join(), added: MOST_TAGS, left: ['t200', 't201'] }],
	['to a full mark', { before: MANY.slice(2), typed: 't5, new', added: 0, left: ['new'] }],
	['to a mark of a file that has more', { before: MANY, typed: 'new', added: 0, left: ['new'] }]
])('no tag that does not fit is lost: %s', (_, { before, typed, added, left }) => {
	const result = addTags(before, parseTags(typed));
	expect(result.tags).toHaveLength(before.length + added);
	expect(result.tags.slice(0, before.length)).toEqual(before);
	expect(result.left).toEqual(left);
	expect(parseTags(formatTags(result.left))).toEqual(left);
});
