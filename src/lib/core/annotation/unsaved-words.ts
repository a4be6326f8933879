/** What a reader would lose with annotations that cannot be written. */
import type { Annotation } from './annotation';
import { currentTarget } from './current-target';

/** The words of annotations as plain text to paste elsewhere, each its quote and its note; `''` when there are none. */
export function unsavedWords(annotations: readonly Annotation[]): string {
	return annotations
		.map((annotation) => {
			const { quote } = currentTarget(annotation);
			return [quote.exact && `“${quote.exact}”`, annotation.fields.note?.value]
				.filter(Boolean)
				.join('\n');
		})
		.filter((words) => words !== '')
		.join('\n\n');
}
