/** Coming back to a chapter after a time away: what helps to find in again. */
import type { Block } from '../text/chapter-text';
import type { TextRange } from '../text/range';
import { sentencesIn } from '../text/sentences';

/** How long ago that was, in words: `13 hours ago`, `yesterday`, `3 weeks ago`. */
export function timeAgo(at: string, now: number): string {
	const hours = (now - Date.parse(at)) / 3_600_000;
	const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
	if (hours < 24) return words.format(-Math.floor(hours), 'hour');
	const days = hours / 24;
	if (days < 14) return words.format(-Math.floor(days), 'day');
	if (days < 60) return words.format(-Math.floor(days / 7), 'week');
	return days < 730
		? words.format(-Math.floor(days / 30.44), 'month')
		: words.format(-Math.floor(days / 365.25), 'year');
}

/**
 * The last sentences before an offset of the text, at most `count`, in order: those that have ended there, of
 * its paragraph and the one before. `[]` at the beginning.
 */
export function sentencesBefore(
	{ text, blocks }: { text: string; blocks: readonly Block[] },
	offset: number,
	{ language, count }: { language: string; count: number }
): TextRange[] {
	const here = blocks.findIndex(({ end }) => end > offset);
	const near = blocks.slice(Math.max(0, here - 1), here + 1);
	return near
		.flatMap((block) => sentencesIn(text, block, language))
		.filter(({ end }) => end <= offset)
		.slice(-count);
}
