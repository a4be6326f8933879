import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	BLOCK_SEPARATOR,
	blockAt,
	isIgnored,
	isSpace,
	joinBlocks,
	normalize
} from '$lib/core/text/chapter-text';

// Letters, pairs, every kind of white space, and what leaves no trace.
const UNITS = ['a', 'é', '字', '𝒳', '\u0301', ' ', '\n', '\t', '\u00a0', '\u2009', '\u3000'];
const NOTHING = ['\u00ad', '\u200b', '\ufeff', '\u2060'];
const raw = fc.string({ unit: fc.constantFrom(...UNITS, ...NOTHING) });
const blockTexts = fc.array(raw.map(normalize).filter((text) => text !== ''));
const toBlocks = (texts: string[]) => texts.map((text, index) => ({ id: `p${index + 1}`, text }));

describe('A block’s text', () => {
	test.each([
		['runs of white space', 'a \n\t b', 'a b'],
		['no-break, thin and wide spaces', 'a\u00a0b\u2009\u3000c', 'a b c'],
		['both ends', '\n a \u00a0', 'a'],
		['soft hyphens and their like', 'e\u00adx\u200bi\ufeffl\u2060e', 'exile'],
		['white space around them', 'a \u00ad b', 'a b'],
		['joiners, which are read', 'می\u200cخواهم\u200d', 'می\u200cخواهم\u200d'],
		['nothing folded', 'ﬁn “A” – e\u0301', 'ﬁn “A” – e\u0301'],
		['nothing but space', ' \u00ad\n', ''],
		['nothing', '', '']
	])('has %s in order', (_, given, text) => {
		expect(normalize(given)).toBe(text);
	});

	test('is its own', () => {
		fc.assert(
			fc.property(raw, (given) => {
				expect(normalize(normalize(given))).toBe(normalize(given));
			})
		);
	});

	test('has single spaces, between words, and no separator', () => {
		fc.assert(
			fc.property(raw, (given) => {
				expect(normalize(given)).not.toMatch(/^\s|\s$|\s\s|[^\S ]/u);
			})
		);
	});

	test('has every unit that is neither ignored nor a space, in order', () => {
		const words = (text: string) =>
			text
				.split('')
				.filter((unit) => !isIgnored(unit) && !isSpace(unit))
				.join('');
		fc.assert(
			fc.property(raw, (given) => {
				expect(words(normalize(given))).toBe(words(given));
			})
		);
	});
});

describe('A chapter’s text', () => {
	test('is its blocks, a line each', () => {
		expect(joinBlocks(toBlocks(['One two.', 'Three.']))).toEqual({
			text: 'One two.\nThree.',
			blocks: [
				{ id: 'p1', start: 0, end: 8 },
				{ id: 'p2', start: 9, end: 15 }
			]
		});
	});

	test('of no blocks is empty', () => {
		expect(joinBlocks([])).toEqual({ text: '', blocks: [] });
	});

	test('gives every block back where it says it stands', () => {
		fc.assert(
			fc.property(blockTexts, (texts) => {
				const { text, blocks } = joinBlocks(toBlocks(texts));
				expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual(texts);
				expect(text.split(BLOCK_SEPARATOR).filter(Boolean)).toEqual(texts);
			})
		);
	});
});

describe('The block at an offset', () => {
	const { blocks } = joinBlocks(toBlocks(['One two.', 'Three.']));

	test.each([
		[-1, undefined],
		[0, 'p1'],
		[7, 'p1'],
		[8, 'p1'], // the separator
		[9, 'p2'],
		[15, 'p2'],
		[16, undefined]
	])('%d is %s', (offset, id) => {
		expect(blockAt(blocks, offset)?.id).toBe(id);
	});

	test('is none in a text without blocks', () => {
		expect(blockAt([], 0)).toBeNull();
	});

	test('is the one that a walk through all finds', () => {
		fc.assert(
			fc.property(blockTexts, fc.integer({ min: -2, max: 60 }), (texts, offset) => {
				const { blocks } = joinBlocks(toBlocks(texts));
				const walked = blocks.find(({ start, end }) => offset >= start && offset <= end);
				expect(blockAt(blocks, offset)).toBe(walked ?? null);
			})
		);
	});
});
