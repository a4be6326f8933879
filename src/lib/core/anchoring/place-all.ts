/** Finds annotations again in today's edition of their chapter. */
import type { Place, Target } from '../annotation/annotation';
import { align } from './align/align';
import type { Alignment } from './alignment';
import { placeByAlignment } from './judge/place-by-alignment';
import { openQuoteSearch, type QuoteSearch } from './quote-search/quote-search';

/** Today's edition of a chapter. */
export interface Edition {
	edition: string;
	text: string;
}

/** The alignments that were made, by the editions of both texts. */
export type Alignments = Map<string, Alignment>;

// Each holds two texts; a reader opens one chapter after the other.
const MOST_ALIGNMENTS = 8;

/**
 * Where each target stands in today's text; `places[i]` answers `targets[i]`. A wrong place is
 * worse than none: a passage that is not there any more, or might be in two places, is left
 * `unplaced`.
 *
 * In the edition it was made in, a target's offsets hold. From another edition whose text is in
 * `snapshots` (by edition), it is mapped through an alignment of the two texts, one for each
 * edition. Else its quote is searched.
 */
export function placeAll(
	now: Edition,
	targets: readonly Target[],
	snapshots: ReadonlyMap<string, string>
): Place[] {
	return targets.map(openPlacing(now, snapshots));
}

/**
 * What answers for one target after the other, as `placeAll` does for all of them.
 *
 * @param alignments those that were made before; new ones are added, and the oldest go
 */
export function openPlacing(
	now: Edition,
	snapshots: ReadonlyMap<string, string>,
	alignments: Alignments = new Map()
): (target: Target) => Place {
	let search: QuoteSearch | null = null;
	return (target) => {
		if (target.edition === now.edition && isQuoteAt(now.text, target)) {
			const range = { start: target.start, end: target.end };
			return { range, via: 'same', level: 'exact', score: 1 };
		}
		const snapshot = snapshots.get(target.edition);
		if (snapshot !== undefined && isQuoteAt(snapshot, target)) {
			const old = { edition: target.edition, text: snapshot };
			return placeByAlignment(alignmentOf(old, now, alignments), target);
		}
		search ??= openQuoteSearch(now.text);
		return search.place(target.quote);
	};
}

function alignmentOf(old: Edition, now: Edition, alignments: Alignments): Alignment {
	const key = `${old.edition} ${now.edition}`;
	const known = alignments.get(key);
	// A kept text that came with a file may be another one than its name says.
	if (known?.textA === old.text && known.textB === now.text) return known;
	const alignment = align(old.text, now.text);
	alignments.set(key, alignment);
	const [oldest] = alignments.keys();
	if (alignments.size > MOST_ALIGNMENTS) alignments.delete(oldest);
	return alignment;
}

/** Whether `text` is the one that the target's offsets count in. */
function isQuoteAt(text: string, { start, end, quote }: Target): boolean {
	return quote.exact !== '' && text.slice(start, end) === quote.exact;
}
