import { describe, expect, test } from 'vitest';
import { sentencesOf, wordsOf } from '$lib/core/text/sentences';

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

	test('text without spaces', () => {
		expect(cut('道可道，非常道。名可名，非常名。', 'zh')).toEqual([
			'道可道，非常道。',
			'名可名，非常名。'
		]);
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
