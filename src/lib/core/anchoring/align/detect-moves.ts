/** Move detection: paragraphs and sentences of the old text that stand elsewhere in the new one. */
import { BLOCK_SEPARATOR } from '../../text/chapter-text';
import type { TextRange } from '../../text/range';
import { totalLength, type AlignedMatch, type Match, type TextPair } from '../alignment';
import { spansSentences } from '../clean/drop-spurious-matches';
import {
	CERTAIN_MOVE_GRAMS,
	MOST_MOVE_READINGS,
	MOST_MOVE_TRIES,
	MOST_MOVE_UNITS,
	MOVED_DENSITY
} from '../tuning';
import { alignRanges } from './align-ranges';
import { indexAt, rangeAt, subtract, unmatchedRanges } from './unmatched-ranges';

/**
 * Matches of what `matches` leave unmatched in both texts, wherever it stands. Whole blocks come
 * first, then the longest passages.
 */
export function detectMoves(texts: TextPair, matches: readonly AlignedMatch[]): AlignedMatch[] {
	const found = moveBlocks(texts, unmatchedInA(texts, matches), unmatchedInB(texts, matches));
	const left = [...matches, ...found];
	const unmatchedB = unmatchedInB(texts, left);
	const byLength = unmatchedInA(texts, left).sort((a, b) => a.end - a.start - (b.end - b.start));
	let effort = Math.min(texts.foldedA.length * MOST_MOVE_READINGS, MOST_MOVE_UNITS);
	for (let lost = byLength.pop(); lost && effort > 0; lost = byLength.pop()) {
		effort -= lost.end - lost.start;
		for (const home of likeliest(texts, lost, unmatchedB)) {
			const moved = alignRanges(texts, {
				fromA: lost.start,
				toA: lost.end,
				fromB: home.start,
				toB: home.end
			});
			if (!isPassage(texts, moved)) continue;
			found.push(...moved.map((match) => ({ ...match, moved: true })));
			const [first, last] = [moved[0], moved[moved.length - 1]];
			const taken = { start: first.fromB, end: last.toB };
			unmatchedB.splice(indexAt(unmatchedB, home.start), 1, ...subtract(home, taken));
			byLength.push(...subtract(lost, { start: first.fromA, end: last.toA }));
			break;
		}
	}
	return found;
}

function unmatchedInA({ foldedA }: TextPair, matches: readonly Match[]): TextRange[] {
	const matched = matches.map(({ fromA, toA }) => ({ start: fromA, end: toA }));
	return unmatchedRanges(matched, foldedA.length);
}

function unmatchedInB({ foldedB }: TextPair, matches: readonly Match[]): TextRange[] {
	const matched = matches.map(({ fromB, toB }) => ({ start: fromB, end: toB }));
	return unmatchedRanges(matched, foldedB.length);
}

/** Matches whole blocks, however short, that stand once within the unmatched ranges of either text. */
function moveBlocks(
	{ textA, textB, foldedA, foldedB }: TextPair,
	unmatchedA: readonly TextRange[],
	unmatchedB: readonly TextRange[]
): AlignedMatch[] {
	const blocksA = wholeBlocks(textA, foldedA, unmatchedA);
	const blocksB = wholeBlocks(textB, foldedB, unmatchedB);
	const found: AlignedMatch[] = [];
	for (const [words, fromA] of blocksA) {
		const fromB = blocksB.get(words);
		if (fromA === null || fromB === undefined || fromB === null) continue;
		const [toA, toB] = [fromA + words.length, fromB + words.length];
		found.push({ fromA, toA, fromB, toB, moved: true });
	}
	return found;
}

/** Start of each block that lies within one of `ranges`, by its folded text; `null` when it stands twice. */
function wholeBlocks(
	text: string,
	folded: string,
	ranges: readonly TextRange[]
): Map<string, number | null> {
	const starts = new Map<string, number | null>();
	let n = 0;
	for (let start = 0; start < text.length;) {
		const separator = text.indexOf(BLOCK_SEPARATOR, start);
		const end = separator === -1 ? text.length : separator;
		while (n < ranges.length && ranges[n].end < end) n += 1;
		if (n === ranges.length) break;
		if (end > start && ranges[n].start <= start) {
			const words = folded.slice(start, end);
			starts.set(words, starts.has(words) ? null : start);
		}
		start = end + BLOCK_SEPARATOR.length;
	}
	return starts;
}

/** The unmatched ranges of the new text that share grams with `lost`, those with the most first. */
function likeliest(
	{ shared: { size, startsB, firstPair } }: TextPair,
	lost: TextRange,
	unmatchedB: readonly TextRange[]
): TextRange[] {
	const votes = new Map<TextRange, number>();
	const last = firstPair[Math.max(lost.start, lost.end - size + 1)];
	for (let n = firstPair[lost.start]; n < last; n += 1) {
		const home = rangeAt(unmatchedB, startsB[n]);
		if (home === null || startsB[n] + size > home.end) continue;
		votes.set(home, (votes.get(home) ?? 0) + 1);
	}
	return [...votes]
		.sort((a, b) => b[1] - a[1])
		.slice(0, MOST_MOVE_TRIES)
		.map(([home]) => home);
}

/** Whether the matches are a passage of its own, and no phrase that stands in both texts by chance. */
function isPassage(texts: TextPair, matches: readonly Match[]): boolean {
	if (matches.length === 0) return false;
	const [first, last] = [matches[0], matches[matches.length - 1]];
	const length = totalLength(matches);
	const spread = Math.max(last.toA - first.fromA, last.toB - first.fromB);
	if (length < spread * MOVED_DENSITY) return false;
	return length >= texts.shared.size * CERTAIN_MOVE_GRAMS || spansSentences(texts, first, last);
}
