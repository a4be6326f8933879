/**
 * Postil's own data in files that other apps can read too. It stands under the key `x-postil`: in an
 * annotation the whole record, in a set what belongs to none of its annotations.
 */
import * as v from 'valibot';
import type { Annotation, Target } from '../annotation/annotation';
import { isTarget } from '../annotation/read-annotation';
import type { Snapshot } from '../annotation/snapshot';
import type { ReadingPosition } from '../reading/reading-position';
import { editionOf } from '../text/edition';
import { checkAnnotation, isIsoDate, isPossibleTarget } from './check-annotation';
import type { FileErrorCode, Refusal } from './file-error';
import { isObject, joinPath } from './json';
import { MAX_CHAPTER_LENGTH } from './limits';

/** The key of Postil's own data. Readers of JSON-LD leave out what they do not know. */
export const POSTIL_KEY = 'x-postil';

/** What a reader has besides annotations and the texts that they were made in. */
export interface PositionsAndPreferences {
	positions: readonly ReadingPosition[];
	/** By their keys, as the database has them. */
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
	// Read line by line where they stand as they were written (works-lines.ts), and not found here then.
	if (data.works !== undefined) {
		const path = joinPath(POSTIL_KEY, 'works');
		const count = Array.isArray(data.works) ? data.works.filter(isEndOfWork).length : 1;
		found.refused.push({ code: 'damaged-works', path, details: { count } });
	}
	if (isObject(data.preferences)) found.preferences = data.preferences;
	return found;
}

function isEndOfWork(line: unknown): boolean {
	return isObject(line) && line.end !== undefined;
}

const KeptText = v.object({ edition: v.string(), text: v.string() });

/** Checks a kept text: if it were not the one that its edition names, marks would be misplaced by it. */
function checkSnapshot(value: unknown): Snapshot | FileErrorCode {
	if (!v.is(KeptText, value)) return 'not-a-snapshot';
	const { edition, text } = value;
	if (text.length > MAX_CHAPTER_LENGTH) return 'snapshot-too-long';
	return editionOf(text) === edition ? { edition, text, v: 1 } : 'wrong-edition';
}

const Position = v.object({
	v: v.literal(1),
	target: v.custom<Target>((target) => isTarget(target) && isPossibleTarget(target)),
	progress: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
	paragraph: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
	at: v.custom<string>(isIsoDate)
});

function checkPosition(value: unknown): ReadingPosition | FileErrorCode {
	const { success, output } = v.safeParse(Position, value);
	return success ? output : 'not-a-position';
}
