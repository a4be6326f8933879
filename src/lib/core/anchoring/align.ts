/**
 * What became of a text in its next edition: which stretch of the old text
 * stands where in the new one, also when it moved.
 */
import { fillBeside, isSameInPlace } from './beside';
import { fold } from '../text/fold';
import { gramSize, indexGrams } from './grams';
import { alignMoved } from './moved';
import type { Alignment } from './piece';
import { settle } from './semantic-cleanup';
import { alignStretch } from './stretch';

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
	const runs = alignStretch(texts, before, after, isSameInPlace);
	const spine = settle(
		runs.map((run) => ({ ...run, moved: false })),
		texts
	);
	const found = [...spine, ...alignMoved(texts, spine)];
	const pieces = settle([...found, ...fillBeside(texts, found)], texts);
	const inNew = [...pieces].sort((a, b) => a.to - b.to);
	return { old, now, pieces, inNew, gram: texts.grams.size };
}
