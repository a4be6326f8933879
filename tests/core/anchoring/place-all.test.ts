import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { openPlacing, placeAll, type Alignments } from '$lib/core/anchoring/place-all';
import { describe } from '$lib/core/annotation/describe';
import { joinBlocks } from '$lib/core/text/chapter-text';
import { chapterBlocks } from './mutations/texts';
import { processorTime } from '../../growth';

const CHAPTER = joinBlocks(chapterBlocks().map((text, n) => ({ id: `p${n + 1}`, text })));

const blocksOf = (text: string) =>
	joinBlocks(text.split('\n').map((each, n) => ({ id: `p${n + 1}`, text: each }))).blocks;

function targetOf(text: string, passage: string, occurrence = 0) {
	let start = text.indexOf(passage);
	for (let n = 0; n < occurrence; n += 1) start = text.indexOf(passage, start + 1);
	const at = { work: 'w', chapter: 'c', edition: 'old', blocks: blocksOf(text) };
	return describe(text, { start, end: start + passage.length }, at);
}

const OLD = CHAPTER.text;
const PASSAGE = 'We drove along the streets of Moscow. It was freezing cold.';

group('placeAll in the same edition', () => {
	test('gives every range back as it was', () => {
		const at = { work: 'w', chapter: 'c', edition: 'e', blocks: CHAPTER.blocks };
		const offset = fc.integer({ min: 0, max: OLD.length });
		fc.assert(
			fc.property(offset, offset, (a, b) => {
				fc.pre(a !== b);
				const range = { start: Math.min(a, b), end: Math.max(a, b) };
				const target = describe(OLD, range, at);
				expect(placeAll({ edition: 'e', text: OLD }, [target], new Map())).toEqual([
					{ range, via: 'same', level: 'exact', score: 1 }
				]);
			})
		);
	});

	test('does not believe offsets that do not hold the quote', () => {
		const target = { ...targetOf(OLD, PASSAGE), edition: 'e', start: 5, end: 64 };
		const [place] = placeAll({ edition: 'e', text: OLD }, [target], new Map());
		expect(place.via).toBe('quote');
		expect(OLD.slice(place.range?.start, place.range?.end)).toBe(PASSAGE);
	});

	test('answers nothing with nothing', () => {
		expect(placeAll({ edition: 'e', text: OLD }, [], new Map())).toEqual([]);
	});
});

type Case = [name: string, now: string, words: string | null, level: string];
const block = CHAPTER.blocks.find(({ start, end }) => OLD.slice(start, end).includes(PASSAGE));
const PARAGRAPH = OLD.slice(block?.start, block?.end);
const CASES: Case[] = [
	['before it is longer', `A new beginning.\n${OLD}`, PASSAGE, 'exact'],
	[
		'a word in it is corrected',
		OLD.replace('streets of Moscow', 'street of Moscow'),
		PASSAGE.replace('streets', 'street'),
		'high'
	],
	[
		'its first and last letters are other ones',
		OLD.replace(PASSAGE, 'Ve drove along the streets of Moscow. It was freezing cola.'),
		'Ve drove along the streets of Moscow. It was freezing cola.',
		'high'
	],
	[
		'sentences are put before, into and behind it',
		OLD.replace(
			PASSAGE,
			'A. We drove along the streets of Moscow. They were empty. It was freezing cold. B.'
		),
		'We drove along the streets of Moscow. They were empty. It was freezing cold.',
		'high'
	],
	[
		'its paragraph moved to the end',
		`${OLD.replace(PARAGRAPH + '\n', '')}\n${PARAGRAPH}`,
		PASSAGE,
		'exact'
	],
	[
		'its paragraph is split in it',
		OLD.replace('of Moscow. It was freezing', 'of Moscow.\nIt was freezing'),
		PASSAGE.replace('. It', '.\nIt'),
		'high'
	],
	[
		'it is corrected, and an old copy stands elsewhere',
		`${OLD.replace('streets of Moscow', 'street of Moscow')}\n${PASSAGE}`,
		PASSAGE.replace('streets', 'street'),
		'high'
	],
	['it is deleted', OLD.replace(PASSAGE, ''), null, 'unplaced'],
	['its paragraph is deleted', OLD.replace(PARAGRAPH + '\n', ''), null, 'unplaced'],
	[
		'the whole chapter is another one',
		'Alice was beginning to get very tired. '.repeat(99),
		null,
		'unplaced'
	],
	['nothing is left', '', null, 'unplaced']
];

group.each([
	['with a snapshot', new Map([['old', OLD]]), 'diff'],
	['without a snapshot', new Map<string, string>(), 'quote']
])('placeAll in another edition, %s', (_, snapshots, via) => {
	test.each(CASES)('when %s', (_name, now, words, level) => {
		const [place] = placeAll({ edition: 'new', text: now }, [targetOf(OLD, PASSAGE)], snapshots);
		expect(place.range && now.slice(place.range.start, place.range.end)).toBe(words);
		expect([place.level, place.via]).toEqual([level, words === null ? 'none' : via]);
	});
});

const lines = (...all: string[]) => all.join('\n');
const SAIL = 'There passed a weary time, and each throat was parched, and glazed each eye.';
const SHIP =
	'The western wave was all aflame, the day was well nigh done; almost upon it stood the Sun.';
const DATE = 'The Nation, February 1, 1928.';
const UNDRESS = 'It was the only time that I had to undress, under the hot rays of the noon sun.';
const KNOWS = 'Any one who knows anything about his life can imagine what it means.';
const READ = '“On the way here, I read for the first time a book that I had long wanted to read.';
const SENT = 'On the first day here, I wrote to a few friends whom I had long owed a letter.';
const BOOK = 'To refute some dozen slanders its author wrote two hundred pages in small type.”';

// Found by seeds of the mutation suite that nobody had tuned on.
group('placeAll where the wrong place looks right', () => {
	type Doubt = [name: string, old: string, passage: string, now: string, words: string | null];
	test.each<Doubt>([
		[
			'the last line is corrected behind a new paragraph, and copied elsewhere',
			lines(SAIL, SHIP, DATE),
			DATE,
			lines(SAIL, DATE, SHIP, PARAGRAPH, DATE.replace('The', 'Tpe')),
			DATE.replace('The', 'Tpe')
		],
		[
			'words are replaced one by one, and one is like its neighbour',
			UNDRESS,
			'the hot rays of the',
			UNDRESS.replace('under the', 'there door'),
			'door hot rays of the'
		],
		[
			'a word is replaced, and one nearby is a little like it',
			KNOWS,
			'anything',
			KNOWS.replace('anything about his life', 'was about effort planning'),
			null
		],
		[
			'a sentence with a few of its words came in the place of one that moved away',
			lines(SAIL, `${READ} ${BOOK}`, SHIP),
			READ,
			lines(SAIL, `${SENT} ${BOOK}`, SHIP, READ),
			READ
		],
		[
			'its last word was in a line that another one came for',
			lines(SAIL, 'We listened and looked sideways up!', 'Fear at my heart, as at a cup,', SHIP),
			'looked sideways up!\nFear',
			lines(
				SAIL,
				'We listened and looked sideways up!',
				'The bride hath paced into the hall.',
				SHIP
			),
			null
		]
	])('%s', (_, old, passage, now, words) => {
		const target = targetOf(old, passage);
		const [place] = placeAll({ edition: 'new', text: now }, [target], new Map([['old', old]]));
		const isSure = place.level === 'exact' || place.level === 'high';
		const found = place.range && now.slice(place.range.start, place.range.end);
		expect(isSure ? found : null).toBe(words);
	});
});

group('placeAll in another edition', () => {
	test('tells the many alike words apart', () => {
		const now = OLD.replace('I will quote in full', 'Here I quote');
		const targets = [0, 5, 20, 30].map((n) => targetOf(OLD, 'L.D.', n));
		const places = placeAll({ edition: 'new', text: now }, targets, new Map([['old', OLD]]));
		const shift = OLD.length - now.length;
		expect(places.map(({ range }) => range?.start)).toEqual(
			targets.map(({ start }) => start - shift)
		);
	});

	test('asks when a passage was torn apart, and shows the larger part', () => {
		const [first, second, third] = [
			'One thing is said here, at length.',
			'Another one follows.',
			'And a third.'
		];
		const old = [first, second, third, OLD].join('\n');
		const now = [third, OLD, first].join('\n');
		const target = targetOf(old, [first, second, third].join('\n'));
		const [place] = placeAll({ edition: 'new', text: now }, [target], new Map([['old', old]]));
		expect(now.slice(place.range?.start, place.range?.end)).toBe(first);
		expect(place.level).toBe(place.score < 0.5 ? 'review' : 'high');
	});

	test('does not trust a snapshot that does not hold the quote', () => {
		const target = targetOf(OLD, PASSAGE);
		const snapshots = new Map([['old', OLD.slice(9)]]);
		expect(placeAll({ edition: 'new', text: OLD }, [target], snapshots)[0]).toMatchObject({
			range: { start: target.start, end: target.end },
			via: 'quote',
			level: 'exact'
		});
	});

	test('leaves a short quote without context alone', () => {
		const target = { ...targetOf(OLD, 'Kazan'), quote: { exact: 'Kazan', prefix: '', suffix: '' } };
		expect(placeAll({ edition: 'new', text: OLD }, [target], new Map())[0].level).toBe('unplaced');
	});

	test('has an answer for a thousand marks before a reader sees the page', () => {
		const now = OLD.replace(/the (\w+) of/g, 'that $1 of').replace(
			/\n“In /g,
			'\nA new line.\n“In '
		);
		const at = { work: 'w', chapter: 'c', edition: 'old', blocks: CHAPTER.blocks };
		const targets = Array.from({ length: 1000 }, (_, n) =>
			describe(OLD, { start: n * 44, end: n * 44 + 20 + (n % 200) }, at)
		);
		const begun = processorTime();
		const places = placeAll({ edition: 'new', text: now }, targets, new Map([['old', OLD]]));
		const took = processorTime() - begun;
		expect(places.filter(({ level }) => level === 'unplaced')).toEqual([]);
		// The budget is 300 ms on a phone; this is to notice when something went quadratic.
		expect(took).toBeLessThan(1500);
	});
});

group('An alignment of two editions', () => {
	const now = { edition: 'now', text: OLD.replace('Moscow', 'the city') };
	const target = targetOf(OLD, 'It was freezing cold.');
	const place = (alignments: Alignments, text: string) =>
		openPlacing(now, new Map([['old', text]]), alignments)(target);

	test('is made once', () => {
		const alignments: Alignments = new Map();
		const first = place(alignments, OLD);
		const [made] = alignments.values();
		expect(place(alignments, OLD)).toEqual(first);
		expect([...alignments.values()]).toEqual([made]);
		expect([...alignments.values()][0]).toBe(made);
	});

	test('is made anew when a kept text is another one than its name says', () => {
		const alignments: Alignments = new Map();
		place(alignments, `${OLD} And so on.`);
		expect(place(alignments, OLD)).toEqual(placeAll(now, [target], new Map([['old', OLD]]))[0]);
	});

	test('is kept of the last few', () => {
		const alignments: Alignments = new Map();
		for (let n = 0; n < 20; n += 1) {
			const old = { ...target, edition: `old ${n}` };
			openPlacing(now, new Map([[old.edition, OLD]]), alignments)(old);
		}
		expect(alignments.size).toBe(8);
		expect([...alignments.keys()].at(-1)).toBe('old 19 now');
	});
});
