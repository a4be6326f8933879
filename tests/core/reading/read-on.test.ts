import { expect, test } from 'vitest';
import type { WorkProgress } from '$lib/core/reading/progress';
import { lastReadFirst, readOnIn } from '$lib/core/reading/read-on';
import type { ChapterSummary } from '$lib/core/text/work';

const CHAPTERS: ChapterSummary[] = ['one', 'two', 'three'].map((slug) => ({
	slug,
	title: slug,
	number: null,
	minutes: 10
}));
const progress = (share: number, left: number, at = '2026-01-01', slug = 'two'): WorkProgress => ({
	chapter: slug,
	share,
	minutesLeft: left,
	at
});

test('Works stand in the order they were read last, and those never read in their own', () => {
	const read: Record<string, WorkProgress> = {
		b: progress(0.2, 8, '2026-01-03'),
		d: progress(1, 0, '2026-01-04'),
		e: progress(0.1, 9, '2026-01-02')
	};
	const order = lastReadFirst(['a', 'b', 'c', 'd', 'e'], (work) => read[work] ?? null);
	expect(order).toEqual(['d', 'b', 'e', 'a', 'c']);
});

test.each([
	['never opened', null, 'Begin one', false],
	['in the middle', progress(0.5, 30), 'Continue two', false],
	['at the end', progress(1, 0), 'Read again one', true],
	['whose chapter is gone', progress(0.5, 30, '2026-01-01', 'gone'), 'Begin one', false]
])('One reads on in a work %s', (_, at, says, isFromTop) => {
	const { word, chapter, fromTop } = readOnIn(CHAPTERS, at);
	expect(`${word} ${chapter.slug}`).toBe(says);
	expect(fromTop).toBe(isFromTop);
});
