import { describe, expect, test } from 'vitest';
import { readNames, turned, withInitials, type CitedPassage } from '$lib/core/citation/cited-work';
import { citePassage, noteOf } from '$lib/core/citation/styles';
import { MY_LIFE } from './my-life';

const PASSAGE: CitedPassage = {
	work: MY_LIFE,
	chapter: 'The Exile',
	block: 'p12',
	address: 'https://read.example/my-life/43/#p12',
	quote: 'We sat in the dark.',
	accessed: new Date(2026, 10, 27)
};
const bare = { ...PASSAGE, work: { ...PASSAGE.work, publication: {} } };

describe('a citation of a work whose publication is known', () => {
	test.each([
		[
			'mla',
			'“We sat in the dark.” (Trotsky, par. 12)\n\n' +
				'Trotsky, Leon. “The Exile.” My Life, translated by Max Eastman, Scribner, 1930, ' +
				'https://read.example/my-life/43/#p12. Accessed 27 Nov. 2026.'
		],
		[
			'chicago',
			'“We sat in the dark.”\n\n' +
				'Leon Trotsky, “The Exile,” in My Life, trans. Max Eastman (New York: Scribner, 1930), ' +
				'par. 12, https://read.example/my-life/43/#p12.'
		],
		[
			'apa',
			'“We sat in the dark.” (Trotsky, 1930, “The Exile,” para. 12)\n\n' +
				'Trotsky, L. (1930). My Life (M. Eastman, Trans.). Scribner. https://read.example/my-life/43/#p12'
		]
	] as const)('%s', (style, text) => {
		expect(citePassage(style, PASSAGE)).toBe(text);
	});
});

describe('a citation of a work of which only author and title are known', () => {
	test.each([
		[
			'mla',
			'Trotsky, Leon. “The Exile.” My Life, https://read.example/my-life/43/#p12. Accessed 27 Nov. 2026.'
		],
		[
			'chicago',
			'Leon Trotsky, “The Exile,” in My Life, par. 12, https://read.example/my-life/43/#p12.'
		],
		['apa', 'Trotsky, L. (n.d.). My Life. https://read.example/my-life/43/#p12']
	] as const)('%s', (style, entry) => {
		expect(citePassage(style, bare).split('\n\n')[1]).toBe(entry);
	});
});

test('of several authors all are named, of many the first in MLA', () => {
	const by = (author: string) => ({ ...bare, work: { ...bare.work, author } });
	expect(citePassage('mla', by('Ann Lee and Bo Ray'))).toContain('(Lee and Ray, par. 12)');
	expect(citePassage('mla', by('Ann Lee and Bo Ray'))).toContain('\n\nLee, Ann and Bo Ray. “');
	expect(citePassage('mla', by('Ann Lee; Bo Ray; Cy Fox'))).toContain('\n\nLee, Ann, et al. “');
	expect(citePassage('apa', by('Ann Lee and Bo Ray'))).toContain('\n\nLee, A., & Ray, B. (n.d.).');
	expect(citePassage('chicago', by('Ann Lee; Bo Ray; Cy Fox'))).toContain(
		'\n\nAnn Lee, Bo Ray, and Cy Fox, “'
	);
});

test('a footnote is cited by its number, and words that are quoted already get no more marks', () => {
	const note = { ...bare, block: 'note-3-2', quote: '“Dear friend,' };
	expect(citePassage('mla', note)).toContain('“Dear friend, (Trotsky, note 3)');
	expect(citePassage('chicago', note)).toContain('My Life, note 3,');
});

test.each([
	['Leon Trotsky', 'Trotsky, Leon', 'Trotsky, L.'],
	['Trotsky, Leon', 'Trotsky, Leon', 'Trotsky, L.'],
	['Ludwig van Beethoven', 'van Beethoven, Ludwig', 'van Beethoven, L.'],
	['Jean-Paul Sartre', 'Sartre, Jean-Paul', 'Sartre, J.-P.'],
	['F.A. Guetier', 'Guetier, F.A.', 'Guetier, F.'],
	['Homer', 'Homer', 'Homer'],
	['老子', '老子', '老子'],
	['村上 春樹', '村上 春樹', '村上 春樹']
])('%s is turned round as %s, and with initials as %s', (name, reversed, initials) => {
	const [read] = readNames(name);
	expect(turned(read)).toBe(reversed);
	expect(withInitials(read)).toBe(initials);
});

test.each([
	[
		'The Exile',
		'Leon Trotsky, “The Exile,” in My Life, trans. Max Eastman (New York: Scribner, 1930)'
	],
	[null, 'Leon Trotsky, My Life, trans. Max Eastman (New York: Scribner, 1930)']
])('what %j of a work is, without a passage', (chapter, note) => {
	expect(noteOf(MY_LIFE, chapter)).toBe(note);
});
