/** Records of *My Clippings* that belong together, and those that only seem to. */
import { expect, test } from 'vitest';
import { fileErrorText } from '$lib/core/formats/file-error-text';
import { readFile } from '$lib/core/formats/read-file';
import { bytesOf } from '../library';

/** Records of one book, each given as its second line and its text. */
const clippings = (...records: [string, string][]) =>
	records
		.map(([info, text]) => `My Life (Leon Trotsky)\r\n- ${info}\r\n\r\n${text}\r\n==========\r\n`)
		.join('');

const read = (...records: [string, string][]) => readFile(bytesOf(clippings(...records)));
const said = (...records: [string, string][]) =>
	read(...records).marks.map(({ quote, note }) => [quote.exact, note]);

test('a note goes to the highlight of its own second, wherever that stands', () => {
	expect(
		said(
			['Your Highlight on page 283-283 | Added on Thursday, June 12, 2025 10:10:00 PM', 'one'],
			['Your Note on page 283 | Added on Thursday, June 12, 2025 10:17:15 PM', 'galoshes'],
			['Your Highlight on page 283-283 | Added on Thursday, June 12, 2025 10:17:15 PM', 'two']
		)
	).toEqual([
		['one', ''],
		['two', 'galoshes']
	]);
});

test('several notes at one location stay, each with its highlight', () => {
	expect(
		said(
			['Your Highlight on Location 3332-3332 | Added on Sunday, 18 December 2022 15:19:56', 'one'],
			['Your Note on Location 3332 | Added on Sunday, 18 December 2022 15:20:10', 'FIRST'],
			['Your Highlight on Location 3332-3332 | Added on Sunday, 18 December 2022 15:30:56', 'two'],
			['Your Note on Location 3332 | Added on Sunday, 18 December 2022 15:31:10', 'SECOND'],
			['Your Note on Location 9000 | Added on Sunday, 18 December 2022 15:32:10', 'alone'],
			['Your Note on Location 9000 | Added on Sunday, 18 December 2022 15:33:10', 'alone too']
		)
	).toEqual([
		['one', 'FIRST'],
		['two', 'SECOND'],
		['', 'alone too']
	]);
});

test('a note that was rewritten loses no word, and one that was continued stands there once', () => {
	const at = (minute: number) =>
		`Your Note on Location 12 | Added on Sunday, 18 December 2022 15:${minute}:00`;
	const { marks, duplicates } = read(
		['Your Highlight on Location 12-12 | Added on Sunday, 18 December 2022 15:10:00', 'words'],
		[at(11), 'So qu'],
		[at(12), 'So quiet'],
		[at(13), 'Loud']
	);
	expect(marks.map(({ note, modified }) => [note, modified])).toEqual([
		['So quiet\n\nLoud', '2022-12-18T15:13:00.000Z']
	]);
	expect(duplicates).toBe(1);
});

test('a short mark within a longer one is a mark', () => {
	const at = 'Added on Sunday, December 18, 2022 03:19:56 PM';
	expect(
		said(
			[`Your highlight on page 12 | ${at}`, 'cold'],
			[`Your highlight on page 12 | ${at}`, 'It was freezing cold. Seryozha had no cap'],
			[`Your highlight on page 12 | ${at}`, 'It was'],
			[`Your highlight on page 13 | ${at}`, 'We continued on our way. I had a fever.']
		)
	).toHaveLength(4);
});

test('what a pen underlined, circled or set an asterisk to is marked, and underlined where it was', () => {
	const at = 'on page 128 | Location 1639-1639 | Added on Saturday, February 8, 2025';
	const { marks, duplicates, refused } = read(
		[`Your Underline ${at} 11:08:54\u202fAM`, 'We continued'],
		[`Your Underline ${at} 11:08:56\u202fAM`, 'We continued on our way.'],
		[`Your Highlight ${at} 11:09:54\u202fAM`, 'We continued on our way.'],
		[`Your Circle ${at} 11:10:54\u202fAM`, 'galoshes'],
		[`Your Asterisk ${at} 11:11:54\u202fPM`, 'a fever']
	);
	expect(marks.map(({ quote, style, created }) => [quote.exact, style, created])).toEqual([
		['We continued on our way.', 'underline', '2025-02-08T11:08:56.000Z'],
		['We continued on our way.', null, '2025-02-08T11:09:54.000Z'],
		['galoshes', null, '2025-02-08T11:10:54.000Z'],
		['a fever', null, '2025-02-08T23:11:54.000Z']
	]);
	expect([duplicates, refused]).toEqual([1, []]);
});

test('a Spanish device calls highlights one word until 2025, and another since', () => {
	const { marks, refused } = read(
		[
			'La subrayado en la posición 16-18 | Añadido el sábado, 12 de agosto de 2023 16:11:03',
			'a fever'
		],
		[
			'Tu resaltado en la página 24 | posición 27-28 | Añadido el jueves, 22 de mayo de 2025 13:38:10',
			'galoshes'
		]
	);
	expect(marks.map(({ kind, quote, created }) => [kind, quote.exact, created])).toEqual([
		['highlight', 'a fever', '2023-08-12T16:11:03.000Z'],
		['highlight', 'galoshes', '2025-05-22T13:38:10.000Z']
	]);
	expect(refused).toEqual([]);
});

test('a highlight that was made longer is one, and knows what it was', () => {
	const first: [string, string] = [
		'Your Highlight on Location 10-11 | Added on Sunday, December 18, 2022 3:19:56 PM',
		'New faces kept flashing'
	];
	const [earlier] = read(first).marks;
	const { marks, duplicates } = read(first, [
		'Your Highlight on Location 10-12 | Added on Monday, December 19, 2022 3:19:56 PM',
		'New faces kept flashing before our eyes'
	]);
	expect(marks.map((mark) => [mark.quote.exact, mark.earlier])).toEqual([
		['New faces kept flashing before our eyes', [earlier.id]]
	]);
	expect(duplicates).toBe(1);
});

test('where an app wrote all marks at once, the newest first, none is a version of another', () => {
	expect(
		said(
			[
				'Your Highlight on Location 10-12 | Added on Monday, 19 December 2022 15:19:56',
				'New faces'
			],
			['Your Highlight on Location 10-11 | Added on Sunday, 18 December 2022 15:19:56', 'New']
		)
	).toHaveLength(2);
});

test('marks of the same words at one place are one, with all notes', () => {
	expect(
		said(
			['Your Highlight on Location 1-1 | Added on Monday, 19 December 2022 15:19:56', 'words'],
			['Your Note on Location 1 | Added on Monday, 19 December 2022 15:19:56', 'b'],
			['Your Highlight on Location 1-1 | Added on Sunday, 18 December 2022 15:19:56', 'words'],
			['Your Note on Location 1 | Added on Sunday, 18 December 2022 15:19:56', 'a']
		)
	).toEqual([['words', 'b\n\na']]);
});

test.each([
	'You have reached the clipping limit for this item',
	'Has alcanzado el límite de recortes',
	'Vous avez atteint la limite',
	'您已达到本内容的剪贴上限',
	'このアイテムに設定されたクリップの上限に達しました'
])('the sentence that a device puts in the place of words is not among them: %s', (limit) => {
	const { marks, refused } = read(
		[
			'Your Highlight on Location 10-12 | Added on Sunday, 18 December 2022 15:19:56',
			`L.D. was <${limit}>`
		],
		['Your Highlight on Location 20-22 | Added on Sunday, 18 December 2022 15:29:56', ` <${limit}>`]
	);
	expect(marks.map(({ quote }) => quote.exact)).toEqual(['L.D. was']);
	expect(refused.map(({ code, path }) => `${path} ${fileErrorText(code)}`)).toEqual([
		'line 6 has no words: the device had reached its limit for clippings'
	]);
});

// As its translators word the lines; what is in no list of ours yet is refused, and said.
test.each([
	[
		'French',
		'Votre surlignage sur la page 12 | Ajoutée le',
		'- Votre note sur la page 12 | Ajoutée le'
	],
	[
		'German',
		'- Ihre Markierung auf Seite 12 | Hinzugefügt am',
		'- Ihre Notiz auf Seite 12 | Hinzugefügt am'
	],
	['Hungarian', '- Az Ön kiemelése: 12 oldal | Hozzáadva', '- Az Ön jegyzete 12 oldal | Hozzáadva'],
	[
		'Polish',
		'- Twoje zaznaczenie na stronie 12 | Dodano',
		'- Twoja notatka na stronie 12 | Dodano'
	],
	[
		'Portuguese',
		'- Seu destaque na página 12 | Adicionado:',
		'- Sua nota na página 12 | Adicionado'
	],
	['Russian', '- Выделение на странице 12 | Добавлено к', '- Заметка на странице 12 | Добавлена к'],
	[
		'Spanish',
		'- El subrayado de la página 12 | Añadido el',
		'- La nota de la página 12 | Añadida el'
	],
	['Turkish', '- 12 sayfasındaki vurgulamanız | Eklenme', '- 12 sayfasındaki notunuz, eklenme']
])('what KOReader exports in %s is read, notes with their highlights', (_, highlight, note) => {
	const record = (info: string, date: string, text: string) =>
		`My Life\n${info} Friday, August ${date} PM\n\n${text}\n==========\n`;
	const first = record(highlight, '14, 2026 10:30:00', 'galoshes');
	const file = first + record(highlight, '14, 2026 11:30:00', 'A fever');
	const { marks, refused } = readFile(bytesOf(file + record(note, '14, 2026 11:30:00', 'mine')));
	expect(marks.map(({ kind, quote, note, created }) => [kind, quote.exact, note, created])).toEqual(
		[
			['highlight', 'galoshes', '', '2026-08-14T22:30:00.000Z'],
			['highlight', 'A fever', 'mine', '2026-08-14T23:30:00.000Z']
		]
	);
	expect(marks[1].origin.location).toBe(highlight.split(' |')[0].replace(/^- /, ''));
	expect(refused).toEqual([]);
	expect(readFile(bytesOf(first)).marks).toHaveLength(1);
});

const RECORD = clippings([
	'Your Highlight on Location 12-12 | Added on Sunday, 18 December 2022 15:10:00',
	'words'
]);

test.each([
	['a line that ends a record at its beginning', `==========\r\n${RECORD}${RECORD}`],
	['two of them in a row', `${RECORD}==========\r\n${RECORD}`],
	['empty lines before a title', `${RECORD}\r\n\r\n${RECORD}`],
	['a byte order mark and an empty line', `\ufeff\r\n${RECORD}${RECORD}`],
	['empty lines at its end', `${RECORD}${RECORD}\r\n \r\n`]
])('a file with %s is read whole, and nothing in it is called a fault', (_, text) => {
	const { marks, duplicates, refused } = readFile(bytesOf(text));
	expect(marks.map(({ quote, origin }) => [quote.exact, origin.title])).toEqual([
		['words', 'My Life']
	]);
	expect([duplicates, refused]).toEqual([1, []]);
});

test('a record whose title is empty keeps its words', () => {
	const { marks, refused } = readFile(bytesOf(`\r\n${RECORD.replace(/^.*\r\n/, '\r\n')}`));
	expect(marks.map(({ quote, origin }) => [quote.exact, origin.title])).toEqual([['words', '']]);
	expect(refused).toEqual([]);
});
