import { describe, expect, test } from 'vitest';
import { align } from '$lib/core/anchoring/align/align';
import { isUncertain, mapRange, unitsMappedInto } from '$lib/core/anchoring/map/map-range';
import { rangeOf } from '../texts-with-matches';

const BEFORE = 'It was long after midnight when we went to bed, and nobody could sleep.';
const PASSAGE = 'The train started, first one jerk, then another.';
const BEHIND = 'In the corner there was a huge Russian stove, as cold as ice.';
const OLD = `${BEFORE}\n${PASSAGE}\n${BEHIND}`;

/** Where PASSAGE went, as words of the new text. */
function mapped(now: string) {
	const found = mapRange(align(OLD, now), rangeOf(OLD, PASSAGE));
	return found && { ...found, words: now.slice(found.range.start, found.range.end) };
}

describe('A passage is mapped', () => {
	test.each<[string, string, string, number]>([
		['as it is', OLD, PASSAGE, 1],
		['behind an insertion', `New.\n${OLD}`, PASSAGE, 1],
		[
			'with an inserted word',
			OLD.replace('first one', 'first just one'),
			PASSAGE.replace('first one', 'first just one'),
			1
		],
		[
			'without what was added beside it',
			OLD.replace(PASSAGE, `Added here. ${PASSAGE} And here.`),
			PASSAGE,
			1
		],
		[
			'with a replaced first word',
			OLD.replace('The train', 'One train'),
			PASSAGE.replace('The', 'One'),
			0.9
		],
		[
			'with a replaced last word',
			OLD.replace('another.', 'a rest.'),
			PASSAGE.replace('another.', 'a rest.'),
			0.8
		],
		['where it moved', `${BEFORE}\n${BEHIND}\n${PASSAGE}`, PASSAGE, 1],
		[
			'without its deleted half',
			OLD.replace(', first one jerk, then another', ''),
			'The train started.',
			0.3
		],
		[
			'without the space beside deleted words',
			OLD.replace(`${BEFORE}\nThe train`, `${BEFORE} `),
			PASSAGE.slice(10),
			0.7
		]
	])('%s', (_, now, words, survived) => {
		const found = mapped(now);
		expect(found?.words).toBe(words);
		expect(found?.survived).toBeGreaterThanOrEqual(survived);
	});

	test('nowhere, when it is deleted', () => {
		expect(mapped(`${BEFORE}\n${BEHIND}`)).toBeNull();
	});

	test('with the share that stands elsewhere, when it was torn apart', () => {
		const [first, second] = [
			'The train started, first one jerk, then another.',
			'Nobody slept that night.'
		];
		const old = `${BEFORE}\n${first}\n${second}\n${BEHIND}`;
		const now = `${second}\n${BEFORE}\n${first}\n${BEHIND}`;
		const found = mapRange(align(old, now), rangeOf(old, `${first}\n${second}`));
		expect(now.slice(found?.range.start, found?.range.end)).toBe(first);
		expect(found?.elsewhere).toBeCloseTo(second.length / (first.length + second.length), 1);
	});

	test('and says whether it moved', () => {
		expect(mapped(OLD)?.moved).toBe(false);
		expect(mapped(`${BEFORE}\n${BEHIND}\n${PASSAGE}`)?.moved).toBe(true);
	});
});

describe('A mapped range is uncertain', () => {
	const range = { start: 0, end: 100 };
	const certain = { range, uncertain: 0, uncertainAlone: { start: 30, end: 0 } };
	const rest = {
		survived: 1,
		elsewhere: 0,
		lost: { start: range, end: range },
		detached: false,
		moved: false
	};
	test.each([
		['by more than a tenth', { ...certain, uncertain: 11 }, undefined, true],
		['not by less', { ...certain, uncertain: 9 }, undefined, false],
		['where it has lost its neighbours', certain, { start: false, end: true }, true],
		['not where it has them', certain, { start: true, end: false }, false]
	])('%s', (_, mapping, neighbours, expected) => {
		expect(isUncertain({ ...rest, ...mapping }, neighbours)).toBe(expected);
	});
});

test('Units of a range that stand within another are counted', () => {
	const alignment = align(OLD, `New.\n${OLD}`);
	const range = rangeOf(OLD, PASSAGE);
	const target = { start: range.start + 5, end: range.start + 15 };
	expect(unitsMappedInto(alignment, range, target)).toBe(10);
	expect(unitsMappedInto(alignment, range, { start: 0, end: 5 })).toBe(0);
});
