/** Alignment of a stretch of one text with a stretch of another, in the order of both. */
import { chainMatches } from './chain-matches';
import { dropSpuriousMatches, type Gap } from '../clean/drop-spurious-matches';
import { alignGap } from './align-gap';
import type { Match, TextPair } from '../alignment';
import type { TextRange } from '../../text/range';
import { semanticCleanup } from '../clean/semantic-cleanup';

// A shared run of so many grams is no chance, whatever stands around it.
const SURE = 2.5;

/**
 * Aligns a stretch of the old text with one of the new text: shared grams,
 * chained, and between them word by word, what `isSure` of the runs in a gap.
 */
export function alignRanges(
	texts: TextPair,
	was: TextRange,
	is: TextRange,
	isSure: (gap: Gap, runs: Match[]) => boolean = () => true
): Match[] {
	const { grams } = texts;
	const open = { was, is, closed: [false, false] as [boolean, boolean] };
	const sure = grams.size * SURE;
	const worthOf = ({ length }: Match) => (length < sure ? length : Infinity);
	const chained = semanticCleanup(chainMatches(texts.was, was, grams, is), texts);
	const runs = dropSpuriousMatches(texts, open, chained, worthOf);
	// The ends of two texts are as good as a run.
	const isStart = was.start === 0 && is.start === 0;
	const isEnd = was.end === texts.was.length && is.end === texts.is.length;
	const filled: Match[] = [];
	let [from, to] = [was.start, is.start];
	for (let n = 0; n <= runs.length; n += 1) {
		const run = runs[n] ?? { from: was.end, to: is.end, length: 0 };
		const gap: Gap = {
			was: { start: from, end: run.from },
			is: { start: to, end: run.to },
			closed: [n > 0 || isStart, n < runs.length || isEnd]
		};
		const between = alignGap(texts, gap);
		if (isSure(gap, between)) filled.push(...between);
		if (run.length > 0) filled.push(run);
		[from, to] = [run.from + run.length, run.to + run.length];
	}
	return filled;
}
