/** What left its place: paragraphs and sentences of the old text found elsewhere in the new one. */
import { isBounded } from '../clean/drop-spurious-matches';
import { unmatchedRanges, rangeAt, take, without } from './unmatched-ranges';
import { occurrencesOf } from './gram-index';
import type { AlignedMatch, Match, TextPair } from '../alignment';
import type { TextRange } from '../../text/range';
import { alignRanges } from './align-ranges';
import { BLOCK_SEPARATOR } from '../../text/chapter-text';

// Grams a moved stretch must be long to count wherever it starts and ends;
// shorter ones may be a phrase the author likes, and must be whole sentences.
const LONG_IN_GRAMS = 6;
// How often, on the average, a unit of the old text is looked at. A text shuffled sentence by
// sentence would take the square of its length.
const MOST_READINGS = 40;
// Other gaps of the new text to try when the likeliest one does not hold the stretch.
const TRIES = 3;

/** The stretches that `spine` (in the order of the old text) leaves open on both sides, matched. */
export function detectMoves(texts: TextPair, spine: readonly AlignedMatch[]): AlignedMatch[] {
	const open = unmatchedRanges(
		spine.map(({ to, length }) => ({ start: to, end: to + length })),
		texts.is.length
	);
	const waiting = unmatchedRanges(
		spine.map(({ from, length }) => ({ start: from, end: from + length })),
		texts.was.length
	);
	const found = moveBlocks(texts, waiting, open);
	waiting.sort((a, b) => a.end - a.start - (b.end - b.start));
	let effort = texts.was.length * MOST_READINGS;
	for (let lost = waiting.pop(); lost && effort > 0; lost = waiting.pop()) {
		effort -= lost.end - lost.start;
		for (const home of likeliest(texts, lost, open)) {
			const runs = alignRanges(texts, lost, home);
			if (!isPassage(texts, runs)) continue;
			found.push(...runs.map((run) => ({ ...run, moved: true })));
			const [first, last] = [runs[0], runs[runs.length - 1]];
			const taken = { start: first.to, end: last.to + last.length };
			open.splice(open.indexOf(home), 1, ...without(home, taken));
			waiting.push(...without(lost, { start: first.from, end: last.from + last.length }));
			break;
		}
	}
	return found;
}

/** Whole blocks, however short, that stand once among what is open in either text. */
function moveBlocks(texts: TextPair, waiting: TextRange[], open: TextRange[]): AlignedMatch[] {
	const old = wholeBlocks(texts.old, texts.was, waiting);
	const now = wholeBlocks(texts.now, texts.is, open);
	const found: AlignedMatch[] = [];
	for (const [words, from] of old) {
		const to = now.get(words);
		if (from === null || to === undefined || to === null) continue;
		found.push({ from, to, length: words.length, moved: true });
		take(waiting, { start: from, end: from + words.length });
		take(open, { start: to, end: to + words.length });
	}
	return found;
}

/** Start of each block that lies within one of `ranges`, by its folded text; `null` when it stands twice. */
function wholeBlocks(raw: string, folded: string, ranges: TextRange[]): Map<string, number | null> {
	const starts = new Map<string, number | null>();
	for (const range of ranges) {
		let start = range.start === 0 ? 0 : raw.indexOf(BLOCK_SEPARATOR, range.start - 1) + 1;
		if (start === 0 && range.start !== 0) continue;
		while (start < range.end) {
			const separator = raw.indexOf(BLOCK_SEPARATOR, start);
			const end = separator === -1 ? raw.length : separator;
			if (end > range.end) break;
			const words = folded.slice(start, end);
			if (words !== '') starts.set(words, starts.has(words) ? null : start);
			start = end + 1;
		}
	}
	return starts;
}

/** Gaps of the new text that share grams with the stretch, most first. */
function likeliest(texts: TextPair, lost: TextRange, open: readonly TextRange[]): TextRange[] {
	const votes = new Map<TextRange, number>();
	const hits: number[] = [];
	for (let from = lost.start; from + texts.grams.size <= lost.end; from += 1) {
		const count = occurrencesOf(texts.grams, texts.was, from, hits);
		for (let h = 0; h < count; h += 1) {
			const home = rangeAt(open, hits[h]);
			if (home === null || hits[h] + texts.grams.size > home.end) continue;
			votes.set(home, (votes.get(home) ?? 0) + 1);
		}
	}
	return [...votes]
		.sort((a, b) => b[1] - a[1])
		.slice(0, TRIES)
		.map(([home]) => home);
}

/** Whether the runs are a passage of its own, not a phrase that stands in both by chance. */
function isPassage(texts: TextPair, runs: Match[]): boolean {
	if (runs.length === 0) return false;
	const [first, last] = [runs[0], runs[runs.length - 1]];
	const length = runs.reduce((sum, run) => sum + run.length, 0);
	const spread = Math.max(last.from - first.from, last.to - first.to) + last.length;
	if (length * 2 < spread) return false;
	if (length >= texts.grams.size * LONG_IN_GRAMS) return true;
	return isBounded(texts, first, last);
}
