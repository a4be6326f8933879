import { describe, expect, test } from 'vitest';
import type { Annotation } from '$lib/core/annotation/annotation';
import { planImport, type ImportPlan, type LocalData } from '$lib/core/importing/plan';
import { fileErrorText } from '$lib/core/formats/file-error-text';
import { readFile } from '$lib/core/formats/read-file';
import { bytesOf, CHAPTERS, fixture } from './library';

const NOW = '2026-11-22T10:00:00.000Z';
const AT = '001a20000000c-0000-phone';
const EMPTY: LocalData = { annotations: [], snapshots: new Map(), positions: [], preferences: {} };

const plan = (name: string, mine = EMPTY): ImportPlan =>
	planImport(readFile(fixture(name)), mine, CHAPTERS, { now: NOW });

const after = ({ write }: ImportPlan, mine = EMPTY): LocalData => ({
	annotations: [
		...mine.annotations.filter(({ id }) => !write.annotations.some((one) => one.id === id)),
		...write.annotations
	],
	snapshots: new Map([
		...mine.snapshots,
		...write.snapshots.map((one) => [one.edition, one.text] as const)
	]),
	positions: write.positions,
	preferences: write.preferences
});

/** What a mark says, in short. */
const say = ({ kind, created, targets: [target], fields, origin }: Annotation) => ({
	kind,
	created,
	in: `${target.work}/${target.chapter}`,
	quote: target.quote.exact,
	note: fields.note?.value ?? '',
	tags: fields.tags?.value ?? [],
	colour: fields.colour?.value ?? null,
	location: origin?.location
});

const EXILE = 'my-life/43-the-exile';

describe('A file of another app', () => {
	test.each<
		[string, string, { added: number; notPlaced: number; refused: number; duplicates: number }]
	>([
		['w3c-single.json', 'web-annotation', { added: 1, notPlaced: 0, refused: 0, duplicates: 0 }],
		['w3c-page.json', 'web-annotation', { added: 2, notPlaced: 1, refused: 1, duplicates: 0 }],
		[
			'w3c-collection.json',
			'web-annotation',
			{ added: 2, notPlaced: 0, refused: 0, duplicates: 0 }
		],
		['thorium.annotation', 'web-annotation', { added: 3, notPlaced: 2, refused: 0, duplicates: 0 }],
		['hypothesis-search.json', 'hypothesis', { added: 5, notPlaced: 2, refused: 0, duplicates: 0 }],
		['hypothesis-export.json', 'hypothesis', { added: 2, notPlaced: 0, refused: 1, duplicates: 0 }],
		['readwise-import.csv', 'readwise', { added: 4, notPlaced: 3, refused: 1, duplicates: 0 }],
		['readwise-export.csv', 'readwise', { added: 2, notPlaced: 0, refused: 1, duplicates: 0 }],
		['my-clippings-en.txt', 'kindle', { added: 4, notPlaced: 3, refused: 2, duplicates: 1 }],
		['my-clippings-languages.txt', 'kindle', { added: 9, notPlaced: 9, refused: 0, duplicates: 0 }],
		['koreader-clippings.txt', 'kindle', { added: 1, notPlaced: 0, refused: 0, duplicates: 0 }]
	])('%s is known by its content, and counted right', (name, format, counts) => {
		const { format: found, added, notPlaced, refused, duplicates } = plan(name);
		expect(found).toBe(format);
		expect({
			added: added.length,
			notPlaced: notPlaced.length,
			refused: refused.length,
			duplicates
		}).toEqual(counts);
	});

	test.each([
		'w3c-single.json',
		'w3c-page.json',
		'w3c-collection.json',
		'thorium.annotation',
		'hypothesis-search.json',
		'readwise-import.csv',
		'my-clippings-en.txt',
		'my-clippings-languages.txt'
	])('%s changes nothing a second time, also after a later day', (name) => {
		const first = plan(name);
		const again = planImport(readFile(fixture(name)), after(first), CHAPTERS, {
			now: '2027-01-01T00:00:00.000Z'
		});
		expect(again.write).toEqual({ annotations: [], snapshots: [], positions: [], preferences: {} });
		expect(again.same).toHaveLength(first.added.length);
	});

	test('keeps what it says, in our words', () => {
		const said = (name: string) => plan(name).write.annotations.map(say);
		expect(said('w3c-single.json')).toEqual([
			{
				kind: 'note',
				created: '2025-10-13T13:00:00.000Z',
				in: EXILE,
				quote: 'F.A. Guetier',
				note: 'Who was Guetier?\nThe doctor & friend.',
				tags: ['people'],
				colour: null,
				location: ''
			}
		]);
		expect(said('thorium.annotation')[0]).toEqual({
			kind: 'note',
			created: '2025-05-30T08:15:28.000Z',
			in: EXILE,
			quote: 'It was freezing cold.',
			note: 'J’adore !',
			tags: ['teacher'],
			colour: 'blue',
			location: '539'
		});
		expect(
			said('readwise-import.csv').map(({ quote, note, tags, in: at }) => [quote, note, tags, at])
		).toEqual([
			['Everything was quiet; the guard was silent.', 'So quiet.', ['mood'], EXILE],
			['We "arrived" at Frunze (Pishpek) early in the morning', '', [], EXILE],
			["'=not a formula", '', [], EXILE],
			['Call me Ishmael.', '', [], 'Moby-Dick/']
		]);
		expect(said('readwise-export.csv')[1]).toMatchObject({
			created: '2020-10-06T08:15:30.000Z',
			note: 'The pass.',
			colour: 'blue',
			location: 'page 12'
		});
	});

	test('keeps the id that a UUID is', () => {
		expect(plan('thorium.annotation').added[0]).toBe('0b3c7f5e11aa4f3a8a773f8ad44f0001');
	});

	test('joins a reply to the words that it answers', () => {
		const reply = plan('hypothesis-search.json').write.annotations.map(say)[2];
		expect(reply).toMatchObject({
			kind: 'note',
			note: 'Is it a diary?',
			quote: 'packing all morning. I have a temperature'
		});
	});

	test('reads My Clippings: notes joined, highlights as they were changed last, titles with brackets', () => {
		const said = plan('my-clippings-en.txt').write.annotations.map(say);
		expect(
			said.map(({ kind, in: at, quote, note, created }) => [kind, at, quote, note, created])
		).toEqual([
			[
				'highlight',
				EXILE,
				'We continued on our way. I had a fever. L.D. was brisk and almost gay.',
				'Brisk!',
				'2022-12-18T15:20:10.000Z'
			],
			['bookmark', EXILE, '', '', '2022-12-19T00:09:59.000Z'],
			[
				'highlight',
				'Moby-Dick (or, The Whale)/',
				'Call me Ishmael.',
				'',
				'2023-01-03T12:00:01.000Z'
			],
			['note', 'Moby-Dick (or, The Whale)/', '', 'A note alone.', '2023-01-03T00:30:01.000Z']
		]);
	});

	test('takes a book whose title begins as JSON does for a book', () => {
		const text =
			'[sic] (A. Author)\n- Your Highlight on page 1 | Added on x\n\nWords.\n==========\n';
		const { format, marks } = readFile(bytesOf(text));
		expect([format, marks[0].origin.title]).toEqual(['kindle', '[sic]']);
	});

	test('reads the languages of Kindle devices', () => {
		const said = plan('my-clippings-languages.txt').write.annotations.map(say);
		expect(
			said.map(({ created, quote, note, location }) => [created, quote, note, location])
		).toEqual([
			[
				'2023-09-25T22:42:15.000Z',
				'Jemand musste Josef K. verleumdet haben',
				'Anfang',
				'Ihre Markierung auf Seite 42 | Position 1234-1236'
			],
			[
				'2017-08-16T02:14:10.000Z',
				'Il ne nous appartient toutefois pas',
				'',
				'Votre surlignement sur la page 200 | emplacement 3054-3056'
			],
			[
				'2021-01-05T10:30:00.000Z',
				'El mundo era tan reciente',
				'',
				'Tu subrayado en la página 9 | posición 120-122'
			],
			[
				'2025-03-03T21:14:52.000Z',
				'Il libro parlava di cose ridicole.',
				'',
				'La tua evidenziazione a pagina 45 | posizione 680-82'
			],
			['2015-05-16T13:16:48.000Z', 'Lembre-se do túnel', '', 'Seu destaque ou posição 333-334'],
			[
				'2019-09-30T18:00:39.000Z',
				'Ik ben makelaar in koffie',
				'',
				'Je highlight op pagina 6 | locatie 55 t/m 88'
			],
			[
				'2024-03-03T18:48:36.000Z',
				'Салинас-Вэлли расположен в Северной Калифорнии',
				'',
				'Ваш выделенный отрывок на странице 6 | Место 53–55'
			],
			['2019-09-30T18:00:39.000Z', '红海早过了', '', '您在第 7 页（位置 #114-116）的标注'],
			[
				'2021-03-08T22:52:57.000Z',
				'国境の長いトンネルを抜けると雪国であった。',
				'',
				'5ページ|位置No. 35-36のハイライト'
			]
		]);
	});

	test('tells where what it did not understand stands', () => {
		const refused = (name: string) =>
			plan(name).refused.map(
				({ code, path, details }) => `${path} ${fileErrorText(code, details)}`
			);
		expect(refused('w3c-page.json')).toEqual(['items[2] is only an address']);
		expect(refused('hypothesis-export.json')).toEqual([
			'annotations[2] has no address or no target'
		]);
		expect(refused('readwise-import.csv')).toEqual(['line 6 has no highlight and no note']);
		expect(refused('readwise-export.csv')).toEqual([
			'column “Document tags” is not one that Postil imports: 1 cell left out'
		]);
		expect(refused('my-clippings-en.txt')).toEqual([
			'line 31 has no words: the device had reached its limit for clippings',
			'line 36 is of a kind, or in a language, that this version does not know'
		]);
	});

	test('gets its place when its text comes into the library later', () => {
		const without = planImport(readFile(fixture('readwise-export.csv')), EMPTY, [], {
			now: NOW
		});
		expect(without.notPlaced).toHaveLength(2);
		const mine = after(without);
		const later = plan('readwise-export.csv', mine);
		expect(later.changed).toHaveLength(2);
		expect(later.write.annotations[0].targets.map(({ edition }) => edition)).toEqual([
			'',
			CHAPTERS[0].edition
		]);
		expect(plan('readwise-export.csv', after(later, mine)).write.annotations).toEqual([]);
	});

	test('stays deleted when the reader deleted it', () => {
		const mine = after(plan('w3c-single.json'));
		const [one] = mine.annotations;
		const deleted = { ...one, fields: { ...one.fields, deleted: { value: true, at: AT } } };
		const again = plan('w3c-single.json', { ...mine, annotations: [deleted] });
		expect([again.deletedHere, again.write.annotations]).toEqual([[one.id], []]);
		const tombstone = { ...deleted, targets: [], fields: { deleted: deleted.fields.deleted } };
		const late = plan('w3c-single.json', { ...mine, annotations: [tombstone] });
		expect([late.deletedHere, late.write.annotations]).toEqual([[one.id], []]);
	});
});
