/** The colour that a mark is seen in. */
import type { Annotation, Colour } from './annotation';

/** The colour of marks for which nobody chose one. */
export const DEFAULT_COLOUR: Colour = 'yellow';

/**
 * The colour to show an annotation in: its own, or the default one for a highlight that has none, as
 * files of other apps bring them. `null` for a bookmark, and for a note, which is seen by the line
 * under its words; a note that was emptied has no such line.
 */
export function shownColour({
	kind,
	fields: { colour, note }
}: Pick<Annotation, 'kind' | 'fields'>): Colour | null {
	if (kind === 'bookmark') return null;
	return colour?.value ?? (kind === 'note' && note?.value ? null : DEFAULT_COLOUR);
}
