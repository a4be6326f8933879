/**
 * Which chapter of a book's new file is which of the old one, by their texts: a chapter may have been
 * corrected, moved, or merged with another, and its name may have changed with its number.
 */
import {
	CHAPTER_GRAM,
	CHAPTER_GRAM_SAMPLING,
	MOST_SHORT_CHAPTERS,
	SAME_CHAPTER,
	SAME_SHORT_CHAPTER,
	SHORT_CHAPTER,
	SHORT_CHAPTER_GRAM
} from './tuning';

export interface MatchedChapter {
	slug: string;
	edition: string;
	text: string;
}

/**
 * For each chapter of `after` the one of `before` that it is; `null` for a new one. No two are the same:
 * of two that were merged, the longer one counts.
 */
export function matchChapters(
	before: readonly MatchedChapter[],
	after: readonly MatchedChapter[]
): (MatchedChapter | null)[] {
	const matches = after.map((): MatchedChapter | null => null);
	const left = new Set(before);
	const take = (index: number, chapter: MatchedChapter) => {
		matches[index] = chapter;
		left.delete(chapter);
	};
	for (const [index, { edition, slug }] of after.entries()) {
		const same = [...left].filter((one) => one.edition === edition);
		const found = same.find((one) => one.slug === slug) ?? same[0];
		if (found) take(index, found);
	}
	const changed = [...after.keys()].filter((index) => matches[index] === null);
	const takeAlike = (pairs: readonly Pair[]) => {
		for (const { index, chapter } of pairs)
			if (matches[index] === null && left.has(chapter)) take(index, chapter);
	};
	takeAlike(alike([...left], after, changed, LONG_TEXTS));
	const short = changed.filter((index) => matches[index] === null && isShort(after[index]));
	takeAlike(
		alike(
			[...left].filter(isShort).slice(0, MOST_SHORT_CHAPTERS),
			after,
			short.slice(0, MOST_SHORT_CHAPTERS),
			SHORT_TEXTS
		)
	);
	for (const index of changed) {
		// What has its name but none of its words is its successor: its marks are told as not found there.
		const named = matches[index] ? null : [...left].find(({ slug }) => slug === after[index].slug);
		if (named) take(index, named);
	}
	return matches;
}

interface Pair {
	index: number;
	chapter: MatchedChapter;
	shared: number;
}

/** How texts of a length are compared. */
interface Comparison {
	/** Units in a run. */
	gram: number;
	/** One in so many runs is looked at. */
	sampling: number;
	/** Whether two texts with so many grams share enough of them. */
	isEnough(shared: number, one: number, other: number): boolean;
}

const LONG_TEXTS: Comparison = {
	gram: CHAPTER_GRAM,
	sampling: CHAPTER_GRAM_SAMPLING,
	isEnough: (shared, one, other) => shared >= SAME_CHAPTER * Math.min(one, other)
};

const SHORT_TEXTS: Comparison = {
	gram: SHORT_CHAPTER_GRAM,
	sampling: 1,
	isEnough: (shared, one, other) => shared >= SAME_SHORT_CHAPTER * Math.max(one, other)
};

function isShort({ text }: MatchedChapter): boolean {
	return text.length <= SHORT_CHAPTER;
}

/** The pairs of chapters that share a good part of their words, those that share most first. */
function alike(
	before: readonly MatchedChapter[],
	after: readonly MatchedChapter[],
	changed: readonly number[],
	comparison: Comparison
): Pair[] {
	const owners = new Map<number, number>(); // by gram; of one in two chapters the first
	const sizes = before.map(({ text }, number) => {
		const grams = gramsOf(text, comparison);
		for (const gram of grams) if (!owners.has(gram)) owners.set(gram, number);
		return grams.size;
	});
	const pairs: Pair[] = [];
	for (const index of changed) {
		const grams = gramsOf(after[index].text, comparison);
		const counts = new Map<number, number>();
		for (const gram of grams) {
			const owner = owners.get(gram);
			if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
		}
		for (const [number, shared] of counts)
			if (comparison.isEnough(shared, grams.size, sizes[number]))
				pairs.push({ index, chapter: before[number], shared });
	}
	return pairs.sort((a, b) => b.shared - a.shared);
}

/** Hashes of the runs of letters of a text: some of them, the same ones in every text. */
function gramsOf(text: string, { gram, sampling }: Comparison): Set<number> {
	const grams = new Set<number>();
	let first = 1; // the factor of the letter that leaves the run
	for (let n = 1; n < gram; n++) first = Math.imul(first, FACTOR);
	let hash = 0;
	for (let at = 0; at < text.length; at++) {
		if (at >= gram) hash = (hash - Math.imul(text.charCodeAt(at - gram), first)) | 0;
		hash = (Math.imul(hash, FACTOR) + text.charCodeAt(at)) | 0;
		// The high bits: the low ones of such a hash only know the last letters.
		if (at >= gram - 1 && (Math.imul(hash, MIX) >>> 16) % sampling === 0) grams.add(hash);
	}
	return grams;
}

const FACTOR = 0x01000193; // the prime of FNV-1a; odd, and that is all that is asked of it
const MIX = 0x9e3779b1; // Knuth's multiplicative hash
