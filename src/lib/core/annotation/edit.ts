/**
 * The changes a reader can make to an annotation. Each gives a new record and leaves the old one, and
 * is stamped with `at`, or later: after all that was written in the annotation before (`clockForEdit`).
 */
import type { Annotation, Clock, Colour, Register, Style, Target } from './annotation';
import { currentTarget } from './current-target';
import { clockForEdit } from './latest-clock';
import { isDeleted } from './deletion';
import { withNote, withRestoredVersion } from './note-history';

/** New values of fields; what is not named stays. */
export interface Changes {
	colour?: Colour;
	style?: Style;
	note?: string;
	tags?: readonly string[];
	/** Kept without a place in the text (loose-note.ts). */
	loose?: boolean;
}

/** `annotation` with the values of `changes`. A field named with `undefined` is unset. */
export function withChanges(annotation: Annotation, changes: Changes, at: Clock): Annotation {
	const { note, tags, ...others } = changes;
	const stamp = clockForEdit(annotation, at);
	const fields: Record<string, Register<unknown> | undefined> = { ...annotation.fields };
	for (const [name, value] of Object.entries(others)) fields[name] = { value, at: stamp };
	// Copied: a list that belongs to the screen may be a proxy, which no database takes.
	if ('tags' in changes) fields.tags = { value: [...(tags ?? [])], at: stamp };
	const changed = { ...annotation, fields: fields as Annotation['fields'] };
	return 'note' in changes ? withNote(changed, note ?? '', stamp) : changed;
}

/** The values that `withChanges` would replace, to be given to it again. */
export function valuesBefore({ fields }: Annotation, changes: Changes): Changes {
	const names = Object.keys(changes) as (keyof Changes)[];
	return Object.fromEntries(names.map((name) => [name, fields[name]?.value]));
}

/** `annotation` deleted (`value` is `true`), or brought back. */
export function withDeleted(annotation: Annotation, value: boolean, at: Clock): Annotation {
	const stamp = clockForEdit(annotation, at);
	return { ...annotation, fields: { ...annotation.fields, deleted: { value, at: stamp } } };
}

/** `annotation` with one more place made by hand. */
export function withTarget(annotation: Annotation, target: Target, at: Clock): Annotation {
	return {
		...annotation,
		targets: [...annotation.targets, { ...target, at: clockForEdit(annotation, at) }]
	};
}

/** What is done to one annotation in a step that does several things; what is not named stays. */
export interface Edit {
	id: string;
	/** The annotation itself, as yet without fields: it is new. */
	made?: Annotation;
	changes?: Changes;
	/** One more place. */
	target?: Target;
	/** A text that its note had, and has again. */
	version?: Register<string>;
	deleted?: boolean;
}

/** `annotation` (of a new one, `made`) with all that an edit names. */
export function withEdit(
	annotation: Annotation,
	{ changes, target, version, deleted }: Edit,
	at: Clock
): Annotation {
	let edited = changes ? withChanges(annotation, changes, at) : annotation;
	if (target) edited = withTarget(edited, target, at);
	if (version) edited = withRestoredVersion(edited, version, clockForEdit(edited, at));
	return deleted === undefined ? edited : withDeleted(edited, deleted, at);
}

/** What takes an edit back that is about to be made. */
export function reverseOf(
	annotation: Annotation,
	{ id, made, changes, target, version, deleted }: Edit
): Edit {
	if (made) return { id, deleted: true };
	return {
		id,
		changes: changes && valuesBefore(annotation, changes),
		target: target && currentTarget(annotation),
		version: version && annotation.fields.note,
		deleted: deleted === undefined ? deleted : isDeleted(annotation)
	};
}
