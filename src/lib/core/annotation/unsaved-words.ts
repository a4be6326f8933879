/** What a reader would lose with annotations that cannot be written. */
import type { Annotation } from './annotation';

/** The words of annotations as plain text to paste elsewhere, each its quote and its note; `''` when there are none. */
export function unsavedWords(annotations: readonly Annotation[]): string {
	return annotations
		.map(({ targets, fields }) => {
			const quote = targets.at(-1)?.quote.exact;
			return [quote && `“${quote}”`, fields.note?.value].filter(Boolean).join('\n');
		})
		.filter((words) => words !== '')
		.join('\n\n');
}
