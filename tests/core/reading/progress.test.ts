import { describe, expect, test } from 'vitest';
import { workProgress } from '$lib/core/reading/progress';
import type { ChapterSummary } from '$lib/core/text/work';

const chapter = (slug: string, minutes: number): ChapterSummary => ({
	slug,
	title: slug,
	number: null,
	minutes
});
const CHAPTERS = [chapter('one', 10), chapter('two', 20), chapter('three', 30)];
const opened = (slug: string, progress: number, at: string) => ({ chapter: slug, progress, at });

describe('The place in a work', () => {
	test('is none in a work that was never opened', () => {
		expect(workProgress(CHAPTERS, [])).toBeNull();
	});

	test('is none when no opened chapter is in today’s work', () => {
		expect(workProgress(CHAPTERS, [opened('gone', 0.5, '2026-01-01')])).toBeNull();
	});

	test.each([
		['the first', [opened('one', 0, '2026-01-01')], 'one', 0, 60],
		[
			'a later one: what came before counts as read',
			[opened('two', 0.5, '2026-01-01')],
			'two',
			1 / 3,
			40
		],
		[
			'the one read last, not the furthest',
			[opened('three', 0.5, '2026-01-01'), opened('one', 0.5, '2026-01-02')],
			'one',
			5 / 60,
			55
		],
		[
			'the one read last, whatever the order',
			[opened('one', 0.5, '2026-01-02'), opened('three', 0.5, '2026-01-01')],
			'one',
			5 / 60,
			55
		],
		[
			'the last one of today’s work',
			[opened('gone', 0.5, '2026-01-09'), opened('two', 0, '2026-01-01')],
			'two',
			1 / 6,
			50
		],
		['the end', [opened('three', 1, '2026-01-01')], 'three', 1, 0]
	])('is in %s', (_, list, slug, share, left) => {
		const place = workProgress(CHAPTERS, list)!;
		expect(place).toMatchObject({ chapter: slug, minutesLeft: left });
		expect(place.share).toBeCloseTo(share);
	});
});
