/** What of a chapter's annotations is printed: which marks are seen in the text, and the list below it. */
import type { Annotation, Colour, Place, Style } from '../annotation/annotation';
import { currentTarget } from '../annotation/current-target';
import { shownColour } from '../annotation/shown-colour';
import { blockLabel } from '../text/block-label';
import { blockAt, type ChapterText } from '../text/chapter-text';
import type { TextRange } from '../text/range';

/**
 * How marks are printed: on grounds of their colours, or all by one line each, with a number, for who prints
 * in black; or not at all.
 */
export type MarkPrinting = 'coloured' | 'numbered' | 'none';

/** A mark that is seen in the text. */
export interface PrintedMark extends TextRange {
	id: string;
	/** `null`: nothing but its number. */
	colour: Colour | null;
	style: Style;
	/** By which the list has it; `null` when the list says nothing of it. */
	number: number | null;
}

/** An entry of the list below the text. */
export interface PrintedNote {
	/** As in the text; `null` when its passage is not in the text. */
	number: number | null;
	/** `¶ 12`, or that it is in the text no more. */
	where: string;
	quote: string;
	/** Said where no ground shows it. */
	colour: Colour | null;
	tags: readonly string[];
	/** Empty for a mark that only has a number. */
	note: string;
}

export interface PrintedMarks {
	marks: PrintedMark[];
	notes: PrintedNote[];
}

const NOT_HERE = 'Not in this text';

/** `placeOf`: where an annotation stands in the chapter's text; `null` when that is not known. */
export function printedMarks(
	annotations: readonly Annotation[],
	{ text, blocks }: ChapterText,
	{ printing, placeOf }: { printing: MarkPrinting; placeOf: (id: string) => Place | null }
): PrintedMarks {
	const printed: PrintedMarks = { marks: [], notes: [] };
	if (printing === 'none') return printed;
	const rangeOf = ({ id }: Annotation) => placeOf(id)?.range ?? null;
	const placed = annotations
		.flatMap((annotation) => {
			const range = rangeOf(annotation);
			return range ? [{ annotation, range }] : [];
		})
		.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
	let last = 0;
	for (const { annotation, range } of placed) {
		const said = saidOf(annotation);
		const isNumbered = hasWords(said) || (printing === 'numbered' && said.colour !== null);
		if (annotation.kind === 'bookmark' && !isNumbered) continue;
		const number = isNumbered ? ++last : null;
		const { id, fields } = annotation;
		printed.marks.push({
			...range,
			id,
			colour: said.colour,
			style: printing === 'numbered' ? 'underline' : (fields.style?.value ?? 'fill'),
			number
		});
		if (number === null) continue;
		const where = blockLabel(blockAt(blocks, range.start)!.id);
		const quote = text.slice(range.start, range.end);
		const colour = printing === 'numbered' ? said.colour : null;
		printed.notes.push({ ...said, number, where, quote, colour });
	}
	for (const annotation of annotations) {
		const said = saidOf(annotation);
		if (rangeOf(annotation) || (annotation.kind === 'bookmark' && !hasWords(said))) continue;
		const quote = currentTarget(annotation).quote.exact;
		printed.notes.push({ ...said, number: null, where: NOT_HERE, quote });
	}
	return printed;
}

function saidOf(annotation: Annotation): Pick<PrintedNote, 'colour' | 'tags' | 'note'> {
	const { note, tags } = annotation.fields;
	return {
		colour: shownColour(annotation),
		tags: tags?.value ?? [],
		note: note?.value.trim() ?? ''
	};
}

function hasWords({ tags, note }: Pick<PrintedNote, 'tags' | 'note'>): boolean {
	return note !== '' || tags.length > 0;
}
