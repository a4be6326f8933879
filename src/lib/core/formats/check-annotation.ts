/** Checks Postil's own records in a file, which anybody may have written. */
import * as v from 'valibot';
import type { Annotation, Clock, Register, Target } from '../annotation/annotation';
import { deviceOf, tick, timeOf } from '../annotation/clock';
import type { FileErrorCode } from './file-error';
import { LATEST_TIME, MAX_NAME_LENGTH } from './limits';
import { faultOf, readAnnotation } from '../annotation/read-annotation';

/**
 * `value`, as `parseJson` gave it, as an annotation; else what is wrong with it. It is checked as a
 * record of the database is, by `readAnnotation`, and beyond that: names must fit where names
 * stand, and the date of its making must be a date.
 */
export function checkAnnotation(value: unknown): Annotation | FileErrorCode {
	const fault = faultOf(value);
	if (fault !== null) return fault;
	const annotation = readAnnotation(value)!;
	return (
		nameFault(annotation) ??
		targetFault(annotation) ??
		(isIsoDate(annotation.created) ? withinReach(annotation) : 'no-creation-date')
	);
}

/** Whether `text` is a date, with its time in UTC, as `toISOString` writes it. */
export function isIsoDate(text: unknown): text is string {
	if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text))
		return false;
	return Date.parse(text) < LATEST_TIME;
}

/** Whether the parts of a target, which are of their types, make sense: short names, and a range forwards. */
export function isPossibleTarget({ work, chapter, edition, blocks, start, end }: Target): boolean {
	return [work, chapter, edition, ...blocks].every(isShort) && start >= 0 && start <= end;
}

function nameFault({ id, fields }: Annotation): FileErrorCode | null {
	// The page lists ids, separated by spaces, in its attributes `data-ids`.
	if (!isShort(id) || /\s/.test(id)) return 'bad-id';
	const { colour, style } = fields;
	const words: unknown[] = [colour?.value, style?.value].filter((word) => word !== undefined);
	if (!words.every((word) => /^[a-z][\w-]{0,40}$/i.test(word as string))) {
		return 'bad-colour-or-style';
	}
	return null;
}

const Origin = v.object({
	app: v.string(),
	title: v.string(),
	author: v.string(),
	address: v.string(),
	location: v.string()
});

function targetFault({ targets, origin }: Annotation): FileErrorCode | null {
	if (!targets.every(isPossibleTarget)) return 'impossible-target';
	if (origin === undefined) return null;
	return v.is(Origin, origin) ? null : 'damaged-origin';
}

/**
 * An annotation whose stamps leave room for later ones. None is refused for its stamp: the clock of its
 * device may have been set wrong, and what the reader writes next comes after it all the same
 * (`clockForEdit`). But after the greatest stamp that can be written there is none.
 */
function withinReach({ fields, targets, history, superseded, ...rest }: Annotation): Annotation {
	return {
		...rest,
		targets: targets.map((target) =>
			target.at ? { ...target, at: reachable(target.at) } : target
		),
		fields: Object.fromEntries(
			Object.entries(fields as Record<string, Register<unknown>>).map(([name, register]) => [
				name,
				withReachableStamps(register)
			])
		),
		...(history && { history: history.map(withReachableStamps) }),
		...(superseded && { superseded: superseded.map(reachableEntry) })
	};
}

function withReachableStamps<T>(register: Register<T>): Register<T> {
	const { at, base, since } = register;
	return {
		...register,
		at: reachable(at),
		...(base === undefined ? {} : { base: reachable(base) }),
		...(since === undefined ? {} : { since: reachable(since) })
	};
}

/** An entry of `superseded`: a stamp, or the first and the last of an opening of the editor. */
function reachableEntry(entry: string): string {
	return entry.split('..').map(reachable).join('..');
}

/** A stamp; in the place of one from the year 10,000 or later, one of the beginning of the year 9999. */
function reachable(stamp: Clock): Clock {
	return timeOf(stamp) < Date.UTC(10_000, 0)
		? stamp
		: tick(null, Date.UTC(9999, 0), deviceOf(stamp));
}

function isShort(text: string): boolean {
	return text.length <= MAX_NAME_LENGTH;
}
