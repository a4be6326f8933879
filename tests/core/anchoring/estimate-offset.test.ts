import { describe as group, expect, test } from 'vitest';
import { estimateOffset } from '$lib/core/anchoring/estimate-offset';
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
const [first, second, third, fourth] = PARAGRAPHS;
const QUOTE = 'still two days ahead';
const start = OLD.text.indexOf(QUOTE);
const target = describe(
	OLD.text,
	{ start, end: start + QUOTE.length },
	{ work: 'w', chapter: 'c', edition: 'old', blocks: OLD.blocks }
);

group('a passage that is gone is looked for', () => {
	test.each<[string, string[], string | null, string]>([
		['in its paragraph', [first, second.replace(QUOTE, ''), third, fourth], OLD.text, 'The wife'],
		['beside its paragraph', [fourth, third, 'New. '.repeat(9)], OLD.text, 'But we'],
		['without the old text, beside its words', [first, second.replace(QUOTE, '')], null, 'of us.']
	])('%s', (_, paragraphs, snapshot, near) => {
		const { text } = chapterOf(paragraphs);
		const at = estimateOffset({ edition: 'new', text }, target, snapshot)!;
		expect(Math.abs(at - text.indexOf(near))).toBeLessThan(near === 'of us.' ? 80 : 1);
	});

	test('nowhere in another text', () => {
		expect(
			estimateOffset({ edition: 'new', text: 'Something else.' }, target, OLD.text)
		).toBeNull();
	});
});
