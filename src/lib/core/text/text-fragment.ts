/** The words of a passage as an address names them: `text=[prefix-,]start[,end][,-suffix]`. */
import { fold } from './fold';
import type { TextRange } from './range';
import { wordsOf } from './sentences';
import { BLOCK_SEPARATOR, isSpace } from './chapter-text';

/** Stands in a page's text for what is seen there and is no text: no words of an address may cross it. */
export const GAP = '\ufffc';

/** Words at either end that name a longer passage. */
const ENDS = 5;
/** Words of context each side that are tried, the fewest first: an address is read by people too. */
const CONTEXTS = [0, 3, 6, 12, 24];

/** Passages of the page, as the directive takes them; each within one stretch. */
interface Directive {
	prefix: TextRange | null;
	start: TextRange;
	end: TextRange | null;
	suffix: TextRange | null;
}

/**
 * The text directive for a passage, percent-encoded, without its `text=`; `null`
 * when a browser that follows it would show another passage first. `page`: what
 * the page shows in the order a browser searches it, blocks apart by a line break,
 * `GAP` where something else stands. A passage that cuts a word is widened to it,
 * since browsers look for whole words.
 * https://wicg.github.io/scroll-to-text-fragment/
 */
export function textFragment(page: string, passage: TextRange, language: string): string | null {
	const wanted = wholeWords(page, passage, language);
	if (wanted.start >= wanted.end) return null;
	const folded = fold(page);
	const ends = endsOf(page, wanted, language);
	for (const words of CONTEXTS) {
		const { prefix, suffix } = contextOf(page, wanted, { words, language });
		const directive = { prefix, ...ends, suffix };
		const found = firstMatch(folded, directive);
		if (found?.start === wanted.start && found.end === wanted.end) return written(page, directive);
	}
	return null;
}

function written(page: string, { prefix, start, end, suffix }: Directive): string {
	// The hyphen has a meaning of its own there, and encodeURIComponent leaves it.
	const encoded = ({ start, end }: TextRange) =>
		encodeURIComponent(page.slice(start, end)).replaceAll('-', '%2D');
	return [
		prefix && `${encoded(prefix)}-`,
		encoded(start),
		end && encoded(end),
		suffix && `-${encoded(suffix)}`
	]
		.filter(Boolean)
		.join(',');
}

function isEdge(character: string | undefined): boolean {
	return character === undefined || character === BLOCK_SEPARATOR || character === GAP;
}

/** The text around `offset` that no block's end and no gap cuts. */
function stretchAt(page: string, offset: number): TextRange {
	let start = offset;
	let end = offset;
	while (!isEdge(page[start - 1])) start--;
	while (!isEdge(page[end])) end++;
	return { start, end };
}

function wordsIn(page: string, { start, end }: TextRange, language: string): TextRange[] {
	return wordsOf(page.slice(start, end), language).map((word) => ({
		start: start + word.start,
		end: start + word.end
	}));
}

function wholeWords(page: string, { start, end }: TextRange, language: string): TextRange {
	const isBlank = (character: string) => isSpace(character) || character === GAP;
	while (start < end && isBlank(page[start])) start++;
	while (start < end && isBlank(page[end - 1])) end--;
	const cutBy = (at: number) =>
		wordsIn(page, stretchAt(page, at), language).find((word) => word.start < at && word.end > at);
	return { start: cutBy(start)?.start ?? start, end: cutBy(end)?.end ?? end };
}

/** A short passage whole; of a longer one, or one that something cuts, its first and last words. */
function endsOf(page: string, passage: TextRange, language: string) {
	const first = stretchAt(page, passage.start);
	const last = stretchAt(page, passage.end - 1);
	const inside = (stretch: TextRange) =>
		wordsIn(
			page,
			{ start: Math.max(stretch.start, passage.start), end: Math.min(stretch.end, passage.end) },
			language
		);
	const [opening, closing] = [inside(first), inside(last)];
	const isWhole = first.start === last.start && opening.length <= 2 * ENDS;
	if (isWhole) return { start: passage, end: null };
	return {
		start: { start: passage.start, end: opening.at(ENDS - 1)?.end ?? first.end },
		end: { start: closing.at(-ENDS)?.start ?? last.start, end: passage.end }
	};
}

/** So many words before and behind a passage; `null` where there are none. */
function contextOf(
	page: string,
	passage: TextRange,
	{ words, language }: { words: number; language: string }
): Pick<Directive, 'prefix' | 'suffix'> {
	if (words === 0) return { prefix: null, suffix: null };
	const [before, behind] = [beside(page, passage.start, -1), beside(page, passage.end, 1)];
	const from = wordsIn(page, before, language).slice(-words)[0];
	const to = wordsIn(page, behind, language).slice(0, words).at(-1);
	return {
		prefix: from ? { start: from.start, end: before.end } : null,
		suffix: to ? { start: behind.start, end: to.end } : null
	};
}

/** The rest of a stretch before (`-1`) or behind (`1`) a passage's end; at a block's end its neighbour. */
function beside(page: string, at: number, direction: 1 | -1): TextRange {
	let edge = at;
	const next = () => page[direction < 0 ? edge - 1 : edge];
	while (next() !== undefined && isSpace(next())) edge += direction;
	const stretch = stretchAt(page, edge);
	return direction < 0 ? { ...stretch, end: edge } : { ...stretch, start: edge };
}

/**
 * Where a browser goes: the first passage that begins and ends as the directive says.
 * Parts of words count here too, which they do not there: one more word of context is
 * better than the wrong passage.
 */
function firstMatch(folded: string, directive: Directive): TextRange | null {
	const { prefix, start, end, suffix } = directive;
	const says = ({ start, end }: TextRange) => folded.slice(start, end);
	const opening = prefix ?? start;
	for (
		let at = folded.indexOf(says(opening));
		at >= 0;
		at = folded.indexOf(says(opening), at + 1)
	) {
		const begin = prefix ? behindSpace(folded, at + says(prefix).length) : at;
		if (!folded.startsWith(says(start), begin)) continue;
		let stop = begin + says(start).length;
		if (!end) {
			if (isFollowed(folded, stop, suffix && says(suffix))) return { start: begin, end: stop };
			continue;
		}
		for (;;) {
			const closing = folded.indexOf(says(end), stop);
			if (closing < 0) return null;
			stop = closing + says(end).length;
			if (isFollowed(folded, stop, suffix && says(suffix))) return { start: begin, end: stop };
		}
	}
	return null;
}

function isFollowed(folded: string, at: number, suffix: string | null): boolean {
	return suffix === null || folded.startsWith(suffix, behindSpace(folded, at));
}

function behindSpace(folded: string, at: number): number {
	while (at < folded.length && isSpace(folded[at])) at++;
	return at;
}
