/** Where marks of other apps stand in the texts that are here: by what they say of their text, and by their words. */
import type { Quote, Target } from '../annotation/annotation';
import { countCodePoints } from '../text/code-points';
import { fold } from '../text/fold';
import type { ForeignMark } from '../formats/foreign-mark';
import { MAX_SEARCHED_LENGTH } from '../formats/limits';
import { openQuoteSearch, type QuoteSearch } from '../anchoring/quote-search/quote-search';
import type { TextRange } from '../text/range';
import { searchKey } from '../search/search-key';
import { describe } from '../annotation/describe';
import type { ChapterText } from '../text/chapter-text';

/** A chapter of the library as it is today. */
export interface LibraryChapter extends ChapterText {
	work: string;
	chapter: string;
	edition: string;
	/** Of the work. */
	title: string;
	author: string;
	/** Absolute, with its last slash, to know marks that were made on its page. */
	address: string;
}

/** A chapter made ready for many marks. */
export interface PreparedChapter {
	chapter: LibraryChapter;
	folded(): string;
	titleKey: string;
	search(): QuoteSearch;
	toUnits(points: number): number;
}

/** Makes a chapter ready; what costs time is made when it is first needed. */
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

/** The chapters that a mark says it is in; `null` when it says nothing that is known here. */
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

/** Apps add subtitles, series and editions to a title: "My Life: An Attempt (Penguin)". */
function isTitle(ours: string, theirs: string): boolean {
	return theirs === ours || (ours.length >= SHORTEST_TITLE && theirs.startsWith(`${ours} `));
}

// "Us" begins many titles.
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

// A quote so long stands nowhere by chance.
const LONG = 32;

/**
 * The passage of a mark in one of `ready`, described as it stands there; `null` when it is not
 * there, or might be in two places. `isNamed`: the mark says that it is in one of them.
 */
export function findPassage(
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

// Units on each side that must be the same for a short quote to be that one.
const NEAR = 16;

/** Whether what the app kept of the text around its quote stands around this hit. */
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

/** Where the words stand, whatever their quotation marks and capitals; two are enough to know that they do not tell. */
function hitsOf({ folded }: PreparedChapter, exact: string): number[] {
	const words = fold(exact);
	const first = folded().indexOf(words);
	if (first === -1) return [];
	const second = folded().indexOf(words, first + 1);
	return second === -1 ? [first] : [first, second];
}

/** The one of several such passages that the app's position names. */
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
	// In two chapters: nobody can tell which.
	if (found.length !== 1) return null;
	return describe(found[0].one.chapter.text, found[0].range, found[0].one.chapter);
}

// Units of context that a search looks at; other apps keep 32, 64, or whole pages.
const CONTEXT = 256;

/** A bookmark's block, when its app named one that is there. */
function blockTarget(ready: readonly PreparedChapter[], id: string | null): Target | null {
	if (ready.length !== 1 || id === null) return null;
	const { chapter } = ready[0];
	const block = chapter.blocks.find((one) => one.id === id);
	return block && block.end > block.start ? describe(chapter.text, block, chapter) : null;
}
