import { describe, expect, test } from 'vitest';
import { GAP, textFragment } from '$lib/core/text/fragment/text-fragment';

/** The directive for the passage between the brackets, decoded so that it can be read. */
function fragment(marked: string, language = 'en'): string | null {
	const start = marked.indexOf('[');
	const end = marked.indexOf(']') - 1;
	const written = textFragment(marked.replace(/[[\]]/g, ''), { start, end }, language);
	return written && decodeURIComponent(written);
}

describe('The text fragment', () => {
	test.each<[name: string, marked: string, text: string | null]>([
		['of words that stand there once', 'We sat in [the dark] and waited.', 'the dark'],
		[
			'of a repeated word has context',
			'In the dark the train\nstood. We heard [the] bell toll twice.',
			'stood. We heard-,the,-bell toll twice'
		],
		['looks over capitals', 'The end. This is [the] end.', 'end. This is-,the,-end'],
		[
			'of half a word in another has context too',
			'In another town [other] rules hold.',
			'In another town-,other,-rules hold'
		],
		[
			'grows its context as far as it must',
			'I sat and ate my bread alone. You sat and ate my [bread] alone.',
			'alone. You sat and ate my-,bread,-alone'
		],
		['is widened to whole words', 'He was adv[ising na]ively.', 'advising naively'],
		[
			'of a long passage is its two ends',
			'Now [one two three four five six seven eight nine ten eleven] end.',
			'one two three four five,seven eight nine ten eleven'
		],
		['of two blocks is its two ends', 'It [began here.\nIt ended] there.', 'began here.,It ended'],
		[
			'does not cross a footnote mark',
			`He [came${GAP}, and left${GAP}] at once.`,
			'came,, and left'
		],
		['has no context beyond a footnote mark', `A bell. A${GAP} [bell] tolled.`, 'bell,-tolled'],
		[
			'at the beginning of a block has the block before',
			'Yes.\nShe said no.\n[Yes.]\nHe wept.',
			'She said no.-,Yes.,-He wept'
		],
		['is none where nothing tells it apart', `bell${GAP}[bell]${GAP}bell`, null],
		['is none of white space', 'A[ ]b', null],
		[
			'of a long passage looks to its end',
			'x [a b c d e f g h i j k l m n] o',
			'a b c d e,j k l m n'
		]
	])('%s', (_, marked, text) => {
		expect(fragment(marked)).toBe(text);
	});

	test('keeps Chinese words whole', () => {
		expect(fragment('道可道，非常[道]。名可名，非常名。', 'zh')).toMatch(/-,道,-/);
	});

	test('encodes what has a meaning in an address', () => {
		expect(textFragment('A well-known, R&D town', { start: 2, end: 22 }, 'en')).toBe(
			'well%2Dknown%2C%20R%26D%20town'
		);
	});
});
