/** The notebook: everything a reader made as one list, in the order they want it. */
import type { Annotation, Colour, Place, Target } from '../annotation/annotation';
import { compareTexts } from '../annotation/canonical';
import { currentTarget } from '../annotation/current-target';
import { isLoose } from '../annotation/loose';
import { chapterKey, type ChapterSummary, type Work } from '../text/work';

/** How an annotation stands in today's text. */
export type Standing =
	/** Where it was put. Also while nobody has looked yet. */
	| 'placed'
	/** Found, but the reader should say whether it is the passage. */
	| 'review'
	/** Its passage is not in today's text. */
	| 'unplaced'
	/** Its chapter is not on this site any more. */
	| 'gone'
	/** One of the last three, and the reader said: let it be. */
	| 'loose';

/** One annotation in the list. */
export interface Entry {
	id: string;
	annotation: Annotation;
	/** Where it stands, or stood last. */
	target: Target;
	quote: string;
	/** Empty when there is none. */
	note: string;
	colour: Colour | null;
	tags: readonly string[];
	standing: Standing;
	/** Where its chapter comes in the library; `Infinity` when it is not there. */
	order: number;
	/** Offset in the chapter: in today's text when it is known, else where it was made. */
	at: number;
}

/** The entries of one chapter, or of all when they are sorted by time. */
export interface Group {
	key: string;
	/** `null` when the entries are of many chapters. */
	place: ChapterPlace | null;
	entries: Entry[];
}

/** The chapter of a group. A work or chapter that is not there any more has only its slug. */
export interface ChapterPlace {
	work: string;
	chapter: string;
	workSummary: Work | null;
	chapterSummary: ChapterSummary | null;
}

export type Sort = 'text' | 'newest' | 'oldest';

/** Where each chapter comes when all works are read one after the other, by `chapterKey`. */
export type ReadingOrder = ReadonlyMap<string, number>;

/** The reading order of a library. */
export function readingOrder(works: readonly Work[]): ReadingOrder {
	const keys = works.flatMap(({ slug, chapters }) =>
		chapters.map((chapter) => chapterKey({ work: slug, chapter: chapter.slug }))
	);
	return new Map(keys.map((key, index) => [key, index]));
}

/** One annotation as the notebook shows it. `place`: today's; `null` when nobody has looked. */
export function toEntry(annotation: Annotation, place: Place | null, order: ReadingOrder): Entry {
	const target = currentTarget(annotation);
	const { note, colour, tags } = annotation.fields;
	const at = order.get(chapterKey(target));
	return {
		id: annotation.id,
		annotation,
		target,
		quote: target.quote.exact,
		note: note?.value.trim() ?? '',
		colour: annotation.kind === 'bookmark' ? null : (colour?.value ?? null),
		tags: tags?.value ?? [],
		standing: standingOf(annotation, place, at !== undefined),
		order: at ?? Infinity,
		at: place?.range?.start ?? target.start
	};
}

function standingOf(annotation: Annotation, place: Place | null, isHere: boolean): Standing {
	const level = isHere ? (place?.level ?? 'exact') : 'gone';
	if (level === 'exact' || level === 'high') return 'placed';
	return isLoose(annotation) ? 'loose' : level;
}

/** Whether the reader has to say something about an entry. */
export function needsReader({ standing }: Entry): boolean {
	return standing === 'review' || standing === 'unplaced' || standing === 'gone';
}

/** The entries in that order; those made in the same moment as they stand in the text. Changes nothing. */
export function sortEntries(entries: readonly Entry[], sort: Sort): Entry[] {
	const later = (a: Entry, b: Entry) => compareTexts(b.annotation.created, a.annotation.created);
	const compare = {
		text: inText,
		newest: (a: Entry, b: Entry) => later(a, b) || inText(a, b),
		oldest: (a: Entry, b: Entry) => later(b, a) || inText(a, b)
	};
	return [...entries].sort(compare[sort]);
}

function inText(a: Entry, b: Entry): number {
	if (a.order !== b.order) return a.order < b.order ? -1 : 1;
	// Only chapters that are not here any more share a place in the order.
	const chapter =
		a.order === Infinity
			? compareTexts(a.target.work, b.target.work) ||
				compareTexts(a.target.chapter, b.target.chapter)
			: 0;
	return chapter || a.at - b.at || b.target.end - a.target.end || compareTexts(a.id, b.id);
}

/** Entries sorted by text, chapter by chapter; sorted by time, as one group. No group is empty. */
export function groupEntries(
	sorted: readonly Entry[],
	sort: Sort,
	works: readonly Work[]
): Group[] {
	if (sort !== 'text') {
		return sorted.length > 0 ? [{ key: sort, place: null, entries: [...sorted] }] : [];
	}
	const groups: Group[] = [];
	for (const entry of sorted) {
		const key = chapterKey(entry.target);
		const last = groups.at(-1);
		if (last?.key === key) last.entries.push(entry);
		else groups.push({ key, place: chapterPlace(entry.target, works), entries: [entry] });
	}
	return groups;
}

/** The chapter a target is in, as the library knows it today. */
export function chapterPlace(
	{ work, chapter }: { work: string; chapter: string },
	works: readonly Work[]
): ChapterPlace {
	const workSummary = works.find(({ slug }) => slug === work) ?? null;
	const chapterSummary = workSummary?.chapters.find(({ slug }) => slug === chapter) ?? null;
	return { work, chapter, workSummary, chapterSummary };
}
