/**
 * What became of a text in its next edition: which stretch of the old text
 * stands where in the new one, also when it moved.
 */
import { fillGaps, isSameInPlace } from './fill-gaps';
import { fold } from '../../text/fold';
import { gramSize, indexGrams } from './gram-index';
import { detectMoves } from './detect-moves';
import type { Alignment } from '../alignment';
import { semanticCleanup } from '../clean/semantic-cleanup';
import { alignRanges } from './align-ranges';

/**
 * Aligns two editions of a text. First the longest chain of shared grams in the
 * order of both texts, and between its runs what is surely the same; then what
 * left its place, wherever it went; then what is left over beside all these.
 * Time is about linear in the length of the texts, and bounded when they have
 * nothing in common.
 */
export function align(old: string, now: string): Alignment {
	const was = fold(old);
	const is = fold(now);
	const texts = { old, now, was, is, grams: indexGrams(is, gramSize(is)) };
	const [before, after] = [
		{ start: 0, end: was.length },
		{ start: 0, end: is.length }
	];
	const runs = alignRanges(texts, before, after, isSameInPlace);
	const spine = semanticCleanup(
		runs.map((run) => ({ ...run, moved: false })),
		texts
	);
	const found = [...spine, ...detectMoves(texts, spine)];
	const pieces = semanticCleanup([...found, ...fillGaps(texts, found)], texts);
	const inNew = [...pieces].sort((a, b) => a.to - b.to);
	return { old, now, pieces, inNew, gram: texts.grams.size };
}
