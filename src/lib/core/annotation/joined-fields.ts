/** What becomes of marks that are made one. */
import type { Annotation, Register } from './annotation';
import { compareClocks } from './clock';
import type { Changes } from './edit';

/**
 * What the one mark says of several, given in reading order: all notes, one after the other with an
 * empty line between them, all tags, the colour and the style that were chosen last. What none of
 * them has is not named.
 */
export function joinedFields(marks: readonly Annotation[]): Changes {
	const notes = marks.map(({ fields }) => fields.note?.value).filter(Boolean);
	const tags = marks.flatMap(({ fields }) => fields.tags?.value ?? []);
	const colour = latest(marks.map(({ fields }) => fields.colour));
	const style = latest(marks.map(({ fields }) => fields.style));
	return {
		...(notes.length > 0 ? { note: [...new Set(notes)].join('\n\n') } : {}),
		...(tags.length > 0 ? { tags: [...new Set(tags)] } : {}),
		...(colour === undefined ? {} : { colour }),
		...(style === undefined ? {} : { style })
	};
}

/** The value written last, of those that are set. */
function latest<T>(registers: readonly (Register<T> | undefined)[]): T | undefined {
	return registers
		.filter((register) => register?.value !== undefined)
		.reduce((last, next) => (last && compareClocks(last.at, next!.at) > 0 ? last : next), undefined)
		?.value;
}
