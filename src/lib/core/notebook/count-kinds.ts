/** How many annotations there are of each kind. */
import type { Annotation, Kind } from '../annotation/annotation';

/** Counts by kind; a highlight with a note counts as a highlight and as a note. */
export function countKinds(annotations: readonly Annotation[]): Record<Kind, number> {
	const counts = { highlight: 0, note: 0, bookmark: 0 };
	for (const { kind, fields } of annotations) {
		counts[kind] += 1;
		if (kind !== 'note' && fields.note?.value.trim()) counts.note += 1;
	}
	return counts;
}
