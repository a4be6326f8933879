/**
 * Addresses that lead to a passage by its words: `#:~:text=[prefix-,]start[,end][,-suffix]`,
 * the text directive of https://wicg.github.io/scroll-to-text-fragment/.
 */
import { BLOCK_SEPARATOR, isSpace } from '../chapter-text';
import type { TextRange } from '../range';
import { wordsOf } from '../sentences';
import { baseCharacters, type BaseText } from './base-characters';

/**
 * Stands in a page's text for something that is seen there and is not text of the chapter, such
 * as the number of a footnote. A browser finds no words that run across it.
 */
export const GAP = '\ufffc';

/** How many words at its beginning, and at its end, stand for a longer passage. */
const WORDS_PER_END = 5;
/** How many words of context on each side are tried, the fewest first: people read addresses too. */
const CONTEXT_SIZES = [0, 3, 6, 12, 24];

/** The parts of a directive as passages of the page; neither a gap nor a block's end is in any. */
interface Directive {
	prefix: TextRange | null;
	start: TextRange;
	end: TextRange | null;
	suffix: TextRange | null;
}

/**
 * The text directive for a passage, percent-encoded, without its `text=`; `null`
 * when no directive is found that leads a browser to this passage and not to
 * another one before it. `page` is the text of the page in the order in which a
 * browser searches it, with a line break between blocks and a `GAP` for whatever
 * else is seen. A passage that cuts a word is widened to the whole word, since
 * browsers look for whole words. `language` is that of the text, BCP 47.
 */
export function textFragment(page: string, passage: TextRange, language: string): string | null {
	const wanted = wholeWords(page, passage, language);
	if (wanted.start >= wanted.end) return null;
	const base = baseCharacters(page);
	const destination = toKey(wanted, base);
	const ends = endsOf(page, wanted, language);
	for (const words of CONTEXT_SIZES) {
		const { prefix, suffix } = contextOf(page, wanted, { words, language });
		const directive = { prefix, ...ends, suffix };
		const found = firstMatch(base, directive);
		if (found?.start === destination.start && found.end === destination.end)
			return encode(page, directive);
	}
	return null;
}

/** A directive as it stands in an address. */
function encode(page: string, { prefix, start, end, suffix }: Directive): string {
	// A hyphen has a meaning of its own in a directive, and encodeURIComponent leaves it as it is.
	const encodeWords = ({ start, end }: TextRange) =>
		encodeURIComponent(page.slice(start, end)).replaceAll('-', '%2D');
	return [
		prefix && `${encodeWords(prefix)}-`,
		encodeWords(start),
		end && encodeWords(end),
		suffix && `-${encodeWords(suffix)}`
	]
		.filter(Boolean)
		.join(',');
}

/** Whether words cannot run on across a character; `undefined` is the end of the page. */
function isEdge(character: string | undefined): boolean {
	return character === undefined || character === BLOCK_SEPARATOR || character === GAP;
}

/** The text around `offset` up to the next block's end or gap on both sides. */
function stretchAt(page: string, offset: number): TextRange {
	let start = offset;
	let end = offset;
	while (!isEdge(page[start - 1])) start--;
	while (!isEdge(page[end])) end++;
	return { start, end };
}

/** The words within a part of the page. */
function wordsIn(page: string, { start, end }: TextRange, language: string): TextRange[] {
	return wordsOf(page.slice(start, end), language).map((word) => ({
		start: start + word.start,
		end: start + word.end
	}));
}

/** A passage without white space at its ends, and with the whole of each word that it begins or ends in. */
function wholeWords(page: string, { start, end }: TextRange, language: string): TextRange {
	const isBlank = (character: string) => isSpace(character) || character === GAP;
	while (start < end && isBlank(page[start])) start++;
	while (start < end && isBlank(page[end - 1])) end--;
	const wordCutAt = (at: number) =>
		wordsIn(page, stretchAt(page, at), language).find((word) => word.start < at && word.end > at);
	return { start: wordCutAt(start)?.start ?? start, end: wordCutAt(end)?.end ?? end };
}

/**
 * The `start` and `end` of a directive: a short passage is its start alone; a longer
 * one, or one with a gap or a block's end in it, is named by its first and last words.
 */
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
	const isWhole = first.start === last.start && opening.length <= 2 * WORDS_PER_END;
	if (isWhole) return { start: passage, end: null };
	return {
		start: { start: passage.start, end: opening.at(WORDS_PER_END - 1)?.end ?? first.end },
		end: { start: closing.at(-WORDS_PER_END)?.start ?? last.start, end: passage.end }
	};
}

/** As many words before and after a passage; `null` where there are none. */
function contextOf(
	page: string,
	passage: TextRange,
	{ words, language }: { words: number; language: string }
): Pick<Directive, 'prefix' | 'suffix'> {
	if (words === 0) return { prefix: null, suffix: null };
	const before = textBefore(page, passage.start);
	const after = textAfter(page, passage.end);
	const from = wordsIn(page, before, language).slice(-words)[0];
	const to = wordsIn(page, after, language).slice(0, words).at(-1);
	return {
		prefix: from ? { start: from.start, end: before.end } : null,
		suffix: to ? { start: after.start, end: to.end } : null
	};
}

/** The stretch that ends at `offset`; at a block's beginning, the end of the block before. */
function textBefore(page: string, offset: number): TextRange {
	let end = offset;
	while (end > 0 && isSpace(page[end - 1])) end--;
	return { start: stretchAt(page, end).start, end };
}

/** The stretch that begins at `offset`; at a block's end, the beginning of the next block. */
function textAfter(page: string, offset: number): TextRange {
	const start = skipSpace(page, offset);
	return { start, end: stretchAt(page, start).end };
}

/**
 * The passage to which a browser would go, as a range of the key: the first one that begins
 * and ends as the directive says. Words that are only parts of other words count as matches
 * here, though not in a browser: one more word of context is better than the
 * wrong passage.
 */
function firstMatch(base: BaseText, directive: Directive): TextRange | null {
	const { key } = base;
	const textOf = (range: TextRange | null) => {
		const { start, end } = toKey(range ?? { start: 0, end: 0 }, base);
		return range && key.slice(start, end);
	};
	const [prefix, end, suffix] = [directive.prefix, directive.end, directive.suffix].map(textOf);
	const start = textOf(directive.start)!;
	const opening = prefix ?? start;
	for (let at = key.indexOf(opening); at >= 0; at = key.indexOf(opening, at + 1)) {
		const begin = prefix ? skipSpace(key, at + prefix.length) : at;
		if (!key.startsWith(start, begin)) continue;
		let stop = begin + start.length;
		if (!end) {
			if (isFollowedBy(key, stop, suffix)) return { start: begin, end: stop };
			continue;
		}
		for (;;) {
			const closing = key.indexOf(end, stop);
			if (closing < 0) return null;
			stop = closing + end.length;
			if (isFollowedBy(key, stop, suffix)) return { start: begin, end: stop };
		}
	}
	return null;
}

/** A passage of the page as a range of its key. */
function toKey({ start, end }: TextRange, base: BaseText): TextRange {
	return { start: base.at(start), end: base.at(end) };
}

function isFollowedBy(text: string, offset: number, suffix: string | null): boolean {
	return suffix === null || text.startsWith(suffix, skipSpace(text, offset));
}

/** The first offset from `offset` on at which there is no white space. */
function skipSpace(text: string, offset: number): number {
	while (offset < text.length && isSpace(text[offset])) offset++;
	return offset;
}
