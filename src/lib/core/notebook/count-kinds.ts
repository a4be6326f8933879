/** How many annotations there are of each kind. */
import type { Annotation, Kind } from '../annotation/annotation';

export interface KindCounts extends Record<Kind, number> {
	/** Those of the highlights and bookmarks that have a note too. */
	noted: number;
}

/** Counts by kind, each annotation once, so that they add up. */
export function countKinds(annotations: readonly Annotation[]): KindCounts {
	const counts = { highlight: 0, note: 0, bookmark: 0, noted: 0 };
	for (const { kind, fields } of annotations) {
		counts[kind] += 1;
		if (kind !== 'note' && fields.note?.value.trim()) counts.noted += 1;
	}
	return counts;
}
