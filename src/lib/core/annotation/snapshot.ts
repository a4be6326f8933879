/** The text of an edition that the reader annotated: a plain record, which is part of backups. */
import type { Annotation } from './annotation';
import { compareTexts } from './canonical-json';

export interface Snapshot {
	edition: string;
	text: string;
	v: 1;
}

/** The texts of all editions that targets of `annotations` count in, as far as they are at hand, in order. */
export function snapshotsOf(
	annotations: readonly Annotation[],
	texts: ReadonlyMap<string, string>
): Snapshot[] {
	return [...editionsOf(annotations)]
		.filter((edition) => texts.has(edition))
		.sort(compareTexts)
		.map((edition) => ({ edition, text: texts.get(edition)!, v: 1 }));
}

/** Every edition that a target of `annotations` counts in, also of places that newer ones replaced. */
export function editionsOf(annotations: readonly Annotation[]): Set<string> {
	return new Set(annotations.flatMap(({ targets }) => targets.map(({ edition }) => edition)));
}
