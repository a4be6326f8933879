import { expect, test } from 'vitest';
import { findFaults } from '../make-chapter';

test.each<[string, string, RegExp]>([
	[
		'a year that begins a paragraph',
		'a\n\n1984. It was a year.',
		/^3 {2}“1984\.” begins a list.*1984\\\./
	],
	['years, one after the other', '1984. A\n1985. B', /“1984\.” begins a list/],
	['a date that begins a paragraph', '12. May we left.', /“12\.” begins a list/],
	[
		'a list that leaves numbers out',
		'1. a\n3. b',
		/^2 {2}the list would be shown with 2 in the place of 3/
	],
	['a list backwards', '3. a\n2. b', /would be shown with 4 in the place of 2/],
	[
		'a heading made by a section break',
		'The last line.\n---\nMore.',
		/^1 {2}the line of dashes below/
	],
	['… in a quotation', '> a\n> ---', /the line of dashes below/],
	['a heading without words', '# \n\na', /^1 {2}a heading has no words/],
	['a link without words', 'a [](https://example.org)', /^1 {2}a link has no words/],
	['a quotation without words', '>\n\na', /^1 {2}a quotation has no words/],
	[
		'code that does not end',
		'a\n\n```\nb\n\nc',
		/^3 {2}the block of code that ``` begins does not end/
	],
	['a line of tildes', 'Heading\n~~~~', /the block of code that ~~~~ begins/],
	['a row with more cells', '| a |\n|---|\n| b | c |', /^3 {2}a row has 2 cells, the first one 1/]
])('reported: %s', (_, markdown, fault) => {
	expect(findFaults(markdown)[0]).toMatch(fault);
});

test.each([
	['1. a\n2. b\n3. c'],
	['1. a\n1. b'],
	['1. a\n\nwords\n\n2. b\n\nwords\n\n3. c'],
	['3. a\n4. b'],
	['a\n\n---\n\nb'],
	['Heading\n==='],
	['```\ncode\n```'],
	['> ~~~ js\n> code\n> ~~~~'],
	['| a | b |\n|---|---|\n| c |']
])('taken as it is: %j', (markdown) => {
	expect(findFaults(markdown)).toEqual([]);
});
