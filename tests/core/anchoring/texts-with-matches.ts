/** Small texts and their matches, written as words, for tables of cases. */
import type {
	AlignedMatch,
	Alignment,
	Match,
	RangePair,
	TextPair
} from '$lib/core/anchoring/alignment';
import type { TextRange } from '$lib/core/text/range';

export { pairTexts as textPair } from '$lib/core/anchoring/align/text-pair';

/** All of both texts. */
export function whole({ textA, textB }: Pick<TextPair, 'textA' | 'textB'>): RangePair {
	return { fromA: 0, toA: textA.length, fromB: 0, toB: textB.length };
}

/** Where `words` stand in `text`, from `from` on. */
export function rangeOf(text: string, words: string, from = 0): TextRange {
	const start = text.indexOf(words, from);
	if (start === -1) throw new Error(`"${words}" is not in "${text}"`);
	return { start, end: start + words.length };
}

/**
 * A match for each of `words`, in the order of both texts; words after a `>` stand elsewhere, and
 * have moved.
 */
export function matchesOf(textA: string, textB: string, words: readonly string[]): AlignedMatch[] {
	let [endA, endB] = [0, 0];
	return words.map((each) => {
		const moved = each.startsWith('>');
		const a = rangeOf(textA, moved ? each.slice(1) : each, endA);
		const b = rangeOf(textB, moved ? each.slice(1) : each, moved ? 0 : endB);
		endA = a.end;
		if (!moved) endB = b.end;
		return { fromA: a.start, toA: a.end, fromB: b.start, toB: b.end, moved };
	});
}

/** An alignment of these matches. */
export function alignmentOf(
	textA: string,
	textB: string,
	words: readonly string[],
	gramSize = 12
): Alignment {
	const matches = matchesOf(textA, textB, words);
	const matchesB = [...matches].sort((a, b) => a.fromB - b.fromB);
	return { textA, textB, matches, matchesB, gramSize };
}

/** What matches hold of the old text. */
export function wordsOf(text: string, matches: readonly Match[]): string[] {
	return matches.map(({ fromA, toA }) => text.slice(fromA, toA));
}

/** What matches hold of the new text. */
export function wordsInB(text: string, matches: readonly Match[]): string[] {
	return matches.map(({ fromB, toB }) => text.slice(fromB, toB));
}
