/** Searches a quote where no snapshot of its edition is at hand. */
import type { Place, Quote } from '../../annotation/annotation';
import { isSameInPlace } from '../align/fill-gaps';
import { mapRange, isDoubtful, unitsMappedInto, type MappedRange } from '../map/map-range';
import type { Beside } from '../map/cluster-matches';
import { fold } from '../../text/fold';
import { gramSize, indexGrams } from '../align/gram-index';
import { isSameWord } from '../align/align-letters';
import type { Alignment, TextPair } from '../alignment';
import { overlap, type TextRange } from '../../text/range';
import { candidateRegions, sharedGrams, type SharedGram } from './candidate-regions';
import { semanticCleanup } from '../clean/semantic-cleanup';
import { alignRanges } from '../align/align-ranges';

/** A text made ready for many quotes. */
export interface QuoteSearch {
	/**
	 * Where the quoted words stand: found by grams of prefix, words and suffix
	 * together, then aligned with what stands there. Unplaced when nothing similar
	 * is left, or nothing that is clearly better than the rest.
	 */
	place(quote: Quote): Place;
}

const NOWHERE: Place = { range: null, via: 'none', level: 'unplaced', score: 0 };

interface Verdict {
	place: Place;
	/** Whether nearly all words were found, so that looking farther finds no more. */
	complete: boolean;
}

const UNFOUND: Verdict = { place: NOWHERE, complete: false };

/** Indexes `text` once, for any number of quotes. */
export function openQuoteSearch(text: string): QuoteSearch {
	const is = fold(text);
	const grams = indexGrams(is, gramSize(is));
	return {
		place(quote) {
			const old = quote.prefix + quote.exact + quote.suffix;
			const texts = { old, now: text, was: fold(old), is, grams };
			const shared = sharedGrams(texts.was, grams);
			const found: Candidate[] = [];
			let verdict = UNFOUND;
			for (const insertion of INSERTIONS) {
				for (const region of candidateRegions(texts, shared, insertion)) {
					const candidate = examine(texts, quote, region, shared);
					if (candidate) found.push(candidate);
				}
				verdict = judge(texts, quote, found);
				if (verdict.complete) break;
			}
			return verdict.place;
		}
	};
}

// Units that may have been put into a passage without its halves being lost to each other.
// First few, so that the copies of a refrain are told apart; then a long paragraph.
const INSERTIONS = [150, 1500];
/** Somewhere the quote may stand. */
interface Candidate {
	region: TextRange;
	/** `null` when the context is there, but not the words. */
	range: TextRange | null;
	/** Whether it may be two places and the text between them, or only a part of one. */
	uncertain: boolean;
	/** Whether its other words stand where it may go on. */
	torn: boolean;
	/** 0 to 1: how much of the quoted words stands there, of what was before and after them. */
	words: number;
	before: number;
	after: number;
	/** Mean of words and context. */
	score: number;
}

// Units around the words in which their context must be: farther off it is another one's.
const REACH = 160;

function widened({ start, end }: TextRange): TextRange {
	return { start: start - REACH, end: end + REACH };
}

// Shares of words and context that must be left.
const SURVIVES = 0.5;
const GOOD = 0.75;
const INTACT = 0.85;
const NEARLY_ALL = 0.95;
// A rival must be worse by this much; by more when few words are left to tell them apart.
const MARGIN = 0.1;
const WIDE_MARGIN = 0.2;
// Longer than this, two parts of the passage may have come to stand near each other by a move.
const STRETCH = 2;
const STRETCH_SLACK = 60;
// So many grams of words left need no context; fewer than these need nearly all of it.
const MANY = 6;
const LONG = 5;
const FEW = 3;
const SHORT = 1;

function examine(
	texts: TextPair,
	quote: Quote,
	region: TextRange,
	shared: readonly SharedGram[]
): Candidate | null {
	const { old, now, grams } = texts;
	const runs = alignRanges(texts, { start: 0, end: old.length }, region, isSameInPlace);
	if (runs.length === 0) return null;
	const pieces = semanticCleanup(runs, texts).map((run) => ({ ...run, moved: false }));
	const inNew = [...pieces].sort((a, b) => a.to - b.to);
	const alignment: Alignment = { old, now, pieces, inNew, gram: grams.size };
	const start = quote.prefix.length;
	const end = start + quote.exact.length;
	const found = mapRange(alignment, { start, end });
	const near = found ? widened(found.range) : region;
	// At the ends of a text nothing is a neighbour, too.
	const share = (from: number, to: number, isEnd: boolean) =>
		to === from
			? Number(isEnd)
			: unitsMappedInto(alignment, { start: from, end: to }, near) / (to - from);
	const before = share(0, start, near.start <= 0);
	const after = share(end, old.length, near.end >= now.length);
	const beside = { start: before >= SURVIVES, end: after >= SURVIVES };
	const carried = mapRange(alignment, { start, end }, beside);
	const words = carried?.kept ?? 0;
	const context =
		(before * start + after * (old.length - end)) / Math.max(1, old.length - end + start);
	return {
		region,
		range: carried?.range ?? null,
		uncertain: carried !== null && (carried.apart || isDoubtful(carried, beside)),
		torn: carried !== null && isTorn(grams.size, carried, beside, shared),
		words,
		before,
		after,
		score: (words + context) / 2
	};
}

// Of the words, this share may be lost at an end without a question where it went.
const LOST = 0.1;

/**
 * Whether an end of the passage stands elsewhere with its old neighbours while the range has
 * none there, or much of it does though a copy of them is there too, or stands right beside the
 * range, in another order: then the passage may go on there.
 */
function isTorn(
	gram: number,
	{ range, lost }: MappedRange,
	beside: Beside,
	shared: readonly SharedGram[]
): boolean {
	const [{ start }, { end }] = lost;
	const elsewhere = shared.filter(({ to }) => to + gram <= range.start || to >= range.end);
	return lost.some((part) => {
		const found = elsewhere.filter(({ from }) => isIn(part, from + gram / 2));
		if (found.some(({ from }) => from < start && !beside.start)) return true;
		if (found.some(({ from }) => from + gram > end && !beside.end)) return true;
		if (part.end - part.start <= (end - start) * LOST) return false;
		const shifts = new Set(found.map(({ from, to }) => to - from));
		const isNeighbour = ({ from, to }: SharedGram) =>
			(from + gram <= start || from >= end) && shifts.has(to - from);
		const isNear = ({ to }: SharedGram) =>
			to <= range.end + gram && to + gram >= range.start - gram;
		return elsewhere.some(isNeighbour) || found.some(isNear);
	});
}

function isIn({ start, end }: TextRange, offset: number): boolean {
	return offset >= start && offset < end;
}

function judge({ now, grams }: TextPair, quote: Quote, found: Candidate[]): Verdict {
	found.sort((a, b) => b.score - a.score);
	const best = found[0];
	if (!best?.range) return UNFOUND;
	const { range, words, before, after, score } = best;
	const length = quote.exact.length;
	const is = now.slice(range.start, range.end);
	if (words <= SURVIVES || !isSameWord(quote.exact, is, words)) return UNFOUND;
	const rival = found.find((other) => other.range && overlap(other.range, range) === 0);
	const better = Math.max(before, after);
	const worse = Math.min(before, after);
	const mean = (before + after) / 2;
	const left = (words * length) / grams.size;
	// Where the context is, there the words were. When they are gone from there, a few such
	// words elsewhere are others; many have moved.
	const gone = left < MANY && found.some((other) => isHome(other) && other.words <= SURVIVES);
	const margin = left < LONG ? WIDE_MARGIN : MARGIN;
	const clear = !gone && score - (rival?.score ?? 0) >= margin;
	const whole = !best.torn && !best.uncertain && is.length <= length * STRETCH + STRETCH_SLACK;
	const sure =
		left < LONG
			? words >= (left < SHORT ? 0 : GOOD) &&
				(better >= NEARLY_ALL || mean >= GOOD) &&
				worse >= (left < FEW ? GOOD : 0)
			: better >= GOOD ||
				mean >= SURVIVES ||
				words >= INTACT ||
				(words >= GOOD && left >= 2 * LONG);
	if (clear && sure && whole) {
		const level = is === quote.exact ? 'exact' : 'high';
		return {
			place: { range, via: 'quote', level, score },
			complete: words >= NEARLY_ALL && worse >= SURVIVES
		};
	}
	if (gone || length < grams.size || words < GOOD) return UNFOUND;
	return { place: { range, via: 'quote', level: 'review', score }, complete: false };
}

function isHome({ before, after }: Candidate): boolean {
	return Math.max(before, after) >= INTACT && Math.min(before, after) >= SURVIVES;
}
