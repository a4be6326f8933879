/**
 * Finds the marks of an import that the library has already: an earlier import brought them, or they
 * were made here and come back from another app.
 */
import { placeAll } from '../anchoring/place-all';
import type { Annotation, Place } from '../annotation/annotation';
import { canonical } from '../annotation/canonical-json';
import type { LibraryChapter } from './find-passage';
import { currentTarget } from '../annotation/current-target';
import { chapterKey } from '../text/work';

/** A key of the passage that an annotation marks; bookmarks have keys of their own. */
export function passageKey(annotation: Annotation): string {
	const { work, chapter, edition, start, end } = currentTarget(annotation) ?? {};
	return canonical([annotation.kind === 'bookmark', work, chapter, edition, start, end]);
}

/** Whether an annotation has all the words of a mark of the same passage, its note and its tags: they are one then. */
export function hasSameWords({ fields }: Annotation, mark: Annotation): boolean {
	const note = mark.fields.note?.value ?? '';
	// Apps that have no spaces in tags write them otherwise.
	const tags = new Set((fields.tags?.value ?? []).map(tagKey));
	const hasTags = (mark.fields.tags?.value ?? []).every((tag) => tags.has(tagKey(tag)));
	return hasTags && (note === '' || note === fields.note?.value.trim());
}

function tagKey(tag: string): string {
	return tag.toLowerCase().replace(/[\s_-]+/g, '_');
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
