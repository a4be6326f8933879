/** Annotations from where anybody may have written: a database, a file. */
import type { Annotation, Kind, Register, Target } from './annotation';
import { isClock } from './clock';
import { isDeleted } from './deletion';

type Unread = Record<string, unknown>;

const KINDS: readonly unknown[] = ['highlight', 'note', 'bookmark'] satisfies Kind[];

/**
 * `value` as an annotation that nothing trips over; `null` when it is none, or of a
 * kind that only a newer version knows. A field, a hand-made place or a history
 * entry that is damaged is left out. What this version does not know is kept.
 */
export function readAnnotation(value: unknown): Annotation | null {
	if (faultOf(value) !== null) return null;
	const { history, superseded, ...rest } = value as Annotation;
	return {
		...rest,
		targets: rest.targets.filter(isTarget),
		fields: readFields(rest.fields),
		...listed('history', history, isHistoryEntry),
		...listed('superseded', superseded, isSuperseded)
	};
}

/** Why a value is no annotation. */
export type AnnotationFault =
	| 'not-an-object'
	| 'no-id'
	| 'no-version'
	| 'unknown-kind'
	| 'no-date'
	| 'no-fields'
	| 'no-target-list'
	| 'damaged-target'
	| 'no-target';

/** Why `value` is no annotation; `null` when it is one. */
export function faultOf(value: unknown): AnnotationFault | null {
	if (!isRecord(value)) return 'not-an-object';
	const { id, v, kind, created, targets, fields } = value;
	if (typeof id !== 'string' || id === '') return 'no-id';
	if (typeof v !== 'number') return 'no-version';
	if (!KINDS.includes(kind)) return 'unknown-kind';
	if (typeof created !== 'string') return 'no-date';
	if (!isRecord(fields)) return 'no-fields';
	if (!Array.isArray(targets)) return 'no-target-list';
	// Without its original nobody can tell where it was made. A tombstone has none.
	if (targets.length > 0 && !isTarget(targets[0])) return 'damaged-target';
	const isTombstone = isDeleted({ targets: [], fields: readFields(fields) } as never);
	if (targets.length === 0 && !isTombstone) return 'no-target';
	return null;
}

function isRecord(value: unknown): value is Unread {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}

function isUnset(value: unknown): boolean {
	return value === undefined;
}

// A word for a colour or a style that only a newer version knows is kept.
const VALUES: Record<string, (value: unknown) => boolean> = {
	note: isText,
	colour: (value) => isText(value) || isUnset(value),
	style: (value) => isText(value) || isUnset(value),
	tags: (value) => Array.isArray(value) && value.every(isText),
	deleted: (value) => typeof value === 'boolean',
	loose: (value) => typeof value === 'boolean' || isUnset(value)
};

function readFields(fields: Unread): Annotation['fields'] {
	return Object.fromEntries(
		Object.entries(fields).filter(([name, value]) => {
			if (!isRegister(value)) return false;
			return Object.hasOwn(VALUES, name) ? VALUES[name](value.value) : true;
		})
	);
}

function isRegister(value: unknown): value is Register<unknown> {
	if (!isRecord(value) || !isClock(value.at)) return false;
	return [value.base, value.since].every((clock) => clock === undefined || isClock(clock));
}

function isHistoryEntry(value: unknown): boolean {
	return isRegister(value) && isText(value.value);
}

function isSuperseded(value: unknown): boolean {
	return isText(value) && value.split('..').length <= 2 && value.split('..').every(isClock);
}

/** Whether `value` is a target that can be placed, compared and shown. */
export function isTarget(value: unknown): value is Target {
	if (!isRecord(value) || !isRecord(value.quote) || !Array.isArray(value.blocks)) return false;
	const { work, chapter, edition, start, end, blocks, quote, at } = value;
	return (
		[work, chapter, edition, quote.exact, quote.prefix, quote.suffix].every(isText) &&
		[start, end].every(Number.isSafeInteger) &&
		blocks.length === 2 &&
		blocks.every(isText) &&
		(at === undefined || isClock(at))
	);
}

/** The sound entries of an optional list; nothing when it has none. */
function listed(name: string, value: unknown, isSound: (entry: unknown) => boolean): Unread {
	const sound = Array.isArray(value) ? value.filter(isSound) : [];
	return sound.length > 0 ? { [name]: sound } : {};
}
