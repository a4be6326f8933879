import { describe, expect, test } from 'vitest';
import { formatMinutes, minutesLeft, workProgress } from '$lib/core/reading/progress';
import type { ChapterHead } from '$lib/core/text/work';

const chapter = (slug: string, minutes: number): ChapterHead => ({
	slug,
	title: slug,
	number: null,
	minutes
});
const CHAPTERS = [chapter('one', 10), chapter('two', 20), chapter('three', 30)];
const opened = (slug: string, progress: number, at: string) => ({ chapter: slug, progress, at });

describe('Minutes left', () => {
	test.each([
		[32, 0, 32],
		[32, 0.5, 16],
		[32, 0.51, 16],
		[32, 0.999, 1],
		[32, 1, 0],
		[1, 0, 1],
		[1, 0.99, 1],
		[10, 0.9, 1] // 1 - 0.9 is a little more than 0.1
	])('of %d at %d are %d', (minutes, progress, left) => {
		expect(minutesLeft(minutes, progress)).toBe(left);
	});
});

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

describe('Minutes', () => {
	test.each([
		[0, '0 min'],
		[27, '27 min'],
		[59, '59 min'],
		[60, '1 h'],
		[65, '1 h 05 min'],
		[719, '11 h 59 min'],
		[720, '12 h']
	])('%d are said as %s', (minutes, said) => {
		expect(formatMinutes(minutes)).toBe(said);
	});
});
