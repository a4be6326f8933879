import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRow, parseTable } from '$lib/core/formats/csv';

const cellsOf = (text: string, separator?: string) =>
	parseTable(text, separator).map(({ cells }) => cells);

describe('A table', () => {
	test.each<[string, string, string[][]]>([
		[
			'plain cells',
			'a,b\nc,d\n',
			[
				['a', 'b'],
				['c', 'd']
			]
		],
		[
			'lines of Windows, and no last line end',
			'a,b\r\nc,d',
			[
				['a', 'b'],
				['c', 'd']
			]
		],
		[
			'lines of old Macs',
			'a,b\rc,d',
			[
				['a', 'b'],
				['c', 'd']
			]
		],
		['quotes, separators and line ends in quotes', '"a ""b"", c\n d",e', [['a "b", c\n d', 'e']]],
		['a quote inside a cell', 'a "b" c,d', [['a "b" c', 'd']]],
		['text behind a closing quote', '"a"b,c', [['ab', 'c']]],
		['a quote that never ends', 'a,"b\nc', [['a', 'b\nc']]],
		[
			'empty cells, but no empty lines',
			',\n\n,a\n',
			[
				['', ''],
				['', 'a']
			]
		],
		['nothing', '', []]
	])('is read: %s', (_, text, rows) => expect(cellsOf(text)).toEqual(rows));

	test('tells the line in which each row begins', () => {
		expect(parseTable('a\n"b\n\nc"\r\nd\n\ne').map(({ line }) => line)).toEqual([1, 2, 5, 7]);
	});

	test('comes back as it was written, with any separator', () => {
		const cell = fc.oneof(
			fc.string({ unit: 'grapheme' }),
			fc.constantFrom('=1+1', "'=1", '"', '\r\n', '\t', '@a', "''-")
		);
		const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 5 });
		fc.assert(
			fc.property(rows, fc.constantFrom(',', '\t', ';'), (written, separator) => {
				const text = written.map((row) => formatRow(row, separator)).join('');
				expect(cellsOf(text, separator)).toEqual(written);
			})
		);
	});
});
