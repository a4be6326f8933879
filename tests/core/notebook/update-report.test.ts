import { describe as group, expect, test } from 'vitest';
import {
	addOutcomes,
	NO_OUTCOMES,
	oldParagraph,
	outcomeOf,
	sayOutcomes,
	updateOf,
	type ChapterUpdate
} from '$lib/core/notebook/update-report';
import { placeAll } from '$lib/core/anchoring/place-all';
import type { Annotation } from '$lib/core/annotation/annotation';
import { describe } from '$lib/core/annotation/describe';
import { joinBlocks } from '$lib/core/text/chapter-text';

const PARAGRAPHS = [
	'We slept until eleven the next day, and there were no telephone calls at all.',
	'The wife of our older boy went to her work; there were still two days ahead of us.',
	'But we had hardly finished breakfast when the bell rang, and somebody came in.',
	'Another ring, and the whole apartment filled with agents in uniforms.'
];
const chapterOf = (paragraphs: string[]) =>
	joinBlocks(paragraphs.map((text, index) => ({ id: `p${index + 1}`, text })));
const OLD = chapterOf(PARAGRAPHS);
const where = { work: 'w', chapter: 'c', edition: 'old', blocks: OLD.blocks };
const targetOf = (quote: string) => {
	const start = OLD.text.indexOf(quote);
	return describe(OLD.text, { start, end: start + quote.length }, where);
};
const [first, second, third, fourth] = PARAGRAPHS;

group('after an update, a passage is', () => {
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
		['needs', 'that is not there any more', 'hardly finished breakfast', [first, second, fourth]]
	])('%s: one %s', (outcome, _, quote, paragraphs) => {
		const target = targetOf(quote);
		const { text } = chapterOf(paragraphs);
		const [place] = placeAll({ edition: 'new', text }, [target], new Map([['old', OLD.text]]));
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
		const look = (paragraphs: string[], told: ChapterUpdate['moves']) => {
			const { text } = chapterOf(paragraphs);
			const [place] = placeAll({ edition: 'new', text }, [target], new Map([['old', OLD.text]]));
			return updateOf([annotation as Annotation], text, { placeOf: () => place, told });
		};
		const moved = [second, third, `One thing more. ${first} ${fourth}`];
		const { outcomes, moves } = look(moved, {});
		expect(outcomes).toEqual({ kept: 0, moved: 1, needs: 0 });
		const again = look(['Something new.', ...moved], moves);
		expect(again.outcomes).toEqual({ kept: 1, moved: 0, needs: 0 });
		expect(Object.keys(again.moves)).toEqual(['one']);
		const onward = [`And then, ${first} So it was.`, second, third, fourth];
		expect(look(onward, moves).outcomes).toEqual({ kept: 0, moved: 1, needs: 0 });
	});

	test('told in words', () => {
		expect(sayOutcomes({ kept: 212, moved: 3, needs: 1 })).toBe('212 kept, 3 moved, 1 needs you');
		expect(sayOutcomes({ kept: 1, moved: 0, needs: 2 })).toBe('1 kept, 2 need you');
		expect(sayOutcomes(NO_OUTCOMES)).toBe('');
		const one = { kept: 1, moved: 2, needs: 3 };
		expect(addOutcomes(one, addOutcomes(one, NO_OUTCOMES))).toEqual({
			kept: 2,
			moved: 4,
			needs: 6
		});
	});
});

group('the old paragraph', () => {
	test.each([
		['hardly finished', third],
		['We slept', first],
		['in uniforms.', fourth],
		['ahead of us.\nBut we', `${second}\n${third}`]
	])('of “%s”', (quote, paragraph) => {
		const found = oldParagraph(targetOf(quote), OLD.text)!;
		expect(found.passage).toBe(quote);
		expect(found.before + found.passage + found.after).toBe(paragraph);
	});

	test('of another text is none', () => {
		expect(oldParagraph(targetOf('hardly finished'), 'something else')).toBeNull();
	});
});
