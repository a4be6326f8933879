/** What is deleted: how long it is kept whole, and what is left of it then. */
import type { Annotation } from './annotation';
import { timeOf } from './clock';
import { isDeleted } from './merge';

/** A deleted annotation can be brought back for so long. */
export const TRASH_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000; // ms

/** When an annotation was deleted, in milliseconds since 1970; `null` when it is not. */
export function deletedAt(annotation: Annotation): number | null {
	return isDeleted(annotation) ? timeOf(annotation.fields.deleted!.at) : null;
}

/** Whether an annotation was deleted so long before `now` (ms since 1970) that its content has to go. */
export function isExpired(annotation: Annotation, now: number): boolean {
	const at = deletedAt(annotation);
	return at !== null && now - at > TRASH_DAYS * DAY;
}

/** Whether nothing is left of an annotation but that it was deleted. */
export function isTombstone({ targets }: Annotation): boolean {
	return targets.length === 0;
}

/**
 * What stays of a deleted annotation, so that no old copy of it comes back from
 * another device. A copy that was edited after the deletion does, whole.
 */
export function toTombstone({ id, v, kind, created, fields }: Annotation): Annotation {
	return { id, v, kind, created, targets: [], fields: { deleted: fields.deleted } };
}
