import { expect, test } from 'vitest';
import { withEndAt, withSteppedEnd, type End, type Step } from '$lib/core/text/moved-end';

const TEXT = 'Mr. Hale came late. He sat down.\nNobody spoke.';
const MARKED = 'came late. He';

function rangeOf(words: string) {
	const start = TEXT.indexOf(words);
	return { start, end: start + words.length };
}

test.each<[End, Step, 1 | -1, string]>([
	['start', 'word', -1, 'Hale came late. He'],
	['start', 'word', 1, 'late. He'],
	['end', 'word', 1, 'came late. He sat'],
	['end', 'word', -1, 'came late'],
	['start', 'sentence', -1, 'Mr. Hale came late. He'],
	['start', 'sentence', 1, 'He'],
	['end', 'sentence', 1, 'came late. He sat down.'],
	['end', 'sentence', -1, 'came late.']
])('The %s moves by a %s (%d)', (end, by, direction, words) => {
	const range = withSteppedEnd(
		rangeOf(MARKED),
		end,
		{ direction, by },
		{ text: TEXT, language: 'en' }
	);
	expect(TEXT.slice(range.start, range.end)).toBe(words);
});

test('An end moves into the next paragraph, not beyond the text, nor past the other end', () => {
	const options = { text: TEXT, language: 'en' };
	const last = rangeOf('Nobody spoke.');
	const further = { direction: 1, by: 'sentence' } as const;
	expect(withSteppedEnd(rangeOf('sat down.'), 'end', further, options).end).toBe(TEXT.length);
	expect(withSteppedEnd(last, 'end', further, options)).toEqual(last);
	expect(withSteppedEnd(last, 'start', further, options)).toEqual(last);
	const word = rangeOf('sat');
	expect(withSteppedEnd(word, 'end', { direction: -1, by: 'word' }, options)).toEqual(word);
});

test.each<[End, string, string]>([
	['start', 'late', 'late. He'],
	['start', ' late', 'late. He'],
	['end', ' down', 'came late. He sat'],
	['end', 'wn.', 'came late. He sat do'],
	['end', 'Mr', MARKED],
	['start', 'Nobody', MARKED]
])('The %s is put before "%s"', (end, before, words) => {
	const range = withEndAt(rangeOf(MARKED), end, TEXT.indexOf(before), TEXT);
	expect(TEXT.slice(range.start, range.end)).toBe(words);
});
