import { describe as group, expect, test } from 'vitest';
import {
	addOutcomes,
	NO_OUTCOMES,
	outcomeOf,
	formatOutcomes,
	reportCorrection,
	type CorrectionReport
} from '$lib/core/notebook/correction-report';
import { placeAll } from '$lib/core/anchoring/place-all';
import type { Annotation } from '$lib/core/annotation/annotation';
import { CHAPTER, chapterOf, PARAGRAPHS, targetOf } from './paragraphs';

const [first, second, third, fourth] = PARAGRAPHS;
const NOWHERE = { exact: 'Words of another translation altogether.', prefix: '', suffix: '' };

group('after a correction, a passage is', () => {
	test.each<[string, string, string, string[]]>([
		[
			'kept',
			'before which a paragraph was put',
			'hardly finished',
			['New. '.repeat(9), ...PARAGRAPHS]
		],
		[
			'kept',
			'of which a word was corrected',
			'still two days ahead',
			[first, second.replace('two', 'three'), third, fourth]
		],
		[
			'kept',
			'beside which a word was corrected',
			'hardly finished breakfast',
			[first, second, third.replace('had hardly', 'had barely hardly'), fourth]
		],
		[
			'kept',
			'at which its paragraph was split',
			'there were still',
			[first, ...second.split('; ').map((part, i) => part + (i ? '' : ';')), third, fourth]
		],
		[
			'kept',
			'in a paragraph that moved as it was',
			'hardly finished',
			[first, third, second, fourth]
		],
		['moved', 'set down elsewhere', first, [second, third, `One thing more. ${first} ${fourth}`]],
		[
			'needsReview',
			'that is not there any more',
			'hardly finished breakfast',
			[first, second, fourth]
		]
	])('%s: one %s', (outcome, _, quote, paragraphs) => {
		const target = targetOf(quote);
		const { text } = chapterOf(paragraphs);
		const [place] = placeAll({ edition: 'new', text }, [target], new Map([['old', CHAPTER.text]]));
		expect(outcomeOf(target, place, text)).toBe(outcome);
	});

	test('kept where the reader was told that it moved to, and moved when it moves on', () => {
		const target = targetOf(first);
		const annotation = {
			id: 'one',
			v: 1,
			kind: 'highlight',
			created: '',
			targets: [target],
			fields: {}
		};
		const look = (paragraphs: string[], reported: CorrectionReport['moves']) => {
			const { text } = chapterOf(paragraphs);
			const [place] = placeAll(
				{ edition: 'new', text },
				[target],
				new Map([['old', CHAPTER.text]])
			);
			return reportCorrection([annotation as Annotation], text, { placeOf: () => place, reported });
		};
		const moved = [second, third, `One thing more. ${first} ${fourth}`];
		const { outcomes, moves } = look(moved, {});
		expect(outcomes).toEqual({ kept: 0, moved: 1, needsReview: 0 });
		const again = look(['Something new.', ...moved], moves);
		expect(again.outcomes).toEqual({ kept: 1, moved: 0, needsReview: 0 });
		expect(Object.keys(again.moves)).toEqual(['one']);
		const onward = [`And then, ${first} So it was.`, second, third, fourth];
		expect(look(onward, moves).outcomes).toEqual({ kept: 0, moved: 1, needsReview: 0 });
	});

	test('nothing, when an import brought words that the text never had', () => {
		const target = { ...targetOf(first), edition: '', quote: NOWHERE };
		const brought = {
			id: 'one',
			v: 1,
			kind: 'highlight',
			created: '',
			targets: [target],
			fields: {}
		};
		const [place] = placeAll({ edition: 'old', text: CHAPTER.text }, [target], new Map());
		const { outcomes, moves } = reportCorrection([brought as Annotation], CHAPTER.text, {
			placeOf: () => place,
			reported: {}
		});
		expect([place.range, outcomes, moves]).toEqual([null, NO_OUTCOMES, {}]);
	});

	test('told in words', () => {
		expect(formatOutcomes({ kept: 212, moved: 3, needsReview: 1 })).toBe(
			'212 kept, 3 moved, 1 needs you'
		);
		expect(formatOutcomes({ kept: 1, moved: 0, needsReview: 2 })).toBe('1 kept, 2 need you');
		expect(formatOutcomes(NO_OUTCOMES)).toBe('');
		const one = { kept: 1, moved: 2, needsReview: 3 };
		expect(addOutcomes(one, addOutcomes(one, NO_OUTCOMES))).toEqual({
			kept: 2,
			moved: 4,
			needsReview: 6
		});
	});
});
