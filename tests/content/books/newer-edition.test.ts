/**
 * Marks over a newer file of an own book, through what the phone uses: the file is opened and kept in the
 * place of the older one, and each mark is placed in today's text of its chapter. Words are traced, so
 * that it is known where each stands in the newer file.
 */
import { openPlacing, type Alignments } from '$lib/core/anchoring/place-all';
import type { Annotation, Place, Target } from '$lib/core/annotation/annotation';
import { describe } from '$lib/core/annotation/describe';
import { BookReader } from '$lib/content/books/book-reader';
import { openBook } from '$lib/content/books/open-book';
import { needsReview, toEntry } from '$lib/core/notebook/entry';
import type { OwnChapter, OwnWork } from '$lib/core/own-works/own-work';
import { readingOrder } from '$lib/core/text/reading-order';
import type { TextRange } from '$lib/core/text/range';
import { expect, test } from 'vitest';
import { seeded, type Random } from '../../core/anchoring/mutations/random';
import { chapterBlocks } from '../../core/anchoring/mutations/texts';
import { writerLike } from '../../core/anchoring/mutations/writer';
import { epub, page } from './make-epub';

const MARKS = 500;
const CHAPTERS = 12;
const TYPOS = 0.03; // of all words

/** A word of the book; its number is the same in both files. */
interface Word {
	number: number;
	text: string;
}
type Chapter = { title: string; paragraphs: Word[][] };

/** Chapters whose sentences share many phrases, and some of them whole sentences. */
function makeBook(random: Random): Chapter[] {
	const writer = writerLike(chapterBlocks());
	const said = Array.from({ length: 20 }, () => writer.sentence(random));
	let number = 0;
	const sentence = () => (random.chance(0.05) ? random.pick(said) : writer.sentence(random));
	const paragraph = () =>
		Array.from({ length: random.whole(2, 7) }, sentence)
			.join(' ')
			.split(' ')
			.map((text) => ({ number: number++, text }));
	return Array.from({ length: CHAPTERS }, (_, index) => ({
		title: `Of the ${['First', 'Second', 'Third'][index % 3]} Journey, ${index}`,
		paragraphs: Array.from({ length: random.whole(8, 30) }, paragraph)
	}));
}

/** The newer book: typos corrected, the fifth and the sixth chapter in one file, the tenth moved to the front. */
function edit(chapters: readonly Chapter[], random: Random): Chapter[] {
	const correct = ({ number, text }: Word): Word => {
		if (text.length < 4 || !random.chance(TYPOS)) return { number, text };
		const at = random.whole(1, text.length - 2);
		return { number, text: text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2) };
	};
	const corrected = chapters.map(({ title, paragraphs }) => ({
		title,
		paragraphs: paragraphs.map((words) => words.map(correct))
	}));
	const [fifth, sixth] = corrected.slice(4, 6);
	const merged = { ...fifth, paragraphs: [...fifth.paragraphs, ...sixth.paragraphs] };
	const tenth = corrected[9];
	const rest = [...corrected.slice(0, 4), merged, ...corrected.slice(6)];
	return [tenth, ...rest.filter((chapter) => chapter !== tenth)];
}

const fileOf = (chapters: readonly Chapter[]) =>
	epub(
		Object.fromEntries(
			chapters.map(({ title, paragraphs }, index) => {
				const body = paragraphs.map((words) => `<p>${words.map(({ text }) => text).join(' ')}</p>`);
				return [
					`${String(index).padStart(2, '0')}.xhtml`,
					page(`<h1>${title}</h1>${body.join('')}`)
				];
			})
		)
	);

/** Opens a file and keeps it in the place of the chapters that are here. */
function keep(
	bytes: Uint8Array,
	here: readonly OwnChapter[]
): { work: OwnWork; chapters: OwnChapter[] } {
	const reader = new BookReader(openBook);
	reader.open({ file: { name: 'a.epub', bytes }, choices: {} });
	const work = reader.keep({ here, fileName: 'a.epub', now: '2026-11-27T10:00:00.000Z' });
	const chapters: OwnChapter[] = [];
	for (let part; (part = reader.next()).chapters.length > 0;) chapters.push(...part.chapters);
	return { work, chapters };
}

/** Where each word stands: in which stored chapter, and where in its text. */
function traceWords(
	chapters: readonly Chapter[],
	stored: readonly OwnChapter[]
): Map<number, TextRange & { chapter: string }> {
	const places = new Map<number, TextRange & { chapter: string }>();
	for (const [index, { paragraphs }] of chapters.entries()) {
		const { slug, text } = stored[index];
		let at = 0;
		for (const { number, text: word } of paragraphs.flat()) {
			const start = text.indexOf(word, at);
			places.set(number, { chapter: slug, start, end: (at = start + word.length) });
		}
		expect(at, 'the text is all of its words').toBe(text.length);
	}
	return places;
}

test.each([1, 2])(
	'Of 500 marks over a newer edition of a book none is misplaced, and all that are not placed are told (%i)',
	(seed) => {
		const random = seeded(seed);
		const older = makeBook(random);
		const newer = edit(older, random);
		const before = keep(fileOf(older), []);
		const after = keep(fileOf(newer), before.chapters);
		expect([before.chapters.length, after.chapters.length]).toEqual([CHAPTERS, CHAPTERS - 1]);
		const was = traceWords(older, before.chapters);
		const is = traceWords(newer, after.chapters);
		const snapshots = new Map(before.chapters.map(({ edition, text }) => [edition, text]));
		const order = readingOrder([after.work]);

		const counts = { placed: 0, told: 0, misplaced: 0 };
		for (let number = 0; number < MARKS; number++) {
			const index = random.whole(0, CHAPTERS - 1);
			const words = older[index].paragraphs.flat();
			const first = random.whole(0, words.length - 1);
			const last = Math.min(first + random.pick([1, 2, 5, 12, 30, 80]), words.length) - 1;
			const [a, b] = [words[first].number, words[last].number];
			const { slug, ...chapter } = before.chapters[index];
			const range = { start: was.get(a)!.start, end: was.get(b)!.end };
			const target = describe(chapter.text, range, { ...chapter, chapter: slug });

			const right = { ...is.get(a)!, end: is.get(b)!.end };
			const place = placeOf(target, after.chapters, snapshots);
			const entry = toEntry(annotationOf(target), place, order);
			const isThere = target.chapter === right.chapter;
			if (entry.status !== 'placed') counts.told += Number(needsReview(entry));
			else counts[isThere && isSame(place!.range!, right) ? 'placed' : 'misplaced'] += 1;
			// Only what was merged into another chapter has to wait for the reader.
			expect([isThere, entry.status]).toEqual(isThere ? [true, 'placed'] : [false, 'chapter-gone']);
		}
		expect(counts.misplaced).toBe(0);
		expect(counts.placed + counts.told).toBe(MARKS);
		expect(counts.told).toBeGreaterThan(0);
	}
);

const isSame = (one: TextRange, other: TextRange) =>
	one.start === other.start && one.end === other.end;

/** Kept, as the worker keeps them. */
const alignments: Alignments = new Map();

/** As the reading page and the notebook ask for it; `null` when the chapter is not there any more. */
function placeOf(
	target: Target,
	chapters: readonly OwnChapter[],
	snapshots: ReadonlyMap<string, string>
): Place | null {
	const now = chapters.find(({ slug }) => slug === target.chapter);
	return now ? openPlacing(now, snapshots, alignments)(target) : null;
}

const annotationOf = (target: Target): Annotation => ({
	...{ id: 'a', v: 1, kind: 'highlight', created: '2026-01-01T00:00:00.000Z', fields: {} },
	targets: [target]
});
