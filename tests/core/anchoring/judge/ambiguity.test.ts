import { describe as group, expect, test } from 'vitest';
import { align } from '$lib/core/anchoring/align/align';
import { isAmbiguous } from '$lib/core/anchoring/judge/ambiguity';
import { mapRange } from '$lib/core/anchoring/map/map-range';
import { describe } from '$lib/core/annotation/describe';
import { rangeOf } from '../texts-with-matches';

const REFRAIN = 'for the light is steady, and it burneth all the night.';
const verse = (words: string) => `${words}: ${REFRAIN}`;
const ONE = verse('Sing to the harbour, all ye boats');
const TWO = verse('Let the northern islands give thanks unto the keeper');
const THREE = verse('Rejoice, O ye lamps upon the water');
const OTHER = 'It was long after midnight when we went to bed, and nobody could sleep.';

/** Whether REFRAIN in the verse `of` is ambiguous in the new text. */
function isRefrainAmbiguous(
	old: string,
	now: string,
	of: string,
	neighbours = { start: false, end: false }
) {
	const alignment = align(old, now);
	const range = rangeOf(old, REFRAIN, old.indexOf(of));
	const blocks = [{ id: 'p1', start: 0, end: old.length }];
	const target = describe(old, range, { work: 'w', chapter: 'c', edition: 'e', blocks });
	return isAmbiguous(alignment, target, mapRange(alignment, range)!, neighbours);
}

const OLD = [OTHER, ONE, TWO, THREE].join('\n');

group('Words that stand several times are', () => {
	test.each<[string, string, string, boolean]>([
		['told apart by what is beside them', OLD, TWO, false],
		['told apart in a verse that moved', [OTHER, TWO, THREE, ONE].join('\n'), ONE, false],
		[
			'told apart by their old neighbours, beyond an insertion',
			OLD.replace(`\n${THREE}`, `\n${OTHER}\n${THREE}`),
			TWO,
			false
		],
		[
			'told apart so too with a misprint before them',
			OLD.replace('keeper', 'keepen').replace(`\n${THREE}`, `\n${OTHER}\n${THREE}`),
			TWO,
			false
		]
	])('%s', (_, now, of, expected) => {
		expect(isRefrainAmbiguous(OLD, now, of)).toBe(expected);
	});

	test('ambiguous when a verse of which there are two has moved', () => {
		const old = [OTHER, ONE, TWO, OTHER.replace('midnight', 'noon'), ONE, THREE].join('\n');
		const now = [ONE, OTHER, TWO, OTHER.replace('midnight', 'noon'), THREE, ONE].join('\n');
		expect(isRefrainAmbiguous(old, now, ONE)).toBe(true);
	});
});
