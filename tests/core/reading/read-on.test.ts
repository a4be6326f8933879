import { expect, test } from 'vitest';
import type { WorkProgress } from '$lib/core/reading/progress';
import { readOnIn } from '$lib/core/reading/read-on';
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
