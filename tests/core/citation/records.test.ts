import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CitedWork } from '$lib/core/citation/cited-work';
import { writeRecord } from '$lib/core/citation/records';
import { MY_LIFE } from './my-life';

const DAY = new Date(2026, 10, 7);
const WORK: CitedWork = {
	...MY_LIFE,
	title: 'My Life: 50% & more_{draft}',
	publication: { ...MY_LIFE.publication, identifier: 'ISBN 978-0-486-45609-6' }
};

test('BibTeX', () => {
	expect(writeRecord('bibtex', WORK, DAY)).toBe(
		[
			'@book{trotsky1930,',
			'  author = {Trotsky, Leon},',
			'  title = {{My Life: 50\\% \\& more\\_\\{draft\\}}},',
			'  year = {1930},',
			'  publisher = {Scribner},',
			'  address = {New York},',
			'  translator = {Eastman, Max},',
			'  isbn = {978-0-486-45609-6},',
			'  language = {en},',
			'  url = {https://read.example/my-life/},',
			'  urldate = {2026-11-07}',
			'}',
			''
		].join('\n')
	);
});

test('RIS', () => {
	expect(writeRecord('ris', WORK, DAY).split('\r\n')).toEqual([
		'TY  - BOOK',
		'AU  - Trotsky, Leon',
		'TI  - My Life: 50% & more_{draft}',
		'PY  - 1930',
		'PB  - Scribner',
		'CY  - New York',
		'A4  - Eastman, Max',
		'SN  - 978-0-486-45609-6',
		'LA  - en',
		'UR  - https://read.example/my-life/',
		'Y2  - 2026/11/07',
		'ER  - ',
		''
	]);
});

test('CSL-JSON', () => {
	expect(JSON.parse(writeRecord('csl', WORK, DAY))).toEqual([
		{
			id: 'trotsky1930',
			type: 'book',
			title: WORK.title,
			author: [{ family: 'Trotsky', given: 'Leon' }],
			translator: [{ family: 'Eastman', given: 'Max' }],
			issued: { 'date-parts': [[1930]] },
			publisher: 'Scribner',
			'publisher-place': 'New York',
			ISBN: '978-0-486-45609-6',
			language: 'en',
			URL: 'https://read.example/my-life/',
			accessed: { 'date-parts': [[2026, 11, 7]] }
		}
	]);
});

test('what is not known is left out, and a name without Latin letters gives the key of the folder', () => {
	const bare = { ...WORK, slug: 'daodejing', author: '老子', publication: {} };
	expect(writeRecord('bibtex', bare, DAY)).toMatch(/^@book\{daodejing,/);
	expect(writeRecord('bibtex', bare, DAY)).not.toContain('year');
	expect(writeRecord('ris', bare, DAY)).not.toMatch(/undefined|PY/);
	expect(JSON.parse(writeRecord('csl', bare, DAY))[0].author).toEqual([{ literal: '老子' }]);
	const doi = { ...WORK, publication: { identifier: 'https://doi.org/10.1000/182' } };
	expect(writeRecord('ris', doi, DAY)).toContain('DO  - 10.1000/182');
});

test('no title breaks a record: braces are balanced, and a value has one line', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', minLength: 1 }).filter(isTitle), (title) => {
			const work = { ...WORK, title };
			const tex = writeRecord('bibtex', work, DAY).replace(/\\[\\{}&%$#_]/gu, '');
			expect(tex.split('{').length).toBe(tex.split('}').length);
			expect(writeRecord('ris', work, DAY).split('\r\n')).toHaveLength(13);
			expect(JSON.parse(writeRecord('csl', work, DAY))[0].title).toBe(title);
		})
	);
});

function isTitle(text: string): boolean {
	return text.trim() !== '';
}
