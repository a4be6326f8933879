/** What becomes of two marks that a reader makes one. */
import type { Annotation, Register } from './annotation';
import { compareClocks } from './clock';
import type { Changes } from './edit';

/**
 * What the one mark says of two, given in reading order: both notes, one after the other, the
 * tags of both, the colour and the style that were chosen last. What neither has is not named.
 */
export function joinedFields(first: Annotation, second: Annotation): Changes {
	const [a, b] = [first.fields, second.fields];
	const notes = [a.note?.value, b.note?.value].filter(Boolean);
	const tags = [...(a.tags?.value ?? []), ...(b.tags?.value ?? [])];
	const [colour, style] = [latest(a.colour, b.colour), latest(a.style, b.style)];
	return {
		...(notes.length > 0 ? { note: [...new Set(notes)].join('\n\n') } : {}),
		...(tags.length > 0 ? { tags: [...new Set(tags)] } : {}),
		...(colour === undefined ? {} : { colour }),
		...(style === undefined ? {} : { style })
	};
}

/** The value written last, of those that are set. */
function latest<T>(a: Register<T> | undefined, b: Register<T> | undefined): T | undefined {
	if (a?.value === undefined || b?.value === undefined) return a?.value ?? b?.value;
	return compareClocks(a.at, b.at) > 0 ? a.value : b.value;
}
