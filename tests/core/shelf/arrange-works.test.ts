import { expect, test } from 'vitest';
import { arrangeWorks, tagsOn, WHOLE_SHELF, type ShelfEntry } from '$lib/core/shelf/arrange-works';
import { readShelfChoices, readWorkTags } from '$lib/core/shelf/shelf-choices';

interface Made {
	title: string;
	author?: string;
	/** When it was read last, and how much is left. */
	read?: [at: string, minutesLeft: number];
	tags?: string[];
	added?: string;
	marked?: ShelfEntry['marked'];
}

function entry({
	title,
	author = 'B',
	read,
	tags = [],
	added = '',
	marked = null
}: Made): ShelfEntry {
	const [at, minutesLeft] = read ?? [];
	return {
		work: {
			...{ slug: title, title, author, language: 'en', dir: 'ltr', source: '', rights: '' },
			chapters: [{ slug: '1-a', title: 'A', number: null, minutes: 10 }]
		},
		progress: at ? { chapter: '1-a', share: 0.5, minutesLeft: minutesLeft!, at } : null,
		marked,
		tags,
		added
	};
}

const SHELF = [
	entry({ title: 'Volume 10', author: 'Čapek', read: ['2026-01-02', 5], tags: ['war'] }),
	entry({ title: 'Volume 2', author: 'Čapek', added: '2026-02-01' }),
	entry({ title: 'Élan', author: 'abbé', read: ['2026-01-03', 0], tags: ['war', 'new'] }),
	entry({ title: 'zoo', added: '2026-01-01', tags: ['new', 'war'] })
];
const titles = (entries: readonly ShelfEntry[]) => entries.map(({ work }) => work.title);

test.each([
	['recent', ['Élan', 'Volume 10', 'Volume 2', 'zoo']],
	['title', ['Élan', 'Volume 2', 'Volume 10', 'zoo']],
	['author', ['Élan', 'zoo', 'Volume 2', 'Volume 10']],
	['added', ['Volume 2', 'zoo', 'Volume 10', 'Élan']]
] as const)('Sorted by %s', (order, expected) => {
	expect(titles(arrangeWorks(SHELF, order))).toEqual(expected);
});

test.each([
	[{ status: 'reading' }, ['Volume 10']],
	[{ status: 'done' }, ['Élan']],
	[{ status: 'new' }, ['Volume 2', 'zoo']],
	[{ tag: 'war' }, ['Volume 10', 'Élan', 'zoo']],
	[{ tag: 'war', status: 'new' }, ['zoo']],
	[{ words: ' capek  VOL' }, ['Volume 10', 'Volume 2']],
	[{ words: 'elan' }, ['Élan']],
	[{ words: 'nothing' }, []]
] as const)('Of %j there are these', (filter, expected) => {
	const found = arrangeWorks(SHELF, 'title', { ...WHOLE_SHELF, ...filter });
	expect(titles(found).toSorted()).toEqual(expected.toSorted());
});

test('Tags are listed by how many works have them', () => {
	expect(tagsOn(SHELF)).toEqual(['war', 'new']);
});

test('Choices and tags out of any file are made into such', () => {
	expect(readShelfChoices({ order: 'title', view: '<b>' })).toEqual({
		order: 'title',
		view: 'list'
	});
	expect(readShelfChoices(null)).toEqual({ order: 'recent', view: 'list' });
	const long = 'x'.repeat(100_000);
	expect(readWorkTags({ a: ['b', 'b', 1, '', long], c: 'd', e: null })).toEqual({ a: ['b'] });
	expect(readWorkTags('x')).toEqual({});
});

test('Of two hundred works those with a word are found, by their numbers', () => {
	const many = Array.from({ length: 200 }, (_, n) => entry({ title: `Work ${(n * 37) % 200}` }));
	const found = titles(arrangeWorks(many, 'title', { ...WHOLE_SHELF, words: 'work 19' }));
	const numbers = [19, 119, 190, 191, 192, 193, 194, 195, 196, 197, 198, 199];
	expect(found).toEqual(numbers.map((n) => `Work ${n}`));
});

test('The filter goes by what the reader said of a work', () => {
	const at = '2026-03-01T00:00:00.000Z';
	const [read, unread, finished] = SHELF;
	const shelf = [
		{ ...read, marked: { done: true, at } },
		{ ...unread, marked: { done: true, at } },
		{ ...finished, marked: { done: false, at } }
	];
	const found = (status: 'done' | 'reading' | 'new') =>
		titles(arrangeWorks(shelf, 'title', { ...WHOLE_SHELF, status }));
	expect([found('done'), found('reading'), found('new')]).toEqual([
		['Volume 2', 'Volume 10'],
		['Élan'],
		[]
	]);
});
