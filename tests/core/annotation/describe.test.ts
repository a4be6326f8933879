import { describe as group, expect, test } from 'vitest';
import { describe } from '$lib/core/annotation/describe';
import { joinBlocks } from '$lib/core/text/chapter-text';
import { processorTime } from '../../growth';

const chapter = (...texts: string[]) => {
	const { text, blocks } = joinBlocks(texts.map((each, n) => ({ id: `p${n + 1}`, text: each })));
	return { text, at: { work: 'w', chapter: 'c', edition: 'e', blocks } };
};

group('describe', () => {
	test('writes down the words, 64 units around them, and the blocks they touch', () => {
		const { text, at } = chapter(
			'a'.repeat(50) + ' first',
			'second block',
			'third ' + 'z'.repeat(100)
		);
		const start = text.indexOf('first');
		const end = text.indexOf('second') + 'second'.length;
		expect(describe(text, { start, end }, at)).toEqual({
			work: 'w',
			chapter: 'c',
			edition: 'e',
			norm: 1,
			start,
			end,
			blocks: ['p1', 'p2'],
			quote: {
				exact: 'first\nsecond',
				prefix: 'a'.repeat(50) + ' ',
				suffix: text.slice(end, end + 64)
			}
		});
	});

	test.each([
		['a refrain', 'O sweet and far from cliff and scar the horns of Elfland faintly blowing. '],
		['one letter', 'a'],
		['a word', 'bugle ']
	])('grows the context until it is unique, in a text of nothing but %s', (_, refrain) => {
		const { text, at } = chapter(refrain.repeat(40).trim());
		const start = refrain.length * 17;
		const { quote } = describe(text, { start, end: start + refrain.length }, at);
		const words = quote.prefix + quote.exact + quote.suffix;
		expect(text.indexOf(words)).toBe(start - quote.prefix.length);
		expect(text.indexOf(words, start - quote.prefix.length + 1)).toBe(-1);
	});

	test('is quick with a megabyte of repetition', () => {
		const { text, at } = chapter('so it goes, '.repeat(90_000).trim());
		const begun = processorTime();
		describe(text, { start: 600_000, end: 600_040 }, at);
		expect(processorTime() - begun).toBeLessThan(2000);
	});

	test('cuts no surrogate pair, neither at the context nor at the passage', () => {
		const { text, at } = chapter('😀'.repeat(40) + 'x' + '🎈'.repeat(40));
		const { quote } = describe(text, { start: 80, end: 81 }, at);
		expect([quote.prefix.length, quote.suffix.length]).toEqual([64, 64]);
		const odd = describe(text, { start: 79, end: 82 }, at);
		expect(odd.quote.exact).toBe('😀x🎈');
		expect([odd.start, odd.end]).toEqual([78, 83]);
		const shifted = describe(
			'y' + text,
			{ start: 81, end: 82 },
			{ ...at, blocks: [{ id: 'p1', start: 0, end: 162 }] }
		);
		for (const part of [shifted.quote.prefix, shifted.quote.suffix]) {
			expect(() => encodeURIComponent(part)).not.toThrow(); // a half of a pair has no UTF-8
		}
	});

	test.each([
		['empty', 3, 3],
		['backwards', 4, 3],
		['before the text', -1, 3],
		['beyond the text', 0, 99],
		['of fractions', 0.5, 3],
		['not a number', NaN, 3]
	])('refuses a range that is %s', (_, start, end) => {
		const { text, at } = chapter('some text');
		expect(() => describe(text, { start, end }, at)).toThrow(RangeError);
	});

	test('refuses a range in no block', () => {
		const { text, at } = chapter('some text');
		expect(() => describe(text, { start: 0, end: 4 }, { ...at, blocks: [] })).toThrow(RangeError);
	});
});
