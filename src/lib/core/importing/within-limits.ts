/** Keeps annotations of files within what one can hold, and what does not fit in with them for another file. */
import type { Annotation, Register } from '../annotation/annotation';
import { currentTarget } from '../annotation/current-target';
import { firstLetters, LONGEST_NOTE, LONGEST_TAG, MOST_TAGS } from '../annotation/limits';

/** What of an annotation does not fit into it. */
export interface Surplus {
	/** Of the annotation. */
	id: string;
	/** The words by which the reader knows it: those that it marks, or the first of its note. */
	words: string;
	/** What follows the longest note that it can have; empty when nothing does. */
	note: string;
	tags: string[];
	/** What follows in earlier texts of its note. */
	earlier: string[];
}

// Words by which a reader knows a mark, in UTF-16 units.
const WORDS = 200;

/**
 * An annotation of a file as it can be kept, and what is left out of it; `null` for nothing. A value that
 * `here`, the same annotation on this device, has under the same stamp stays as it is there.
 */
export function withinLimits(
	annotation: Annotation,
	here: Annotation | null
): { annotation: Annotation; surplus: Surplus | null } {
	if (!isBeyond(annotation)) return { annotation, surplus: null };
	const { fields, history } = annotation;
	const surplus: Surplus = {
		id: annotation.id,
		words: wordsOf(annotation),
		note: '',
		tags: [],
		earlier: []
	};
	const kept: Annotation = { ...annotation, fields: { ...fields } };
	if (fields.note) kept.fields.note = fitNote(fields.note, here?.fields.note);
	if (fields.tags) kept.fields.tags = fitTags(fields.tags, here?.fields.tags);
	surplus.note = fields.note?.value.slice(kept.fields.note!.value.length) ?? '';
	const tags = new Set(kept.fields.tags?.value);
	surplus.tags = fields.tags?.value.filter((tag) => !tags.has(tag)) ?? [];
	if (history) {
		const known = new Map(here?.history?.map((one) => [one.at, one]));
		kept.history = history.map((one) => fitNote(one, known.get(one.at)));
		surplus.earlier = history
			.map(({ value }, index) => value.slice(kept.history![index].value.length))
			.filter((rest) => rest !== '');
	}
	const isNothing = surplus.note === '' && surplus.tags.length + surplus.earlier.length === 0;
	return { annotation: kept, surplus: isNothing ? null : surplus };
}

function isBeyond({ fields, history = [] }: Annotation): boolean {
	const tags = fields.tags?.value ?? [];
	return (
		(fields.note?.value.length ?? 0) > LONGEST_NOTE ||
		tags.length > MOST_TAGS ||
		tags.some((tag) => tag.length > LONGEST_TAG) ||
		history.some(({ value }) => value.length > LONGEST_NOTE)
	);
}

function fitNote(note: Register<string>, here?: Register<string>): Register<string> {
	if (here?.at === note.at) return here;
	return { ...note, value: firstLetters(note.value, LONGEST_NOTE) };
}

function fitTags(tags: Register<string[]>, here?: Register<string[]>): Register<string[]> {
	if (here?.at === tags.at) return here;
	const fitting = tags.value.filter(({ length }) => length <= LONGEST_TAG);
	return { ...tags, value: fitting.slice(0, MOST_TAGS) };
}

function wordsOf(annotation: Annotation): string {
	const { fields, targets } = annotation;
	const quote = targets.length > 0 ? currentTarget(annotation).quote.exact : '';
	return firstLetters(quote || (fields.note?.value ?? ''), WORDS);
}

/** What was left out of marks, as a text to read: for each its words, and under them what does not fit. */
export function surplusText(surplus: readonly Surplus[]): string {
	const parts = surplus.map(({ words, note, tags, earlier }) =>
		[
			`“${words}”`,
			tags.length > 0 ? `Tags: ${tags.join(', ')}` : '',
			note === '' ? '' : `The note goes on:\n${note}`,
			...earlier.map((rest) => `An earlier text of the note goes on:\n${rest}`)
		]
			.filter((part) => part !== '')
			.join('\n\n')
	);
	return `${parts.join('\n\n* * *\n\n')}\n`;
}
