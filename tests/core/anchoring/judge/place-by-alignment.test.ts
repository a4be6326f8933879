import { describe as group, expect, test } from 'vitest';
import { align } from '$lib/core/anchoring/align/align';
import { placeByAlignment } from '$lib/core/anchoring/judge/place-by-alignment';
import { describe } from '$lib/core/annotation/describe';
import { rangeOf } from '../texts-with-matches';

const BEFORE = 'It was long after midnight when we went to bed, and nobody could sleep.';
const PASSAGE = 'The train started, first one jerk, then another; it moved forward a little.';
const BEHIND = 'In the corner there was a huge Russian stove, as cold as ice.';
const OLD = `${BEFORE}\n${PASSAGE}\n${BEHIND}`;

function levelOf(passage: string, now: string): [level: string, words: string] {
	const blocks = [{ id: 'p1', start: 0, end: OLD.length }];
	const at = { work: 'w', chapter: 'c', edition: 'e', blocks };
	const { level, range } = placeByAlignment(
		align(OLD, now),
		describe(OLD, rangeOf(OLD, passage), at)
	);
	return [level, range ? now.slice(range.start, range.end) : ''];
}

const edit = (was: string, is: string) => OLD.replace(was, is);

group('A passage is', () => {
	test.each<[string, string, string, string, string]>([
		['exact as it was', PASSAGE, `New.\n${OLD}`, 'exact', PASSAGE],
		[
			'placed with a corrected word',
			PASSAGE,
			edit('jerk', 'jolt'),
			'high',
			PASSAGE.replace('jerk', 'jolt')
		],
		['unplaced when it is deleted', PASSAGE, edit(`\n${PASSAGE}`, ''), 'unplaced', ''],
		[
			'put before the reader when less than half is left',
			PASSAGE,
			edit(PASSAGE, 'The train started, first.'),
			'review',
			'The train started, first.'
		],
		[
			'unplaced when next to nothing is left',
			PASSAGE,
			edit(PASSAGE, 'Nobody. The train.'),
			'unplaced',
			''
		],
		['a word in its place', 'jerk', edit('then another', 'then one more'), 'exact', 'jerk'],
		['no word that became another one', 'jerk', edit('jerk', 'stop'), 'unplaced', '']
	])('%s', (_, passage, now, level, words) => {
		expect(levelOf(passage, now)).toEqual([level, words]);
	});
});
