import { describe, expect, test } from 'vitest';
import { sentencesOf, wordsOf } from '$lib/core/text/sentences';
import { PROSE } from './prose';

const cut = (text: string, language = 'en') =>
	sentencesOf(text, language).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
	test.each<[string, string, string[]]>([
		['two sentences', 'It was dark. We sat.', ['It was dark.', 'We sat.']],
		[
			'initials before a name',
			'Friends came. F.A. Guetier, our doctor, was naive. He left.',
			['Friends came.', 'F.A. Guetier, our doctor, was naive.', 'He left.']
		],
		[
			'initials as a name',
			'‘Nonsense,’ L.D. replied calmly. He sat.',
			['‘Nonsense,’ L.D. replied calmly.', 'He sat.']
		],
		['initials apart', 'It was L. D. Trotsky. So.', ['It was L. D. Trotsky.', 'So.']],
		['a signature', 'N.I. SEDOVA-TROTSKAYA.”', ['N.I. SEDOVA-TROTSKAYA.”']],
		[
			'an abbreviation that ends one',
			'Agents of the GPU. They left.',
			['Agents of the GPU.', 'They left.']
		],
		['blocks', 'One line\nand another. End', ['One line', 'and another.', 'End']],
		['empty blocks', '\n\nA.\n', ['A.']],
		['nothing', '', []]
	])('%s', (_, text, sentences) => {
		expect(cut(text)).toEqual(sentences);
	});

	test.each<[string, string, string[]]>([
		['zh', '道可道，非常道。名可名，非常名。', ['道可道，非常道。', '名可名，非常名。']],
		['zh', '她走了。“好。”他笑了。', ['她走了。', '“好。”', '他笑了。']],
		['ja', '「行け！」と彼は言った。「はい。」', ['「行け！」と彼は言った。', '「はい。」']]
	])('text without spaces (%s): %s', (language, text, sentences) => {
		expect(cut(text, language)).toEqual(sentences);
	});

	test.each(
		Object.entries(PROSE).flatMap(([language, paragraphs]) =>
			paragraphs.map((sentences) => [language, sentences[0], sentences] as const)
		)
	)('prose (%s): %s', (language, _, sentences) => {
		expect(cut(sentences.join(' '), language)).toEqual(sentences);
	});

	test.each<[string, string, string[]]>([
		['an ellipsis within one', 'Well... I never. He sat.', ['Well... I never.', 'He sat.']],
		[
			'an ellipsis at its end',
			'It rained ... The door slammed.',
			['It rained ...', 'The door slammed.']
		],
		['no capitals', 'oh! what a day? yes', ['oh!', 'what a day?', 'yes']],
		['a numbered line', '1. The beginning was late.', ['1. The beginning was late.']],
		['a language without rules', 'A. B. Čapek přišel. Odešel.', ['A. B. Čapek přišel.', 'Odešel.']]
	])('%s', (_, text, sentences) => {
		expect(cut(text, text.includes('Č') ? 'cs' : 'en')).toEqual(sentences);
	});
});

describe('wordsOf', () => {
	test('leaves out spaces and punctuation', () => {
		const text = 'Don’t talk,\n‘Kishkin’!';
		expect(wordsOf(text, 'en').map(({ start, end }) => text.slice(start, end))).toEqual([
			'Don’t',
			'talk',
			'Kishkin'
		]);
	});
});
