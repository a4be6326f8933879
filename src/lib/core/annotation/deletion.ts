/** When an annotation counts as deleted, and what is left of it when its content is removed. */
import type { Annotation } from './annotation';
import { compareClocks } from './clock';

/**
 * Whether an annotation is deleted: its `deleted` register is true, and newer than every other one
 * and every place made by hand. A later edit, on whichever device, revives it.
 */
export function isDeleted({ fields, targets }: Annotation): boolean {
	const { deleted, ...others } = fields;
	if (deleted?.value !== true) return false;
	return [...Object.values(others), ...targets].every(
		(written) => written?.at === undefined || compareClocks(written.at, deleted.at) < 0
	);
}

/** Whether nothing is left of an annotation but that it was deleted. */
export function isTombstone({ targets }: Annotation): boolean {
	return targets.length === 0;
}

/**
 * What stays of a deleted annotation, so that no old copy of it comes back from another device. A
 * copy that was edited after the deletion comes back completely.
 */
export function toTombstone({ id, v, kind, created, fields }: Annotation): Annotation {
	return { id, v, kind, created, targets: [], fields: { deleted: fields.deleted } };
}
