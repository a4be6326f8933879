import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	partsOf,
	sentenceAt,
	spokenSentences,
	wordsOfPart,
	type LanguagePassage
} from '$lib/core/listening/spoken-text';
import { joinBlocks } from '$lib/core/text/chapter-text';

const { text, blocks } = joinBlocks([
	{ id: 'p1', text: 'The Exile' },
	{ id: 'p2', text: 'He said: “Stop!” and went. It was St. Mary’s.' },
	{ id: 'p3', text: '* * *' },
	{ id: 'p4', text: 'The end' },
	{ id: 'note-1', text: 'A footnote.' }
]);
const sentences = spokenSentences(text, blocks, 'en');
const wordsOf = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

describe('What is read aloud', () => {
	test('is each sentence and heading, without rules and without footnotes', () => {
		expect(sentences.map(wordsOf)).toEqual([
			'The Exile',
			'He said: “Stop!” and went.',
			'It was St. Mary’s.',
			'The end'
		]);
	});

	test.each([
		['within a sentence, with all of it', 'Stop', 'He said: “Stop!” and went.'],
		['between two, with the next', ' It was', 'It was St. Mary’s.'],
		['on a rule, with what follows', '* *', 'The end'],
		['in a footnote, with the last there is', 'footnote', 'The end']
	])('begins %s', (_, at, first) => {
		expect(wordsOf(sentences[sentenceAt(sentences, text.indexOf(at))])).toBe(first);
	});

	test('is nothing where there is nothing to read', () => {
		const empty = joinBlocks([{ id: 'p1', text: '* * *' }]);
		expect(sentenceAt(spokenSentences(empty.text, empty.blocks, 'en'), 0)).toBe(-1);
	});
});

/** The parts of a text of one sentence, as their languages and words. */
function cut(words: string, foreign: Record<string, string> = {}, longest = 1000): string[] {
	const passages = Object.entries(foreign).map(([quote, language]): LanguagePassage => {
		const start = words.indexOf(quote);
		return { start, end: start + quote.length, language };
	});
	const sentence = { start: 0, end: words.length };
	return partsOf(words, sentence, { language: 'en', passages, longest }).map(
		(part) => `${part.language}: ${wordsOfPart(words, part)}`
	);
}

describe('A sentence is cut', () => {
	test.each<[name: string, words: string, foreign: Record<string, string>, parts: string[]]>([
		['not at all', 'All of it is one.', {}, ['en: All of it is one.']],
		[
			'where the language changes, and no sign is spoken alone',
			'He said “c’est la vie”.',
			{ 'c’est la vie': 'fr' },
			['en: He said “', 'fr: c’est la vie”.']
		],
		[
			'by the inner language of two',
			'Il dit: good day, adieu',
			{ 'Il dit: good day, adieu': 'fr', 'good day': 'en' },
			['fr: Il dit:', 'en: good day,', 'fr: , adieu']
		]
	])('%s', (_, words, foreign, parts) => {
		const spoken = cut(words, foreign);
		expect(spoken.map((part) => part.replace(/[“”.,]+$/, '').trim())).toEqual(
			parts.map((part) => part.replace(/[“”.,]+$/, '').trim())
		);
	});

	test.each<[name: string, words: string, longest: number, parts: string[]]>([
		[
			'at a semicolon before a comma',
			'One, two; three, four five',
			20,
			['One, two;', 'three, four five']
		],
		['at a comma before a space', 'One two three, four', 16, ['One two three,', 'four']],
		['at a space', 'One two three four', 10, ['One two', 'three four']],
		['where there is no space', '一二三四五', 2, ['一二', '三四', '五']],
		['never within a letter of two units', '𐐀𐐀', 3, ['𐐀', '𐐀']]
	])('where it is too long, %s', (_, words, longest, parts) => {
		expect(cut(words, {}, longest)).toEqual(parts.map((part) => `en: ${part}`));
	});

	test('and nothing of it is lost, twice or too long', () => {
		fc.assert(
			fc.property(
				fc.string({ minLength: 1, maxLength: 200 }).map((words) => `a${words}`),
				fc.integer({ min: 3, max: 50 }),
				(words, longest) => {
					const sentence = { start: 0, end: words.length };
					const parts = partsOf(words, sentence, { language: 'en', passages: [], longest });
					expect(parts.map(({ start, end }) => words.slice(start, end)).join('')).toBe(words);
					for (const { start, end } of parts) expect(end - start).toBeLessThanOrEqual(longest);
				}
			)
		);
	});
});
