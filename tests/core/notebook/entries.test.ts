import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLOURS, type Annotation, type Place, type Target } from '$lib/core/annotation/annotation';
import { countKinds } from '$lib/core/notebook/count-kinds';
import {
	groupEntries,
	needsReader,
	readingOrder,
	sortEntries,
	toEntry,
	type Entry,
	type Sort
} from '$lib/core/notebook/entries';
import {
	countTags,
	filterEntries,
	NO_FILTER,
	withTag,
	type Filter
} from '$lib/core/notebook/filter';
import type { Work } from '$lib/core/text/work';

const chapter = (slug: string) => ({ slug, title: slug.toUpperCase(), number: null, minutes: 1 });
const work = (slug: string, ...chapters: string[]): Work => ({
	slug,
	title: slug,
	author: '',
	language: 'en',
	dir: 'ltr',
	source: '',
	rights: '',
	chapters: chapters.map(chapter)
});
const WORKS = [work('zebra', 'b', 'a'), work('ant', 'c')];
const ORDER = readingOrder(WORKS);

const clock = (n: number) => `${n.toString(16).padStart(13, '0')}-0000-a`;
const target = (place: Partial<Target> = {}): Target => ({
	work: 'zebra',
	chapter: 'b',
	edition: 'e',
	norm: 1,
	start: 0,
	end: 5,
	blocks: ['p1', 'p1'],
	quote: { exact: 'words', prefix: '', suffix: '' },
	...place
});
const annotation = (
	fields: Annotation['fields'] = {},
	place: Partial<Target> = {},
	rest: Partial<Annotation> = {}
): Annotation => ({
	id: 'one',
	v: 1,
	kind: 'highlight',
	created: '2026-11-22T10:00:00.000Z',
	targets: [target(place)],
	fields,
	...rest
});
const value = <T>(value: T) => ({ value, at: clock(1) });
const entry = (...args: Parameters<typeof annotation>) => toEntry(annotation(...args), null, ORDER);
const place = (level: Place['level'], start = 0): Place => ({
	range: level === 'unplaced' ? null : { start, end: start + 5 },
	via: 'diff',
	level,
	score: 1
});

describe('how an annotation stands', () => {
	const loose = { loose: { value: true, at: clock(5) } };
	test.each<[string, Annotation, Place | null, string]>([
		['nobody looked', annotation(), null, 'placed'],
		['exact', annotation(), place('exact'), 'placed'],
		['high', annotation(), place('high'), 'placed'],
		['in review', annotation(), place('review'), 'review'],
		['not in the text', annotation(), place('unplaced'), 'unplaced'],
		['its chapter is gone', annotation({}, { chapter: 'x' }), null, 'gone'],
		['left loose', annotation(loose), place('unplaced'), 'loose'],
		['left loose, chapter gone', annotation(loose, { work: 'x' }), null, 'loose'],
		['left loose and found again', annotation(loose), place('exact'), 'placed'],
		[
			'placed by hand after it was left loose, and lost again',
			annotation(loose, {}, { targets: [target(), target({ at: clock(6) })] }),
			place('unplaced'),
			'unplaced'
		],
		[
			'left loose after it was placed by hand',
			annotation(loose, {}, { targets: [target(), target({ at: clock(4) })] }),
			place('unplaced'),
			'loose'
		]
	])('%s', (_, annotation, place, standing) => {
		const made = toEntry(annotation, place, ORDER);
		expect(made.standing).toBe(standing);
		expect(needsReader(made)).toBe(['review', 'unplaced', 'gone'].includes(standing));
	});

	test('the newest place made by hand says what is quoted and where', () => {
		const moved = target({
			start: 70,
			at: clock(3),
			quote: { exact: 'new', prefix: '', suffix: '' }
		});
		const made = entry({}, {}, { targets: [target(), moved] });
		expect(made).toMatchObject({ quote: 'new', at: 70 });
	});
});

describe('the order', () => {
	const at = (id: string, place: Partial<Target>, created = '2026-01-01T00:00:00.000Z') =>
		entry({}, place, { id, created });

	test('is that of the library, then of the text', () => {
		const entries = [
			at('6', { work: 'gone', chapter: 'a' }),
			at('5', { work: 'ant', chapter: 'c' }),
			at('4', { chapter: 'a' }),
			at('3', { start: 9, end: 12 }),
			at('2', { start: 9, end: 20 }),
			at('1', { start: 2 })
		];
		expect(
			sortEntries(entries, 'text')
				.map(({ id }) => id)
				.join('')
		).toBe('123456');
	});

	test('follows a passage to where it stands today', () => {
		const first = at('first', { start: 10 });
		const moved = toEntry(annotation({}, { start: 5 }, { id: 'moved' }), place('high', 50), ORDER);
		expect(sortEntries([moved, first], 'text')).toEqual([first, moved]);
	});

	test.each<[Sort, string]>([
		['newest', '321'],
		['oldest', '123']
	])('is by time: %s', (sort, ids) => {
		const entries = ['2', '1', '3'].map((id) => at(id, {}, `2026-01-0${id}T00:00:00.000Z`));
		expect(
			sortEntries(entries, sort)
				.map(({ id }) => id)
				.join('')
		).toBe(ids);
	});

	test('groups name the chapters, also those that are gone', () => {
		const entries = [
			at('1', {}),
			at('2', { chapter: 'a' }),
			at('3', { chapter: 'a' }),
			at('4', { work: 'gone' })
		];
		const groups = groupEntries(sortEntries(entries, 'text'), 'text', WORKS);
		expect(
			groups.map(({ place, entries }) => [place?.chapterSummary?.title, entries.length])
		).toEqual([
			['B', 1],
			['A', 2],
			[undefined, 1]
		]);
		expect(groups[2].place).toMatchObject({ work: 'gone', workSummary: null });
		expect(groupEntries(entries, 'newest', WORKS)).toMatchObject([{ place: null }]);
		expect(groupEntries([], 'newest', WORKS)).toEqual([]);
	});
});

describe('the filter', () => {
	const ENTRIES = [
		entry({ colour: value('yellow'), tags: value(['war']) }, {}, { id: 'highlight' }),
		entry(
			{ colour: value('blue'), note: value('Čapek said so'), tags: value(['war', 'letters']) },
			{ quote: { exact: 'It’s a long\nway', prefix: '', suffix: '' } },
			{ id: 'noted' }
		),
		entry(
			{ note: value('  '), colour: value('pink') },
			{ work: 'ant', chapter: 'c' },
			{ id: 'note', kind: 'note' }
		),
		entry({ colour: value('yellow') }, {}, { id: 'bookmark', kind: 'bookmark' })
	];
	test.each<[string, Partial<Filter>, string[]]>([
		['nothing chosen', {}, ['highlight', 'noted', 'note', 'bookmark']],
		['highlights', { kind: 'highlight' }, ['highlight', 'noted']],
		['notes, also of highlights', { kind: 'note' }, ['noted', 'note']],
		['bookmarks', { kind: 'bookmark' }, ['bookmark']],
		['a colour, which no bookmark has', { colours: ['yellow'] }, ['highlight']],
		['one of two colours', { colours: ['yellow', 'blue'] }, ['highlight', 'noted']],
		['a tag', { tags: ['war'] }, ['highlight', 'noted']],
		['both tags', { tags: ['war', 'letters'] }, ['noted']],
		['a work', { work: 'ant' }, ['note']],
		['words of the quote', { words: 'WORDS' }, ['highlight', 'note', 'bookmark']],
		['words of the note, without its accents', { words: 'capek' }, ['noted']],
		[
			'words over the end of a paragraph, with another apostrophe',
			{ words: " it's a long way " },
			['noted']
		],
		['words as they are: no pattern', { words: '.' }, []],
		['words that run from the quote into the note', { words: 'way Čapek' }, []],
		['spaces alone', { words: '  ' }, ['highlight', 'noted', 'note', 'bookmark']],
		[
			'all together',
			{ kind: 'note', colours: ['blue'], tags: ['war'], work: 'zebra', words: 'long' },
			['noted']
		]
	])('%s', (_, filter, ids) => {
		const found = filterEntries(ENTRIES, { ...NO_FILTER, ...filter });
		expect(found.map(({ id }) => id)).toEqual(ids);
	});

	test('tags are counted, in the order of the alphabet', () => {
		const tagged = ['Zoo', 'émigré', 'diary', 'Zoo'].map((tag) => entry({ tags: value([tag]) }));
		expect(countTags(tagged)).toEqual([
			{ tag: 'diary', count: 1 },
			{ tag: 'émigré', count: 1 },
			{ tag: 'Zoo', count: 2 }
		]);
	});

	test.each<[string[], string, boolean, string[]]>([
		[['a'], '  b  c ', true, ['a', 'b c']],
		[['a'], 'a', true, ['a']],
		[['a', 'b'], 'a', false, ['b']],
		[['a'], ' ', true, ['a']]
	])('%j, “%s” %j: %j', (tags, tag, has, is) => {
		expect(withTag(tags, tag, has)).toEqual(is);
	});
});

test('kinds are counted as the filter finds them', () => {
	const made = [
		annotation({}),
		annotation({ note: value('x') }),
		annotation({ note: value(' ') }, {}, { kind: 'bookmark' }),
		annotation({ note: value('x') }, {}, { kind: 'note' })
	];
	expect(countKinds(made)).toEqual({ highlight: 2, note: 2, bookmark: 1 });
});

const anyEntry: fc.Arbitrary<Entry> = fc
	.record({
		id: fc.uuid(),
		kind: fc.constantFrom('highlight', 'note', 'bookmark'),
		day: fc.integer({ min: 1, max: 3 }),
		chapter: fc.constantFrom('a', 'b', 'x'),
		work: fc.constantFrom('zebra', 'gone'),
		start: fc.nat(3),
		colour: fc.option(fc.constantFrom(...COLOURS), { nil: undefined }),
		tags: fc.subarray(['s', 't']),
		note: fc.constantFrom('', 'x', 'y')
	})
	.map(({ id, kind, day, chapter, work, start, colour, tags, note }) =>
		entry(
			{ tags: value(tags), note: value(note), ...(colour ? { colour: value(colour) } : {}) },
			{ work, chapter, start },
			{ id, kind: kind, created: `2026-01-0${day}T00:00:00.000Z` }
		)
	);
const anyFilter: fc.Arbitrary<Filter> = fc.record({
	kind: fc.constantFrom(null, 'highlight', 'note', 'bookmark'),
	colours: fc.subarray([...COLOURS]),
	tags: fc.subarray(['s', 't']),
	work: fc.constantFrom(null, 'zebra'),
	words: fc.constantFrom('', 'X', 'words')
});
const anySort = fc.constantFrom<Sort>('text', 'newest', 'oldest');

describe('of any notebook', () => {
	test('sorting loses nothing and does not depend on the order before', () => {
		fc.assert(
			fc.property(fc.array(anyEntry), anySort, (entries, sort) => {
				const sorted = sortEntries(entries, sort);
				expect(sorted).toHaveLength(entries.length);
				expect(sortEntries([...entries].reverse(), sort)).toEqual(sorted);
			})
		);
	});

	test('groups hold every entry once, each chapter in one group', () => {
		fc.assert(
			fc.property(fc.array(anyEntry), anySort, (entries, sort) => {
				const sorted = sortEntries(entries, sort);
				const groups = groupEntries(sorted, sort, WORKS);
				expect(groups.flatMap(({ entries }) => entries)).toEqual(sorted);
				expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
			})
		);
	});

	test('filters of two choices pass what both pass', () => {
		fc.assert(
			fc.property(fc.array(anyEntry), anyFilter, (entries, filter) => {
				const found = filterEntries(entries, filter);
				const oneByOne = (Object.keys(filter) as (keyof Filter)[]).reduce(
					(left, choice) => filterEntries(left, { ...NO_FILTER, [choice]: filter[choice] }),
					entries
				);
				expect(found).toEqual(oneByOne);
			})
		);
	});
});
