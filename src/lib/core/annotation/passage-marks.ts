/** One passage, one mark: which of the marks that are there a passage that a reader marks belongs to. */
import { BLOCK_SEPARATOR } from '../text/chapter-text';
import { overlap, type TextRange } from '../text/range';
import type { Annotation } from './annotation';
import { shownColour } from './shown-colour';

/** An annotation that has its place in the text. */
export interface PlacedMark {
	annotation: Annotation;
	range: TextRange;
	/** The place is not sure. */
	review: boolean;
}

/** The mark over the very words of `passage`; `null` when there is none. */
export function markOfSameWords(
	passage: TextRange,
	marks: readonly PlacedMark[]
): PlacedMark | null {
	const { start, end } = passage;
	return marks.find(({ range }) => range.start === start && range.end === end) ?? null;
}

/**
 * The mark that a note on `passage` is written into: the shortest over all of its words; `null` when
 * there is none. A mark that goes on in other blocks of `text` does not count, since a note is to
 * stand beside the words it is about.
 */
export function markForNote(
	passage: TextRange,
	marks: readonly PlacedMark[],
	text: string
): PlacedMark | null {
	const { start, end } = passage;
	return marks
		.filter(({ range }) => range.start <= start && range.end >= end)
		.filter(({ range }) => {
			const others = text.slice(range.start, start) + text.slice(end, range.end);
			return !others.includes(BLOCK_SEPARATOR);
		})
		.reduce<PlacedMark | null>(
			(shortest, mark) =>
				shortest && lengthOf(shortest.range) <= lengthOf(mark.range) ? shortest : mark,
			null
		);
}

/**
 * The marks that become one with `mark`: made in Postil, of the same look, overlapping or touching
 * it, or another one that does. What a file of another app brought stays as it was, and so does what
 * has no sure place.
 */
export function marksToJoin(
	mark: PlacedMark,
	marks: readonly PlacedMark[],
	text: string
): PlacedMark[] {
	if (!mayJoin(mark) || lookOf(mark) === null) return [];
	const joined = new Set([mark]);
	const others = marks.filter(
		(other) =>
			other.annotation.id !== mark.annotation.id && mayJoin(other) && lookOf(other) === lookOf(mark)
	);
	// A set is gone through to its end, also to what was added meanwhile.
	for (const { range } of joined) {
		for (const other of others) if (meets(range, other.range, text)) joined.add(other);
	}
	joined.delete(mark);
	return [...joined];
}

function mayJoin({ annotation, review }: PlacedMark): boolean {
	return annotation.origin === undefined && !review;
}

/** What tells marks apart; `null` for a note without a colour, which looks like no mark. */
function lookOf({ annotation }: PlacedMark): string | null {
	const colour = shownColour(annotation);
	return colour && `${colour} ${annotation.fields.style?.value ?? 'fill'}`;
}

/** Whether two passages overlap, or nothing but a space stands between them. Blocks keep theirs apart. */
function meets(a: TextRange, b: TextRange, text: string): boolean {
	if (overlap(a, b) > 0) return true;
	const between = text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start));
	return between.trim() === '' && !between.includes(BLOCK_SEPARATOR);
}

function lengthOf({ start, end }: TextRange): number {
	return end - start;
}
