/** Finds annotations again in today's edition of their chapter. */
import { align } from './align/align';
import type { Place, Target } from '../annotation/annotation';
import { mapRange, isDoubtful, unitsMappedInto, type MappedRange } from './map/map-range';
import type { Beside } from './map/cluster-matches';
import { isSameWord } from './align/align-letters';
import type { Alignment } from './alignment';
import { openQuoteSearch, type QuoteSearch } from './quote-search/quote-search';
import type { TextRange } from '../text/range';

/** Today's edition of a chapter. */
export interface Edition {
	edition: string;
	text: string;
}

const NOWHERE: Place = { range: null, via: 'none', level: 'unplaced', score: 0 };

/**
 * Where each target stands in today's text; `places[i]` answers `targets[i]`.
 * A wrong place is worse than none: a passage that is not there any more, or
 * might be in two places, is left `unplaced`.
 *
 * In the edition it was made in, a target's offsets hold. From another edition
 * whose text is in `snapshots` (by edition), it is carried over an alignment of
 * the two texts, one for each edition. Else its quote is searched.
 */
export function placeAll(
	now: Edition,
	targets: readonly Target[],
	snapshots: ReadonlyMap<string, string>
): Place[] {
	const alignments = new Map<string, Alignment>();
	let search: QuoteSearch | null = null;
	return targets.map((target) => {
		if (target.edition === now.edition && isAt(now.text, target)) {
			const range = { start: target.start, end: target.end };
			return { range, via: 'same', level: 'exact', score: 1 };
		}
		const old = snapshots.get(target.edition);
		if (old !== undefined && isAt(old, target)) {
			const alignment = alignments.get(target.edition) ?? align(old, now.text);
			alignments.set(target.edition, alignment);
			return placeByDiff(alignment, target);
		}
		search ??= openQuoteSearch(now.text);
		return search.place(target.quote);
	});
}

/** Whether `text` is what the target's offsets count in. */
function isAt(text: string, { start, end, quote }: Target): boolean {
	return quote.exact !== '' && text.slice(start, end) === quote.exact;
}

// Shares of a passage's units that must be left for it to be the same passage; fewer are
// enough between its old neighbours, where nothing else can stand.
const SURVIVES = 0.5;
const SURVIVES_IN_PLACE = 0.4;
// Of a passage in place, so much of the length is still there.
const LENGTH_IN_PLACE = 0.75;
// Less than this is not worth a question.
const REMAINS = 0.25;
// With another part as large elsewhere, only the reader can say which one is meant.
const TORN = 0.97;
// Share of the nearest units that makes them the old neighbours.
const NEIGHBOURS_KEPT = 0.5;

// A passage shorter than a gram says little by itself: so many grams of it and its
// neighbours must stand together.
const EVIDENCE = 1.33;
const CONTEXT = 64;

function placeByDiff(alignment: Alignment, { start, end, quote }: Target): Place {
	const carried = mapRange(alignment, { start, end });
	if (carried === null || carried.kept < REMAINS) return NOWHERE;
	const { range, kept, elsewhere } = carried;
	const beside = neighbours(alignment, { start, end }, range);
	const survives = kept > enough({ start, end }, range, beside);
	if (end - start < alignment.gram) {
		if (!survives || !isEvident(alignment, { start, end }, carried)) return NOWHERE;
	}
	if (!survives || isDoubtful(carried) || elsewhere > kept * TORN) {
		return { range, via: 'diff', level: 'review', score: kept };
	}
	const same = alignment.now.slice(range.start, range.end) === quote.exact;
	return { range, via: 'diff', level: same ? 'exact' : 'high', score: kept };
}

/** At which ends of `range`, where the passage went, its old neighbours stand. */
function neighbours(alignment: Alignment, { start, end }: TextRange, range: TextRange): Beside {
	const before = { start: Math.max(0, start - CONTEXT), end: start };
	const after = { start: end, end: Math.min(alignment.old.length, end + CONTEXT) };
	const isKept = (context: TextRange, near: TextRange) =>
		unitsMappedInto(alignment, context, near) >= (context.end - context.start) * NEIGHBOURS_KEPT;
	return {
		start: isKept(before, { start: range.start - CONTEXT * 2, end: range.start }),
		end: isKept(after, { start: range.end, end: range.end + CONTEXT * 2 })
	};
}

/** The share of a passage's units that must be left, where it went. */
function enough({ start, end }: TextRange, range: TextRange, beside: Beside): number {
	if (!beside.start || !beside.end) return SURVIVES;
	return range.end - range.start < (end - start) * LENGTH_IN_PLACE ? SURVIVES : SURVIVES_IN_PLACE;
}

function isEvident(
	alignment: Alignment,
	{ start, end }: TextRange,
	{ range, kept }: MappedRange
): boolean {
	const { old, now, gram } = alignment;
	const is = now.slice(range.start, range.end);
	if (!isSameWord(old.slice(start, end), is, kept)) return false;
	const around = { start: Math.max(0, start - CONTEXT), end: end + CONTEXT };
	const near = { start: range.start - CONTEXT * 4, end: range.end + CONTEXT * 4 };
	const possible = Math.min(old.length, around.end) - around.start;
	return unitsMappedInto(alignment, around, near) >= Math.min(gram * EVIDENCE, possible);
}
