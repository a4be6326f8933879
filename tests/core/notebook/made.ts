/** What the tests of the notebook are made of: two works, and annotations in them. */
import fc from 'fast-check';
import { COLOURS, type Annotation, type Place, type Target } from '$lib/core/annotation/annotation';
import { toEntry, type Entry } from '$lib/core/notebook/entry';
import type { Filter } from '$lib/core/notebook/filter-entries';
import { type SortOrder } from '$lib/core/notebook/sort-entries';
import { NO_OPTIONS } from '$lib/core/search/query';
import { readingOrder } from '$lib/core/text/reading-order';
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
export const WORKS = [work('zebra', 'b', 'a'), work('ant', 'c')];
export const ORDER = readingOrder(WORKS);

export const clock = (n: number) => `${n.toString(16).padStart(13, '0')}-0000-a`;
export const target = (place: Partial<Target> = {}): Target => ({
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
export const annotation = (
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
export const value = <T>(value: T) => ({ value, at: clock(1) });
export const entry = (...args: Parameters<typeof annotation>) =>
	toEntry(annotation(...args), null, ORDER);
export const place = (level: Place['level'], start = 0): Place => ({
	range: level === 'unplaced' ? null : { start, end: start + 5 },
	via: 'diff',
	level,
	score: 1
});

export const anyEntry: fc.Arbitrary<Entry> = fc
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
export const anyFilter: fc.Arbitrary<Filter> = fc.record({
	kind: fc.constantFrom(null, 'highlight', 'note', 'bookmark'),
	colours: fc.subarray([...COLOURS]),
	tags: fc.subarray(['s', 't']),
	work: fc.constantFrom(null, 'zebra'),
	words: fc.constantFrom('', 'X', 'words'),
	options: fc.constant(NO_OPTIONS)
});
export const anyOrder = fc.constantFrom<SortOrder>('text', 'newest', 'oldest');
