import type { Annotation } from '../annotation/annotation';
import { currentTarget } from '../annotation/current-target';
import { normalize } from '../text/chapter-text';

/**
 * What of an annotation is searched: its note, its words and its tags, those that it has. White space
 * is one space, as it is in a chapter.
 */
export function searchedFields(annotation: Annotation): string[] {
	const { note, tags } = annotation.fields;
	const { exact } = currentTarget(annotation).quote;
	const fields = [note?.value ?? '', exact, tags?.value.join(', ') ?? ''];
	return fields.map(normalize).filter(Boolean);
}
