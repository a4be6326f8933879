import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GAP, textFragment } from '$lib/core/text/fragment/text-fragment';
import { findDirective } from './find-directive';
import { PROSE } from '../prose';

/** A page after the one of the web platform's tests: what they ask of a browser, in words of our own. */
const PAGE = [
	'tail end suffix3',
	'The brown hound leapt over the tired cat.',
	'a a b b b c',
	'tick tick tick tock tock tock',
	'tail suffix2',
	'front tail suffix3 finish suffix4 finish suffix5',
	'She held it in one hand and a net.',
	'zzz',
	'she’s gone.',
	'3.5',
	'II',
	'the end'
].join('\n');

/** What stands in the page, from the bar on. */
const after = (marked: string) => {
	const start = PAGE.indexOf(marked.replace('|', '')) + marked.indexOf('|');
	return { start, words: PAGE.slice(start) };
};

// The rules first: that which finds what our addresses say does as the specification says.
describe('The finder of this test', () => {
	test.each<[rule: string, directive: string, found: string | null]>([
		['finds a whole word', 'leapt', '|leapt over'],
		['a prefix begins at a word', 'ound-,leapt', null],
		['a prefix may end within one', 'le-,apt', 'le|apt'],
		['a prefix has to be there', 'nothing-,The brown', null],
		['prefixes overlap', 'tick tick-,tock', 'tick |tock tock tock'],
		['so do those of one letter', 'a a-,b', 'a a |b b b c'],
		['a prefix is no part of the match', 'brown hound-,hound leapt', null],
		['the match stands right behind it', 'brown-,leapt', null],
		['the first prefix is not the only one', 'tick-,tock', 'tick |tock tock tock'],
		['with an end, the start ends a word', 'hound-,lea,over', null],
		['so it does without a suffix', 'hound-,lea', null],
		['with a suffix it need not', 'hound-,lea,-pt', '|leapt over'],
		['without a prefix the start begins a word', 'eapt', null],
		['and ends one', 'lea', null],
		['matches overlap', 'b b,-c', 'b |b b c'],
		['a passage from start to end', 'brown,leapt', '|brown hound'],
		['never from the end to the start', 'leapt,brown', null],
		['an end ends a word', 'brown,lea', null],
		['an end with a suffix need not', 'brown,lea,-pt', '|brown hound'],
		['an end begins a word', 'brown,eapt', null],
		['an end has to be there', 'brown,nothing', null],
		['a suffix stands behind the end', 'brown,leapt,-hound', null],
		['a suffix ends a word', 'brown,-hou', null],
		['a suffix may begin within one', 'br,-own', '|brown hound'],
		['a suffix stands right behind', 'brown,-leapt', null],
		['another match has the suffix', 'tail,-suffix2', '|tail suffix2'],
		['another end has the suffix', 'front-,tail,finish,-suffix5', '|tail suffix3 finish'],
		['a rejected end does not hide the next', 'held,and a', '|held it'],
		['no place within letters', 'z', null],
		['a number is one word', '5', null],
		['a prefix begins at a word in a block too', 'i-,the end', null],
		['parts stand in different blocks', 'II-,the end', '|the end'],
		['more than two words are none', 'a,b,c', null]
	])('%s', (_, directive, found) => {
		const range = findDirective(PAGE, directive);
		expect(range && PAGE.slice(range.start)).toBe(found && after(found).words);
	});

	test('looks over capitals and accents', () => {
		expect(findDirective('Hier le RÉSUMÉ.', 'resume')).toEqual({ start: 8, end: 14 });
	});
});

describe('An address leads a browser', () => {
	test('past the same word with an accent', () => {
		const page = 'The résumé came late.\nNow resume.';
		const at = page.indexOf('resume');
		const directive = textFragment(page, { start: at, end: at + 6 }, 'en')!;
		expect(findDirective(page, directive)).toEqual({ start: at, end: at + 6 });
	});

	const pages = Object.entries(PROSE).map(([language, paragraphs]) => {
		const text = paragraphs.map((sentences) => sentences.join(' ')).join('\n');
		// Everything twice: nothing is told apart by itself. A footnote's number stands here and there.
		const marked = text.replace(/(?<=[.。]) /g, (space, at) => (at % 3 ? space : GAP + space));
		return { language, page: `${marked}\nX. ${text}\n${marked.toUpperCase()}` };
	});

	test.each(pages)('to any passage of a text in $language, or is none', ({ language, page }) => {
		let made = 0;
		fc.assert(
			fc.property(fc.nat(page.length - 1), fc.integer({ min: 1, max: 400 }), (from, length) => {
				const passage = { start: from, end: Math.min(page.length, from + length) };
				const directive = textFragment(page, passage, language);
				if (directive === null) return;
				made++;
				const found = findDirective(page, directive, language);
				expect(found, directive).not.toBeNull();
				// All of its words, and no more than the rest of those in which it begins and ends.
				const blank = new RegExp(`[\\s${GAP}]`);
				let { start, end } = passage;
				while (start < end && blank.test(page[start])) start++;
				while (start < end && blank.test(page[end - 1])) end--;
				expect(found!.start).toBeLessThanOrEqual(start);
				expect(found!.end).toBeGreaterThanOrEqual(end);
				expect(page.slice(found!.start, start)).toMatch(/^\S*$/);
				expect(page.slice(end, found!.end)).toMatch(/^\S*$/);
			}),
			{ numRuns: 300 }
		);
		expect(made).toBeGreaterThan(100); // the rest are not told apart by the words around them
	});
});
