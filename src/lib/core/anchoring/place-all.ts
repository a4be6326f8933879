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
	const alignments = new Map<string, Alignment>();
	let search: QuoteSearch | null = null;
	return targets.map((target) => {
		if (target.edition === now.edition && isQuoteAt(now.text, target)) {
			const range = { start: target.start, end: target.end };
			return { range, via: 'same', level: 'exact', score: 1 };
		}
		const snapshot = snapshots.get(target.edition);
		if (snapshot !== undefined && isQuoteAt(snapshot, target)) {
			const alignment = alignments.get(target.edition) ?? align(snapshot, now.text);
			alignments.set(target.edition, alignment);
			return placeByAlignment(alignment, target);
		}
		search ??= openQuoteSearch(now.text);
		return search.place(target.quote);
	});
}

/** Whether `text` is the one that the target's offsets count in. */
function isQuoteAt(text: string, { start, end, quote }: Target): boolean {
	return quote.exact !== '' && text.slice(start, end) === quote.exact;
}
