/** Checks Postil's own records in a file, which anybody may have written. */
import * as v from 'valibot';
import type { Annotation, Target } from '../annotation/annotation';
import { timeOf } from '../annotation/clock';
import type { FileErrorCode } from './file-error';
import { LATEST_TIME, MAX_NAME_LENGTH } from './limits';
import { faultOf, readAnnotation } from '../annotation/read-annotation';

/**
 * `value`, as `parseJson` gave it, as an annotation; else what is wrong with it. It is checked as a
 * record of the database is, by `readAnnotation`, and beyond that: names must fit where names
 * stand, and dates must be dates, since a clock of the year 9999 would win over all later edits.
 */
export function checkAnnotation(value: unknown): Annotation | FileErrorCode {
	const fault = faultOf(value);
	if (fault !== null) return fault;
	const annotation = readAnnotation(value)!;
	return nameFault(annotation) ?? targetFault(annotation) ?? timeFault(annotation) ?? annotation;
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
	const { colour, style, tags } = fields;
	const words: unknown[] = [colour?.value, style?.value].filter((word) => word !== undefined);
	if (!words.every((word) => /^[a-z][\w-]{0,40}$/i.test(word as string))) {
		return 'bad-colour-or-style';
	}
	return (tags?.value ?? []).every(isShort) ? null : 'tag-too-long';
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

function timeFault({
	created,
	fields,
	targets,
	history,
	superseded
}: Annotation): FileErrorCode | null {
	if (!isIsoDate(created)) return 'no-creation-date';
	const written = [...Object.values(fields), ...targets, ...(history ?? [])];
	const readings = written.flatMap((one) => [
		one?.at,
		(one as { base?: string } | undefined)?.base,
		(one as { since?: string } | undefined)?.since
	]);
	const known = (superseded ?? []).flatMap((entry) => entry.split('..'));
	const isLate = [...readings, ...known].some(
		(at) => at !== undefined && timeOf(at) >= LATEST_TIME
	);
	return isLate ? 'future-date' : null;
}

function isShort(text: string): boolean {
	return text.length <= MAX_NAME_LENGTH;
}
