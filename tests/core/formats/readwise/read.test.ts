/** Tables as Readwise, spreadsheets and other apps write them. */
import { expect, test } from 'vitest';
import { fileErrorText } from '$lib/core/formats/file-error-text';
import { readFile } from '$lib/core/formats/read-file';
import { planImport } from '$lib/core/importing/plan';
import { bytesOf, CHAPTERS } from '../library';

const WORDS = 'Everything was quiet; the guard was silent.';

test.each<[string, string]>([
	['columns without a name', `Highlight;Title;Note;;\n"${WORDS}";My Life;cold;;\n`],
	[
		'a line that names the separator',
		`sep=;\r\nHighlight;Title;Note\r\n"${WORDS}";My Life;cold\r\n`
	],
	['a separator that only that line knows', `sep=^\nHighlight^Title^Note\n${WORDS}^My Life^cold\n`],
	['two columns of one name', `Highlight,Title,Note,Note\n${WORDS},My Life,cold,cold\n`],
	['names in capitals, with spaces', ` HIGHLIGHT ,TITLE,NOTE\n${WORDS},My Life,cold\n`]
])('are read with %s', (_, table) => {
	const { format, marks } = readFile(bytesOf(table));
	expect(format).toBe('readwise');
	expect(marks.map(({ quote, note }) => [quote.exact, note])).toEqual([[WORDS, 'cold']]);
});

test('are read in Windows-1252, in which spreadsheets save them', () => {
	const table = `Highlight,Note\n${WORDS},caf\u00e9 \u0093so\u0094\n`;
	const { marks } = readFile(Uint8Array.from(table, (letter) => letter.charCodeAt(0)));
	expect(marks[0].note).toBe('café “so”');
});

test.each<[string, number[]]>([
	['a damaged file in UTF-8', [0xc3, 0xa9, 0xff]],
	['a picture', [0xff, 0xd8, 0x00, 0x10]]
])('are not taken for Windows-1252: %s', (_, bytes) => {
	const head = [...bytesOf('Highlight,Note\n')];
	expect(() => readFile(Uint8Array.from([...head, ...bytes]))).toThrow('not-text');
});

test('say what of a column is not taken', () => {
	const table = `Highlight,Chapter,,Amazon Book ID\n${WORDS},The Exile,my own,B01\nMore.,,,B01\n`;
	expect(
		readFile(bytesOf(table)).refused.map(
			({ code, path, details }) => `${path} ${fileErrorText(code, details)}`
		)
	).toEqual([
		'column “Chapter” is not one that Postil imports: 1 cell left out',
		'column 3 is not one that Postil imports: 1 cell left out'
	]);
});

test('have dates of many forms, and those that can be two days are told of', () => {
	const dates = [
		'2021-01-05 10:30',
		'1/5/2021 10:30',
		'05.01.2021 10:30',
		'"January 5, 2021 10:30 AM"',
		'2021-01-05T10:30:00.000Z',
		'1609842600',
		''
	];
	const rows = dates.map((date, i) => `${WORDS.slice(0, 30 + i)},My Life,${i},${date}`);
	const file = readFile(bytesOf(`Highlight,Title,Location,Date\n${rows.join('\n')}\n`));
	expect(file.marks.map(({ created }) => created)).toEqual(
		dates.map((date) => (date === '' || date.startsWith('1/5') ? null : '2021-01-05T10:30:00.000Z'))
	);
	const plan = planImport(
		file,
		{ annotations: [], snapshots: new Map(), positions: [], preferences: {} },
		CHAPTERS,
		{ now: '2026-11-22T10:00:00.000Z' }
	);
	expect(plan.undated).toHaveLength(2);
});

test.each([
	'Everything was **quiet**; the guard was silent.',
	'Everything was __quiet__; *the guard* was silent.',
	'[Everything was quiet](https://example.org/a_(b)); the `guard` was silent.',
	'> Everything was quiet\\; the guard was silent.'
])('are placed by their words where these are in Markdown: %s', (quote) => {
	const table = `Highlight,Title\n"${quote}",My Life\n`;
	const plan = planImport(
		readFile(bytesOf(table)),
		{ annotations: [], snapshots: new Map(), positions: [], preferences: {} },
		CHAPTERS,
		{ now: '2026-11-22T10:00:00.000Z' }
	);
	expect(plan.notPlaced).toEqual([]);
	expect(plan.write.annotations[0].targets[0].quote.exact).toBe(WORDS);
});
