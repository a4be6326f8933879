/** All that a web annotation may say, by the model of the W3C and by the habits of apps. */
import { describe, expect, test } from 'vitest';
import { fileErrorText } from '$lib/core/formats/file-error-text';
import { readFile } from '$lib/core/formats/read-file';
import { planImport } from '$lib/core/importing/plan';
import { bytesOf, CHAPTERS, SITE } from '../library';

const ADDRESS = `${SITE}my-life/43-the-exile/`;
const WORDS = 'Everything was quiet; the guard was silent.';
const target = (exact: string) => ({
	source: ADDRESS,
	selector: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }
});
const item = (rest: object) => ({
	type: 'Annotation',
	id: 'https://other.example/1',
	created: '2023-10-14T15:13:28Z',
	target: target(WORDS),
	...rest
});
const read = (file: unknown) => readFile(bytesOf(JSON.stringify(file)));
const plan = (file: unknown) =>
	planImport(
		read(file),
		{ annotations: [], snapshots: new Map(), positions: [], preferences: {} },
		CHAPTERS,
		{ now: '2026-11-22T10:00:00.000Z' }
	);

describe('The bodies of an annotation', () => {
	test.each<[string, unknown, string, string[]]>([
		['one', { type: 'TextualBody', value: 'a' }, 'a', []],
		['several', [{ value: 'a' }, { value: 'b' }], 'a\n\nb', []],
		['a text', 'https://example.org/answer', 'https://example.org/answer', []],
		[
			'a picture',
			{ type: 'Image', id: 'https://example.org/a.png' },
			'https://example.org/a.png',
			[]
		],
		[
			'a resource with a purpose',
			{ type: 'SpecificResource', source: 'https://example.org/x', purpose: 'linking' },
			'https://example.org/x',
			[]
		],
		['a choice', { type: 'Choice', items: [{ value: 'a' }, { value: 'b' }] }, 'a\n\nb', []],
		['a text with its language', { value: { '@value': 'a', '@language': 'en' } }, 'a', []],
		['the model before', { '@type': 'cnt:ContentAsText', chars: 'a' }, 'a', []],
		['a tag', { value: 'mood', purpose: 'tagging' }, '', ['mood']],
		[
			'a tag that is a term',
			{ source: 'https://example.org/mood', purpose: 'tagging' },
			'',
			['https://example.org/mood']
		],
		['a keyword', { value: 'a', keyword: 'teacher' }, 'a', ['teacher']],
		['keywords', { value: 'a', keyword: ['x', 'y'] }, 'a', ['x', 'y']]
	])('%s', (_, body, note, tags) => {
		const [mark] = read(item({ body })).marks;
		expect([mark.note, mark.tags]).toEqual([note, tags]);
	});

	test.each<[unknown, string | null]>([
		['pink', 'pink'],
		['#eb9694', 'pink'],
		['#FFF59D', 'yellow'],
		['#0f0', 'green'],
		['rgb(100, 150, 240)', 'blue'],
		[0xffa500, 'orange'],
		['#8e44adff', 'purple'],
		['cyan', 'blue'],
		['#888888', null],
		['none', null],
		[null, null]
	])('colour %j', (color, colour) => {
		expect(read(item({ body: { value: 'a', color } })).marks[0].colour).toBe(colour);
	});
});

describe('The targets of an annotation', () => {
	test('are a mark each, with what is said of them', () => {
		const second = 'It was freezing cold.';
		const { write, notPlaced } = plan(
			item({ body: { value: 'The opposite.' }, target: [target(WORDS), target(second)] })
		);
		expect(
			write.annotations.map(({ targets, fields }) => [targets[0].quote.exact, fields.note?.value])
		).toEqual([
			[WORDS, 'The opposite.'],
			[second, 'The opposite.']
		]);
		expect(notPlaced).toEqual(expect.any(Array));
	});

	test.each<[string, string, string]>([
		['its words', 'text=Everything%20was%20quiet%3B,the%20guard%20was%20silent.', WORDS],
		['words alone', 'text=Everything%20was%20quiet', 'Everything was quiet'],
		['with its neighbours', 'text=was%20quiet%3B-,the%20guard,-was%20silent', 'the guard']
	])('named by %s in the address', (_, directive, words) => {
		for (const place of [
			`${ADDRESS}#:~:${directive}`,
			{ source: ADDRESS, selector: { type: 'FragmentSelector', value: `:~:${directive}` } }
		]) {
			const { write } = plan(item({ target: place, body: { value: 'a' } }));
			const [{ start, end, edition }] = write.annotations[0].targets;
			expect(edition).toBe(CHAPTERS[0].edition);
			expect(CHAPTERS[0].text.slice(start, end)).toBe(words);
		}
	});

	test('named by words that are not there keep them', () => {
		const { write, notPlaced } = plan(
			item({ target: `${ADDRESS}#:~:text=No%20such,words%20here` })
		);
		expect(notPlaced).toHaveLength(1);
		expect(write.annotations[0].targets[0].quote.exact).toBe('No such … words here');
	});
});

describe('A collection', () => {
	const page = (n: number, rest = {}) => ({
		type: 'AnnotationPage',
		items: [item({ id: `https://other.example/${n}` })],
		...rest
	});
	const told = (file: unknown) => {
		const { marks, refused } = read(file);
		return [
			marks.length,
			refused.map(({ code, path, details }) => `${path} ${fileErrorText(code, details)}`)
		];
	};

	test.each<[string, unknown, number, string[]]>([
		[
			'with its first page alone',
			{ type: 'AnnotationCollection', total: 53, first: page(1), last: 'https://x.example/?p=5' },
			1,
			[' has 52 more, which are not in this file']
		],
		[
			'whose page goes on elsewhere',
			page(1, { next: 'https://x.example/?p=2' }),
			1,
			['next leads to more annotations, which are not in this file']
		],
		[
			'with pages in one another',
			{ type: 'AnnotationCollection', total: 2, first: page(1, { next: page(2) }) },
			2,
			[]
		],
		['as a list of pages', [page(1), page(2)], 2, []],
		['that is whole', { type: 'AnnotationCollection', total: 1, first: page(1) }, 1, []]
	])('%s', (_, file, marks, refused) => expect(told(file)).toEqual([marks, refused]));
});
