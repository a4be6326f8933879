import { describe, expect, test } from 'vitest';
import { splitReplacement } from '$lib/core/anchoring/map/split-replacement';

/** The split of `now` for a passage's end at | in `was`, as it is written there; ? when it is uncertain. */
function split(was: string, now: string, side: 'start' | 'end'): string {
	const { offset, uncertain } = splitReplacement(was.replace('|', ''), was.indexOf('|'), now, side);
	return `${now.slice(0, offset)}|${now.slice(offset)}${uncertain > 0 ? '?' : ''}`;
}

describe('A replacement is split', () => {
	test.each<[string, string, string, 'start' | 'end', string]>([
		['not, when all of it is the passage’s', 'streets|', 'street', 'end', 'street|'],
		['not, before its start', '|streets', 'street', 'start', '|street'],
		['without the space beside it', 'streets|', 'street ', 'end', 'street| '],
		['behind the same word', 'cold| night', 'warm day', 'end', 'warm| day'],
		['before the same word', 'cold |night', 'warm day', 'start', 'warm |day'],
		[
			'in proportion, which is uncertain',
			'cold| nights',
			'a warm and long day',
			'end',
			'a warm |and long day?'
		],
		[
			'at the nearest part of much more',
			'it|',
			'it was long after midnight when we slept',
			'end',
			'it| was long after midnight when we slept?'
		],
		['at the end of its block', 'gone|', 'come\nnew block', 'end', 'come|\nnew block'],
		['among ideographs, one by one', '道可|道', '名可名', 'end', '名可|名']
	])('%s', (_, was, now, side, expected) => {
		expect(split(was, now, side)).toBe(expected);
	});

	test('uncertainly when a sentence was added to it', () => {
		expect(split('gone|', 'came. One more.', 'end')).toMatch(/\?$/);
	});
});
