/**
 * Which chapter of a book's new file is which of the old one, by their texts: a chapter may have been
 * corrected, moved, or merged with another, and its name may have changed with its number.
 */
import { CHAPTER_GRAM, CHAPTER_GRAM_SAMPLING, SAME_CHAPTER } from './tuning';

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
	for (const { index, chapter } of alike([...left], after, changed))
		if (matches[index] === null && left.has(chapter)) take(index, chapter);
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

/** The pairs of chapters that share a good part of their words, those that share most first. */
function alike(
	before: readonly MatchedChapter[],
	after: readonly MatchedChapter[],
	changed: readonly number[]
): Pair[] {
	const owners = new Map<number, number>(); // by gram; of one in two chapters the first
	const sizes = before.map(({ text }, number) => {
		const grams = gramsOf(text);
		for (const gram of grams) if (!owners.has(gram)) owners.set(gram, number);
		return grams.size;
	});
	const pairs: Pair[] = [];
	for (const index of changed) {
		const grams = gramsOf(after[index].text);
		const counts = new Map<number, number>();
		for (const gram of grams) {
			const owner = owners.get(gram);
			if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
		}
		for (const [number, shared] of counts)
			if (shared >= SAME_CHAPTER * Math.min(grams.size, sizes[number]))
				pairs.push({ index, chapter: before[number], shared });
	}
	return pairs.sort((a, b) => b.shared - a.shared);
}

/** Hashes of the runs of letters of a text: some of them, the same ones in every text. */
function gramsOf(text: string): Set<number> {
	const grams = new Set<number>();
	let first = 1; // the factor of the letter that leaves the run
	for (let n = 1; n < CHAPTER_GRAM; n++) first = Math.imul(first, FACTOR);
	let hash = 0;
	for (let at = 0; at < text.length; at++) {
		if (at >= CHAPTER_GRAM)
			hash = (hash - Math.imul(text.charCodeAt(at - CHAPTER_GRAM), first)) | 0;
		hash = (Math.imul(hash, FACTOR) + text.charCodeAt(at)) | 0;
		// The high bits: the low ones of such a hash only know the last letters.
		if (at >= CHAPTER_GRAM - 1 && (Math.imul(hash, MIX) >>> 16) % CHAPTER_GRAM_SAMPLING === 0)
			grams.add(hash);
	}
	return grams;
}

const FACTOR = 0x01000193; // the prime of FNV-1a; odd, and that is all that is asked of it
const MIX = 0x9e3779b1; // Knuth's multiplicative hash
