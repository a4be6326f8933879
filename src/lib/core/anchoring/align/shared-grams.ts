/** The grams (runs of a few units) that two texts share, by which equal passages are found. */
import {
	ALPHABETIC_GRAM,
	GRAM_SAMPLE,
	IDEOGRAPHIC_GRAM,
	IDEOGRAPHIC_SHARE,
	MOST_GRAMS_OF_A_HASH,
	MOST_OCCURRENCES
} from '../tuning';

/** Every gram of `text`, by hash. A gram is named by the position at which it stands first. */
export interface GramIndex {
	text: string;
	/** Units in a gram. */
	size: number;
	/** For each hash a gram that has it, or -1. Its length is a power of two. */
	head: Int32Array;
	/** For each gram another one with the same hash, or -1. */
	sibling: Int32Array;
	/** For each gram its last position, or -1 when there are more than `MOST_OCCURRENCES`. */
	last: Int32Array;
	/** For each position of a gram the one before it, or -1. */
	previous: Int32Array;
}

/**
 * All pairs of equal grams of an old text and a new one: pair n says that the gram at `startsA[n]`
 * of the old text stands at `startsB[n]` of the new one. In the order of the old text, and for one
 * gram of it the last position in the new text first.
 */
export interface SharedGrams {
	/** Units in a gram. */
	size: number;
	startsA: number[];
	startsB: number[];
	/** For each offset of the old text the number of the first pair that starts there or behind it. */
	firstPair: Int32Array;
}

/** How many units make a gram in the writing of `text`. */
function gramSize(text: string): number {
	const sample = text.slice(0, GRAM_SAMPLE);
	const ideographs = sample.match(/[\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}]/gu);
	const share = (ideographs?.length ?? 0) / Math.max(1, sample.length);
	return share > IDEOGRAPHIC_SHARE ? IDEOGRAPHIC_GRAM : ALPHABETIC_GRAM;
}

/** Indexes every gram of `text`, of the size that suits its writing. */
export function indexGrams(text: string): GramIndex {
	const size = gramSize(text);
	let buckets = 256;
	while (buckets < text.length) buckets *= 2;
	const count = Math.max(0, text.length - size + 1);
	const index: GramIndex = {
		text,
		size,
		head: new Int32Array(buckets).fill(-1),
		sibling: new Int32Array(count),
		last: new Int32Array(count),
		previous: new Int32Array(count)
	};
	const { head, sibling, last, previous } = index;
	const occurrences = new Uint8Array(count);
	const hashes = new RollingHash(text, size);
	for (let at = 0; at < count; at += 1) {
		const bucket = hashes.next() & (buckets - 1);
		const gram = findGram(index, bucket, text, at);
		if (gram === -1) {
			sibling[at] = head[bucket];
			head[bucket] = last[at] = at;
			previous[at] = -1;
			occurrences[at] = 1;
		} else if (last[gram] !== -1) {
			occurrences[gram] += 1;
			previous[at] = last[gram];
			last[gram] = occurrences[gram] > MOST_OCCURRENCES ? -1 : at;
		}
	}
	return index;
}

/** The gram of the index with this hash that stands at `at` of `text`; -1 when there is none. */
function findGram(index: GramIndex, bucket: number, text: string, at: number): number {
	let gram = index.head[bucket];
	for (let n = 0; gram !== -1 && n < MOST_GRAMS_OF_A_HASH; n += 1) {
		if (isSameGram(text, at, index.text, gram, index.size)) return gram;
		gram = index.sibling[gram];
	}
	return -1;
}

/**
 * The grams that `textA` shares with the indexed text. One that stands in more than
 * `MOST_OCCURRENCES` positions there tells nothing, and is left out.
 */
export function sharedGrams(textA: string, index: GramIndex): SharedGrams {
	const { size, head, last, previous } = index;
	const startsA: number[] = [];
	const startsB: number[] = [];
	const firstPair = new Int32Array(textA.length + 1);
	const count = Math.max(0, textA.length - size + 1);
	const hashes = new RollingHash(textA, size);
	for (let a = 0; a < count; a += 1) {
		firstPair[a] = startsA.length;
		const gram = findGram(index, hashes.next() & (head.length - 1), textA, a);
		for (let b = gram === -1 ? -1 : last[gram]; b !== -1; b = previous[b]) {
			startsA.push(a);
			startsB.push(b);
		}
	}
	firstPair.fill(startsA.length, count);
	return { size, startsA, startsB, firstPair };
}

// An odd number, whose powers spread over all bits: the prime of the FNV hash.
const BASE = 0x01000193;

/** Hashes each gram of a text in turn: a polynomial modulo 2 ** 32, rolled along (Karp and Rabin 1987). */
class RollingHash {
	readonly #text: string;
	readonly #size: number;
	/** The power of BASE by which the first unit of a gram counts. */
	readonly #highest: number;
	/** Where the next gram ends, less its last unit. */
	#at = 0;
	#hash = 0;

	constructor(text: string, size: number) {
		let highest = 1;
		for (let n = 1; n < size; n += 1) highest = Math.imul(highest, BASE);
		[this.#text, this.#size, this.#highest] = [text, size, highest];
		while (this.#at < Math.min(size - 1, text.length)) this.#add();
	}

	/** The hash of the next gram; there must be one. */
	next(): number {
		const first = this.#at + 1 - this.#size;
		this.#add();
		const hash = this.#hash;
		this.#hash -= Math.imul(this.#text.charCodeAt(first), this.#highest);
		// The upper bits are mixed down, since only the lower ones choose a bucket.
		return hash ^ (hash >>> 15);
	}

	#add(): void {
		this.#hash = (Math.imul(this.#hash, BASE) + this.#text.charCodeAt(this.#at)) | 0;
		this.#at += 1;
	}
}

function isSameGram(a: string, atA: number, b: string, atB: number, size: number): boolean {
	for (let i = 0; i < size; i += 1) {
		if (a.charCodeAt(atA + i) !== b.charCodeAt(atB + i)) return false;
	}
	return true;
}
