/** An index of a text's grams (runs of a few units), by which equal passages of two texts are found. */
import {
	ALPHABETIC_GRAM,
	GRAM_SAMPLE,
	IDEOGRAPHIC_GRAM,
	IDEOGRAPHIC_SHARE,
	MOST_OCCURRENCES
} from '../tuning';

/** Every gram of `text`, by hash. */
export interface GramIndex {
	text: string;
	/** Units in a gram. */
	size: number;
	/** For each hash the last position that has it, or -1. Its length is a power of two. */
	head: Int32Array;
	/** For each position the one before it with the same hash, or -1. */
	next: Int32Array;
}

/** How many units make a gram in the writing of `text`. */
export function gramSize(text: string): number {
	const sample = text.slice(0, GRAM_SAMPLE);
	const ideographs = sample.match(/[\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}]/gu);
	const share = (ideographs?.length ?? 0) / Math.max(1, sample.length);
	return share > IDEOGRAPHIC_SHARE ? IDEOGRAPHIC_GRAM : ALPHABETIC_GRAM;
}

/** Indexes every gram of `size` units in `text`. */
export function indexGrams(text: string, size: number): GramIndex {
	let buckets = 256;
	while (buckets < text.length) buckets *= 2;
	const head = new Int32Array(buckets).fill(-1);
	const next = new Int32Array(Math.max(0, text.length - size + 1));
	for (let at = 0; at < next.length; at += 1) {
		const bucket = hashAt(text, at, size) & (buckets - 1);
		next[at] = head[bucket];
		head[bucket] = at;
	}
	return { text, size, head, next };
}

/**
 * Writes into `found` where the gram at `at` of `text` stands in the indexed text, the last
 * position first, and gives their number. A gram that stands in more than `MOST_OCCURRENCES`
 * positions tells nothing, and neither does one that `text` is too short for: 0.
 */
export function occurrencesOf(grams: GramIndex, text: string, at: number, found: number[]): number {
	const { size, head, next } = grams;
	if (at + size > text.length) return 0;
	let count = 0;
	let position = head[hashAt(text, at, size) & (head.length - 1)];
	for (; position !== -1; position = next[position]) {
		if (!isSameGram(grams.text, position, text, at, size)) continue;
		if (count === MOST_OCCURRENCES) return 0;
		found[count] = position;
		count += 1;
	}
	return count;
}

// FNV-1a over UTF-16 units, its upper bits mixed down for the power-of-two table.
function hashAt(text: string, at: number, size: number): number {
	let hash = 0x811c9dc5;
	for (let i = at; i < at + size; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return hash ^ (hash >>> 15);
}

function isSameGram(a: string, atA: number, b: string, atB: number, size: number): boolean {
	for (let i = 0; i < size; i += 1) {
		if (a.charCodeAt(atA + i) !== b.charCodeAt(atB + i)) return false;
	}
	return true;
}
