import { describe, expect, test } from 'vitest';
import { NO_OPTIONS, parseQuery } from '$lib/core/search/query';

describe('A query', () => {
	test.each<[typed: string, terms: string[]]>([
		['Guetier', ['guetier']],
		['  the   letter ', ['the', 'letter']],
		['the the The', ['the']],
		['"the letter" Guétier', ['the letter', 'guetier']],
		['“the letter” „von gestern“ «d’hier»', ['the letter', 'von gestern', "d'hier"]],
		['「道可道」', ['道可道']],
		['say "the let', ['say', 'the let']],
		['""', ['""']],
		['"', ['"']],
		['', []],
		[' \n\t ', []],
		['(((((', ['(((((']],
		['.* [a-z]+ \\', ['.*', '[a-z]+', '\\']],
		['道可道', ['道可道']],
		['שָׁלוֹם', ['שלום']],
		['😀', ['😀']],
		['\ud83d', ['\ud83d']]
	])('%j', (typed, terms) => {
		expect(parseQuery(typed, NO_OPTIONS).terms).toEqual(terms);
	});

	test('of very many words is one phrase', () => {
		const pasted = Array.from({ length: 2000 }, (_, index) => `w${index}`).join(' ');
		expect(parseQuery(pasted, NO_OPTIONS).terms).toEqual([pasted]);
	});

	test('tells apart what it is told to', () => {
		const options = { wholeWords: true, case: true, accents: true };
		expect(parseQuery('Émigré', options)).toEqual({ ...options, terms: ['Émigré'] });
	});
});
