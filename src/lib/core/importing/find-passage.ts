/** Finds the passages of marks of other apps in the library, by what an app says of the text and by the quotes. */
import type { Quote, Target } from '../annotation/annotation';
import { countCodePoints } from '../text/code-points';
import { fold } from '../text/fold';
import type { ForeignMark, TextDirective } from '../formats/foreign/foreign-mark';
import { MAX_SEARCHED_LENGTH } from '../formats/limits';
import { openQuoteSearch, type QuoteSearch } from '../anchoring/quote-search/quote-search';
import type { TextRange } from '../text/range';
import { findDirective } from './find-directive';
import { withoutMarkdown } from './markdown-quote';
import { searchKey } from '../search/search-key';
import { describe } from '../annotation/describe';
import type { ChapterText } from '../text/chapter-text';

/** A chapter of the library as it is today. */
export interface LibraryChapter extends ChapterText {
	work: string;
	chapter: string;
	edition: string;
	/** Title of the work. */
	title: string;
	author: string;
	/** Address of its page, absolute and with its last slash, by which marks made there are known. */
	address: string;
}

/** A chapter with what many marks are compared with. */
export interface PreparedChapter {
	chapter: LibraryChapter;
	folded(): string;
	titleKey: string;
	search(): QuoteSearch;
	toUnits(points: number): number;
}

/** Prepares a chapter; what costs time is computed when it is first needed. */
export function prepareChapter(chapter: LibraryChapter): PreparedChapter {
	let folded: string | null = null;
	let search: QuoteSearch | null = null;
	let points: ReturnType<typeof countCodePoints> | null = null;
	return {
		chapter,
		folded: () => (folded ??= fold(chapter.text)),
		titleKey: keyOf(chapter.title),
		search: () => (search ??= openQuoteSearch(chapter.text)),
		toUnits: (count) => (points ??= countCodePoints(chapter.text)).toUnits(count)
	};
}

/** The chapters that a mark can be in by its address or its title; `null` when the library knows neither. */
export function candidateChapters(
	{ origin }: ForeignMark,
	ready: readonly PreparedChapter[]
): PreparedChapter[] | null {
	const address = pathOf(origin.address);
	const byAddress = ready.filter(
		({ chapter }) => address !== '' && pathOf(chapter.address) === address
	);
	if (byAddress.length > 0) return byAddress;
	const title = keyOf(origin.title);
	const byTitle = ready.filter(({ titleKey }) => title !== '' && isTitle(titleKey, title));
	return byTitle.length > 0 ? byTitle : null;
}

/** Whether an app's title is ours; apps add subtitles, series and editions: "My Life: An Attempt (Penguin)". */
function isTitle(ours: string, theirs: string): boolean {
	return theirs === ours || (ours.length >= SHORTEST_TITLE && theirs.startsWith(`${ours} `));
}

// UTF-16 units that a title must have for this, since many titles begin with a word such as "Us".
const SHORTEST_TITLE = 5;

function keyOf(title: string): string {
	return searchKey(title)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

function pathOf(address: string): string {
	return address
		.replace(/^https?:\/\//i, '')
		.replace(/[?#].*$/, '')
		.replace(/(index\.html)?$/, '')
		.replace(/\/$/, '');
}

// UTF-16 units of a quote that stands nowhere by chance.
const LONG = 32;

/**
 * The passage of a mark in one of `ready`, described as it stands there; `null` when it is in none of
 * them, or might be in two places. An app may have written its words in Markdown.
 *
 * @param isNamed the address or the title of the mark says that it is in one of `ready`
 */
export function findPassage(
	ready: readonly PreparedChapter[],
	mark: ForeignMark,
	isNamed: boolean
): Target | null {
	const directed = isNamed && mark.directive ? findDirected(ready, mark.directive) : null;
	const found = directed ?? findQuote(ready, mark, isNamed);
	if (found !== null) return found;
	if (mark.quote.exact.length > MAX_SEARCHED_LENGTH) return null;
	const exact = withoutMarkdown(mark.quote.exact);
	if (exact === mark.quote.exact || exact === '') return null;
	return findQuote(ready, { ...mark, quote: { ...mark.quote, exact } }, isNamed);
}

function findDirected(ready: readonly PreparedChapter[], directive: TextDirective): Target | null {
	if (ready.length !== 1) return null;
	const [{ chapter, folded }] = ready;
	const range = findDirective(folded(), directive);
	return range && describe(chapter.text, range, chapter);
}

function findQuote(
	ready: readonly PreparedChapter[],
	mark: ForeignMark,
	isNamed: boolean
): Target | null {
	const { exact } = mark.quote;
	if (exact === '') return isNamed ? blockTarget(ready, mark.block) : null;
	const hits = ready
		.map((one) => ({ one, hits: hitsOf(one, exact) }))
		.filter(({ hits }) => hits.length > 0);
	const only = hits.length === 1 && hits[0].hits.length === 1 ? hits[0] : null;
	if (only && (exact.length >= LONG || isAround(only.one, only.hits[0], mark.quote))) {
		const range = { start: only.hits[0], end: only.hits[0] + exact.length };
		return describe(only.one.chapter.text, range, only.one.chapter);
	}
	if (!isNamed || exact.length > MAX_SEARCHED_LENGTH) return null;
	return hinted(hits, mark) ?? searched(hits.length > 0 ? hits.map(({ one }) => one) : ready, mark);
}

// UTF-16 units of context that must be the same on each side of a short quote.
const NEAR = 16;

/** Whether the context that the app kept stands around the hit at `start`. */
function isAround(
	{ folded }: PreparedChapter,
	start: number,
	{ exact, prefix, suffix }: Quote
): boolean {
	const before = fold(prefix).slice(-NEAR);
	const after = fold(suffix).slice(0, NEAR);
	if (before.length + after.length < NEAR) return false;
	return folded().startsWith(before + fold(exact) + after, start - before.length);
}

/** The first two offsets of the words, folded: two are enough to know that the words alone do not decide. */
function hitsOf({ folded }: PreparedChapter, exact: string): number[] {
	const words = fold(exact);
	const first = folded().indexOf(words);
	if (first === -1) return [];
	const second = folded().indexOf(words, first + 1);
	return second === -1 ? [first] : [first, second];
}

/** The passage at the position that the app gives, if the quote stands there. */
function hinted(
	hits: readonly { one: PreparedChapter }[],
	{ position, quote }: ForeignMark
): Target | null {
	if (position === null || hits.length !== 1) return null;
	const { one } = hits[0];
	const range = { start: one.toUnits(position.start), end: one.toUnits(position.end) };
	const is = one.folded().slice(range.start, range.end);
	return is === fold(quote.exact) ? describe(one.chapter.text, range, one.chapter) : null;
}

function searched(ready: readonly PreparedChapter[], { quote }: ForeignMark): Target | null {
	const context = { prefix: quote.prefix.slice(-CONTEXT), suffix: quote.suffix.slice(0, CONTEXT) };
	const sought = { exact: quote.exact, ...context };
	const found: { one: PreparedChapter; range: TextRange; score: number }[] = [];
	for (const one of ready) {
		const { range, level, score } = one.search().place(sought);
		if (range && (level === 'exact' || level === 'high')) found.push({ one, range, score });
	}
	// Of two chapters nobody can tell which one it is.
	if (found.length !== 1) return null;
	return describe(found[0].one.chapter.text, found[0].range, found[0].one.chapter);
}

// UTF-16 units of context that a search looks at; apps keep 32, 64, or whole pages.
const CONTEXT = 256;

/** The block of a mark without words, if its app named one that the chapter has. */
function blockTarget(ready: readonly PreparedChapter[], id: string | null): Target | null {
	if (ready.length !== 1 || id === null) return null;
	const { chapter } = ready[0];
	const block = chapter.blocks.find((one) => one.id === id);
	return block && block.end > block.start ? describe(chapter.text, block, chapter) : null;
}
