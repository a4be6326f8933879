/**
 * Marks of an import that are in the library already: an earlier import brought them, or they were made
 * here and came back by another app.
 */
import { placeAll } from '../anchoring/place-all';
import type { Annotation, Clock, Place } from '../annotation/annotation';
import { canonical } from '../annotation/canonical-json';
import { withTarget } from '../annotation/edit';
import type { LibraryChapter } from './find-passage';
import { currentTarget } from '../annotation/current-target';
import { chapterKey } from '../text/work';
import { isDeleted, isTombstone } from '../annotation/deletion';

/**
 * `again`, a mark that was imported before, as it is to be compared with `here`, what that import made of
 * it: its date and its targets stay, so that only its fields can differ. If its passage is found
 * now and was not then, it is placed there at the clock reading `at`.
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
	// A place would bring it back when it was deleted here.
	return isPlaced && isLost && !isDeleted(here) ? withTarget(same, currentTarget(again), at) : same;
}

/** A key of the passage that an annotation marks; bookmarks have keys of their own. */
export function passageKey(annotation: Annotation): string {
	const { work, chapter, edition, start, end } = currentTarget(annotation) ?? {};
	return canonical([annotation.kind === 'bookmark', work, chapter, edition, start, end]);
}

/** Whether an annotation has the note of a mark of the same passage, or the mark has none: they are one then. */
export function hasSameNote({ fields }: Annotation, mark: Annotation): boolean {
	const note = mark.fields.note?.value ?? '';
	return note === '' || note === fields.note?.value.trim();
}

/** The ids of those of `annotations` whose passage is not in today's text, or whose chapter is not in the library. */
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
