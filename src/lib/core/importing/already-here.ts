/** Marks of an import that are here already: by an earlier import, or made here and gone through another app. */
import { placeAll } from '../anchoring/place-all';
import type { Annotation, Clock, Place } from '../annotation/annotation';
import { canonical } from '../annotation/canonical';
import { withTarget } from '../annotation/edit';
import type { LibraryChapter } from './find-passage';
import { currentTarget } from '../annotation/current-target';
import { chapterKey } from '../text/work';
import { isTombstone } from '../annotation/trash';

/**
 * A mark that was imported before: what was made of it then stays, as its date and where it
 * stands; only its fields are compared. Found now and not then, it gets its place.
 */
export function mergeEarlierImport(
	here: Annotation,
	again: Annotation,
	isPlaced: boolean,
	at: Clock
): Annotation {
	if (isTombstone(here)) return { ...here, fields: {} };
	const { kind, created, targets, origin } = here;
	const same: Annotation = { ...again, kind, created, targets, ...(origin ? { origin } : {}) };
	if (!origin) delete same.origin;
	const isLost = currentTarget(here).edition === '';
	return isPlaced && isLost ? withTarget(same, currentTarget(again), at) : same;
}

/** Names what a mark marks, so that the same passage has the same name. */
export function passageKey(annotation: Annotation): string {
	const { work, chapter, edition, start, end } = currentTarget(annotation) ?? {};
	return canonical([annotation.kind === 'bookmark', work, chapter, edition, start, end]);
}

/** Whether one says all that a mark of the same passage does: it came back by another app. */
export function hasSameNote({ fields }: Annotation, mark: Annotation): boolean {
	const note = mark.fields.note?.value ?? '';
	return note === '' || note === fields.note?.value.trim();
}

/** Ids of those whose passage is in no text here, or whose chapter is not. */
export function findUnplaced(
	annotations: readonly Annotation[],
	chapters: readonly LibraryChapter[],
	texts: ReadonlyMap<string, string>
): string[] {
	const byChapter = new Map<string, Annotation[]>();
	for (const one of annotations) {
		const key = chapterKey(currentTarget(one));
		const list = byChapter.get(key) ?? [];
		list.push(one);
		byChapter.set(key, list);
	}
	const here = new Map(chapters.map((chapter) => [chapterKey(chapter), chapter]));
	return [...byChapter].flatMap(([key, list]) => {
		const now = here.get(key);
		const places: (Place | null)[] = now
			? placeAll(now, list.map(currentTarget), texts)
			: list.map(() => null);
		return list.filter((_, i) => !places[i]?.range).map(({ id }) => id);
	});
}
