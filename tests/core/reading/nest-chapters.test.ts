import { expect, test } from 'vitest';
import { nestChapters, type ContentsEntry } from '$lib/core/reading/nest-chapters';

/** As in `a(b c)`: b and c stand under a. */
function write(entries: readonly ContentsEntry[]): string {
	return entries
		.map(({ chapter, children }) =>
			children.length > 0 ? `${chapter.slug}(${write(children)})` : chapter.slug
		)
		.join(' ');
}

test.each([
	['', ''],
	['a b c', 'a b c'],
	['a b2 c2 d e2', 'a(b c) d(e)'],
	['a b2 c3 d2', 'a(b(c) d)'],
	// A level that is passed over, and a work that begins within one.
	['a b3 c2 d', 'a(b c) d'],
	['a2 b2 c', 'a b c']
])('chapters of these levels, %j, stand as %j', (levels, nested) => {
	const chapters = levels
		.split(' ')
		.filter(Boolean)
		.map(([slug, level]) => ({
			slug,
			title: slug,
			number: null,
			minutes: 1,
			...(level && { level: Number(level) })
		}));
	expect(write(nestChapters(chapters))).toBe(nested);
});
