/**
 * What only Postil knows of, in files that other apps can read too: it stands under the key
 * `x-postil`, in each annotation as its whole record, and in a set as what is kept beside them.
 */
import type { Annotation } from '../annotation/annotation';
import { isTarget } from '../annotation/read-annotation';
import type { Snapshot } from '../annotation/snapshot';
import type { ReadingPosition } from '../reading/reading-position';
import { editionOf } from '../text/edition';
import { checkAnnotation, isIsoDate, isPossibleTarget } from './check-annotation';
import type { FileErrorCode, Refusal } from './file-error';
import { isObject, joinPath, type JsonObject } from './json';
import { MAX_CHAPTER_LENGTH } from './limits';

/** The key of Postil's own data. Readers of JSON-LD leave out what they do not know. */
export const POSTIL_KEY = 'x-postil';

/** What is kept for a reader beside the annotations and the texts that they were made in. */
export interface PositionsAndPreferences {
	positions: readonly ReadingPosition[];
	/** As the database has them, by their keys. */
	preferences: Readonly<Record<string, unknown>>;
}

/** What a set of annotations holds under `x-postil`. */
export interface PostilData {
	/** Deleted annotations and tombstones. */
	deleted: Annotation[];
	snapshots: Snapshot[];
	positions: ReadingPosition[];
	preferences: Record<string, unknown>;
	refused: Refusal[];
}

/** Reads what stands under `x-postil` of a set. What is damaged is left out, and listed as refused. */
export function readPostilData(data: unknown): PostilData {
	const found: PostilData = {
		deleted: [],
		snapshots: [],
		positions: [],
		preferences: {},
		refused: []
	};
	if (!isObject(data)) return found;
	const read = <T extends object>(
		name: string,
		into: T[],
		check: (value: unknown) => T | FileErrorCode
	) => {
		const list = data[name];
		const path = joinPath(POSTIL_KEY, name);
		if (list === undefined) return;
		if (!Array.isArray(list)) return found.refused.push({ code: 'not-a-list', path });
		list.forEach((value, index) => {
			const checked = check(value);
			if (typeof checked !== 'string') into.push(checked);
			else found.refused.push({ code: checked, path: joinPath(path, index) });
		});
	};
	read('deleted', found.deleted, checkAnnotation);
	read('snapshots', found.snapshots, checkSnapshot);
	read('positions', found.positions, checkPosition);
	if (isObject(data.preferences)) found.preferences = data.preferences;
	return found;
}

/** A text that is not the one its edition names would lead marks astray. */
function checkSnapshot(value: unknown): Snapshot | FileErrorCode {
	if (!isObject(value) || typeof value.text !== 'string' || typeof value.edition !== 'string') {
		return 'not-a-snapshot';
	}
	const { edition, text } = value;
	if (text.length > MAX_CHAPTER_LENGTH) return 'snapshot-too-long';
	if (editionOf(text) !== edition) return 'wrong-edition';
	return { edition, text, v: 1 };
}

function checkPosition(value: unknown): ReadingPosition | FileErrorCode {
	const fault = 'not-a-position';
	if (!isObject(value) || !isTarget(value.target) || !isPossibleTarget(value.target)) return fault;
	const { v, target, progress, paragraph, at } = value as JsonObject & ReadingPosition;
	const isShare = typeof progress === 'number' && progress >= 0 && progress <= 1;
	const isNumber = Number.isSafeInteger(paragraph) && paragraph >= 0;
	return v === 1 && isShare && isNumber && isIsoDate(at)
		? { v, target, progress, paragraph, at }
		: fault;
}
