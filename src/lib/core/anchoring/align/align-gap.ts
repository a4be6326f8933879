/** Alignment of the stretches between two shared runs: words first, then their letters. */
import { dropSpuriousMatches, dropSparseMatches, type Gap } from '../clean/drop-spurious-matches';
import { alignLetters } from './align-letters';
import type { Match, TextPair } from '../alignment';
import type { TextRange } from '../../text/range';
import { alignTokens } from './align-tokens';

// What is left between matching words, at most; more letters say nothing.
const LONGEST_LEFT = 80;
// Left-over letters belong together when this much of them is alike; of a few, when half is.
const ALIKE = 0.6;
const FEW = 8;
const FEW_ALIKE = 0.5;

/** Equal runs within a gap; none when its two sides are unrelated. */
export function alignGap(texts: TextPair, gap: Gap): Match[] {
	const { was, is } = gap;
	const { was: old, is: now } = texts;
	if (was.start === was.end || is.start === is.end) return [];
	const matches = alignTokens(old.slice(was.start, was.end), now.slice(is.start, is.end));
	if (matches === null) return [];
	const runs: Match[] = [];
	const add = (from: number, fromEnd: number, to: number, toEnd: number) => {
		for (const run of lettersOf(old.slice(from, fromEnd), now.slice(to, toEnd))) {
			const before = runs.at(-1);
			if (before && continues(before, from + run.from, to + run.to)) before.length += run.length;
			else runs.push({ from: from + run.from, to: to + run.to, length: run.length });
		}
	};
	let from = was.start;
	let to = is.start;
	for (const match of matches) {
		add(from, was.start + match.was.start, to, is.start + match.is.start);
		from = was.start + match.was.end;
		to = is.start + match.is.end;
		add(was.start + match.was.start, from, is.start + match.is.start, to);
	}
	add(from, was.end, to, is.end);
	const kept = dropSparseMatches(
		dropSpuriousMatches(texts, gap, runs, (run) => worth(old, now, run)),
		texts,
		gap
	);
	return [...kept, ...swaps(old, was, now, is, kept)];
}

// Two letters in each other's place; more would be a moved word, which is not worth the risk.
const LONGEST_SWAP = 2;

/** The other halves of swapped letters: in "the" and "teh" a diff sees but one of "h" and "e". */
function swaps(old: string, was: TextRange, now: string, is: TextRange, runs: Match[]): Match[] {
	const found: Match[] = [];
	const start = { from: was.start, to: is.start, length: 0 };
	for (const [n, run] of runs.entries()) {
		if (run.length > LONGEST_SWAP) continue;
		const before = runs[n - 1] ?? start;
		const after = runs[n + 1] ?? { from: was.end, to: is.end };
		const lost = [
			old.slice(before.from + before.length, run.from),
			old.slice(run.from + run.length, after.from)
		];
		const come = [
			now.slice(before.to + before.length, run.to),
			now.slice(run.to + run.length, after.to)
		];
		for (const [side, other] of [
			[0, 1],
			[1, 0]
		]) {
			const text = lost[side];
			if (text === '' || text.length > LONGEST_SWAP || text !== come[other]) continue;
			if (lost[other] !== '' || come[side] !== '') continue;
			found.push({
				from: side === 0 ? run.from - text.length : run.from + run.length,
				to: side === 0 ? run.to + run.length : run.to - text.length,
				length: text.length
			});
		}
	}
	return found;
}

function continues({ from, to, length }: Match, nextFrom: number, nextTo: number): boolean {
	return from + length === nextFrom && to + length === nextTo;
}

function lettersOf(old: string, now: string): Match[] {
	if (old === now) return old === '' ? [] : [{ from: 0, to: 0, length: old.length }];
	if (old === '' || now === '' || Math.max(old.length, now.length) > LONGEST_LEFT) return [];
	const runs = alignLetters(old, now);
	const common = runs.reduce((sum, { length }) => sum + length, 0);
	const alike = Math.max(old.length, now.length) > FEW ? ALIKE : FEW_ALIKE;
	return 2 * common >= alike * (old.length + now.length) ? runs : [];
}

// A whole word is no chance where three letters are: it outweighs a changed word or two.
const WORD_WORTH = 3;
const WORD = /[\p{L}\p{N}]{3,}/u;
// Nor two Han characters where one is.
const HAN_WORTH = 2;
const HAN = /\p{Ideographic}{2}/u;

function worth(old: string, now: string, { from, to, length }: Match): number {
	const text = old.slice(from, from + length);
	if (HAN.test(text)) return length * HAN_WORTH;
	if (!WORD.test(text)) return length;
	const whole = isEdge(old, from) && isEdge(old, from + length);
	return whole && isEdge(now, to) && isEdge(now, to + length) ? length * WORD_WORTH : length;
}

/** Whether `at` does not stand within a word. */
function isEdge(text: string, at: number): boolean {
	return !/^[^\P{L}\p{Ideographic}]{2}$|^\p{N}{2}$/u.test(text.slice(Math.max(0, at - 1), at + 1));
}
