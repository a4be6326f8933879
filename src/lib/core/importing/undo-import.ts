/** Undoes an import. Merging only ever adds, so that undoing writes the earlier values anew, with newer stamps. */
import type { Annotation, Clock, Register } from '../annotation/annotation';
import { canonical } from '../annotation/canonical-json';
import { withDeleted, withTarget } from '../annotation/edit';
import { isDeleted, isTombstone } from '../annotation/deletion';
import { withNote } from '../annotation/note-history';
import { clockForEdit } from '../annotation/latest-clock';
import { currentTarget } from '../annotation/current-target';
import type { ReadingPosition } from '../reading/reading-position';

/** A type without its annotations: there may be 200,000 of them, which are passed on in batches. */
export type WithoutAnnotations<T extends { annotations: unknown }> = Omit<T, 'annotations'>;

/** What an import wrote, and what was there before: `null` or `undefined` for nothing. */
export interface ImportUndo {
	annotations: { before: Annotation | null; written: Annotation }[];
	positions: { before: ReadingPosition | null; written: ReadingPosition }[];
	preferences: { name: string; before: unknown; written: unknown }[];
}

/** What to write so that all is as before; a position or a preference is to be removed where it was `null` before. */
export interface ImportUndoWrite {
	annotations: Annotation[];
	positions: { written: ReadingPosition; before: ReadingPosition | null }[];
	preferences: { name: string; written: unknown; before: unknown }[];
	/** Ids of new annotations that stay, because the reader changed them since. */
	kept: string[];
}

/**
 * The records that take an import back. What the reader changed since the import stays as it is.
 *
 * @param now what is kept now
 * @param at a reading of this device's clock, later than all there were
 */
export function undoImport(
	undo: ImportUndo,
	now: {
		annotations: ReadonlyMap<string, Annotation>;
		positions: readonly ReadingPosition[];
		preferences: Readonly<Record<string, unknown>>;
	},
	at: Clock
): ImportUndoWrite {
	const write: ImportUndoWrite = { annotations: [], positions: [], preferences: [], kept: [] };
	for (const { before, written } of undo.annotations) {
		const current = now.annotations.get(written.id);
		if (current === undefined) continue;
		const isChanged = canonical(current) !== canonical(written);
		const wasNone = before === null || isDeleted(before);
		if (wasNone && isChanged && !isDeleted(current)) write.kept.push(current.id);
		// Deleted since: it stays so, and any field that were written now would bring it back.
		else if (!wasNone && isDeleted(current) && !isDeleted(written)) continue;
		else if (wasNone) {
			if (!isDeleted(current)) write.annotations.push(withDeleted(current, true, at));
		} else {
			const restored = restore(current, written, before, at);
			if (restored !== current) write.annotations.push(restored);
		}
	}
	const positions = new Set(now.positions.map(canonical));
	write.positions = undo.positions.filter(({ written }) => positions.has(canonical(written)));
	write.preferences = undo.preferences
		.filter(({ name, written }) => canonical(now.preferences[name]) === canonical(written))
		.map(({ before, ...rest }) => ({ ...rest, before: before ?? null }));
	return write;
}

type Fields = Record<string, Register<unknown> | undefined>;

/** `current` with what the import changed, and nobody since, as it was before; itself when there is nothing like that. */
function restore(
	current: Annotation,
	written: Annotation,
	before: Annotation,
	at: Clock
): Annotation {
	let restored = current;
	const [was, is, now]: Fields[] = [before.fields, written.fields, current.fields];
	for (const name of Object.keys(is)) {
		const isOurs = canonical(is[name]) === canonical(now[name]);
		if (!isOurs || canonical(is[name]) === canonical(was[name])) continue;
		restored = withField(restored, name, was[name]?.value, at);
	}
	if (!isTombstone(before) && !isTombstone(written)) {
		const target = currentTarget(before);
		const put = canonical(currentTarget(written));
		const isMoved = put !== canonical(target) && put === canonical(currentTarget(current));
		if (isMoved) restored = withTarget(restored, target, at);
	}
	return restored;
}

function withField(annotation: Annotation, name: string, value: unknown, at: Clock): Annotation {
	const stamp = clockForEdit(annotation, at);
	if (name === 'note') return withNote(annotation, (value as string | undefined) ?? '', stamp);
	if (name === 'deleted') return withDeleted(annotation, value === true, at);
	const empty = name === 'tags' ? [] : undefined;
	const fields = { ...annotation.fields, [name]: { value: value ?? empty, at: stamp } };
	return { ...annotation, fields: fields };
}
