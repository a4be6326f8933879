/** How a passage is written down, so that it can be found again in another edition. */
import type { Quote, Target } from './annotation';
import type { TextRange } from '../text/range';
import { blockAt, NORM, type Block } from '../text/chapter-text';

/** The edition of a chapter that a passage stands in, with the blocks of its text in reading order. */
export interface EditionBlocks {
	work: string;
	chapter: string;
	edition: string;
	blocks: readonly Block[];
}

// Units of context each side. Tells apart every repeated sentence of our texts,
// and is long enough for several letters of it to be corrected without harm.
const CONTEXT_LENGTH = 64;

/**
 * Describes the passage `range` of `text`: its words, at least 64 units of
 * context each side (fewer at the ends of the text), grown until prefix, words
 * and suffix together stand in `text` only once. No surrogate pair is cut: a
 * range that cuts one is widened to whole characters.
 *
 * @throws RangeError when `range` is empty, not of whole numbers, reaches beyond
 * `text`, or touches no block.
 */
export function describe(text: string, range: TextRange, at: EditionBlocks): Target {
	if (!isPassage(range, text.length)) {
		throw new RangeError(`no passage at ${range.start}..${range.end} of ${text.length} units`);
	}
	const start = outOfPair(text, range.start, -1);
	const end = outOfPair(text, range.end, 1);
	const first = blockAt(at.blocks, start);
	const last = blockAt(at.blocks, end - 1);
	if (first === null || last === null) {
		throw new RangeError(`no block at ${range.start}..${range.end}`);
	}
	return {
		work: at.work,
		chapter: at.chapter,
		edition: at.edition,
		norm: NORM,
		start,
		end,
		blocks: [first.id, last.id],
		quote: quoteAt(text, { start, end })
	};
}

/** The words of `range` with so much of `text` around them that together they stand there once. */
export function quoteAt(text: string, { start, end }: TextRange): Quote {
	const context = uniqueWindow(text, { start, end });
	return {
		exact: text.slice(start, end),
		prefix: text.slice(context.start, start),
		suffix: text.slice(end, context.end)
	};
}

function isPassage({ start, end }: TextRange, length: number): boolean {
	const whole = Number.isInteger(start) && Number.isInteger(end);
	return whole && start >= 0 && start < end && end <= length;
}

/** The range with its context, as much as makes it unique in `text`. */
function uniqueWindow(text: string, { start, end }: TextRange): TextRange {
	for (let context = CONTEXT_LENGTH; ;) {
		const from = outOfPair(text, Math.max(0, start - context), -1);
		const to = outOfPair(text, Math.min(text.length, end + context), 1);
		const other = otherHit(text, { start: from, end: to });
		if (other === null) return { start: from, end: to };
		// Grown past the first unit in which this hit differs, and at least
		// doubled, so that a text of nothing but refrains takes few rounds.
		const alike = likeness(text, { start: from, end: to }, other);
		context = Math.max(context * 2, context + alike + 1);
	}
}

/** Where the words of `range` stand in `text` a second time; `null` when nowhere. */
function otherHit(text: string, { start, end }: TextRange): number | null {
	const words = text.slice(start, end);
	const first = text.indexOf(words);
	const hit = first === start ? text.indexOf(words, start + 1) : first;
	return hit === -1 ? null : hit;
}

/** Units by which both sides of `range` can grow before it differs from its copy at `hit`. */
function likeness(text: string, { start, end }: TextRange, hit: number): number {
	const shift = hit - start;
	let left = 0;
	while (left < start && text[start - left - 1] === text[start - left - 1 + shift]) left += 1;
	let right = 0;
	while (end + right < text.length && text[end + right] === text[end + right + shift]) right += 1;
	// A side at the end of the text cannot grow: then the other one has to differ.
	if (left === start) return right;
	if (end + right === text.length) return left;
	return Math.min(left, right);
}

/** `offset`, or its neighbour in `direction` when it would cut a surrogate pair. */
function outOfPair(text: string, offset: number, direction: 1 | -1): number {
	const cuts = /^[\ud800-\udbff][\udc00-\udfff]$/.test(
		text.slice(Math.max(0, offset - 1), offset + 1)
	);
	return cuts ? offset + direction : offset;
}
