/**
 * The file that holds everything and comes back whole: an AnnotationSet that other apps can read,
 * and under `x-postil` what only we know of.
 */
import type { About } from '../export-context';
import type { Annotation } from '../../annotation/annotation';
import { compareTexts } from '../../annotation/canonical';
import { checkAnnotation, isIsoDate, isSoundTarget } from '../check-annotation';
import type { Refusal } from '../file-error';
import { LONGEST_CHAPTER } from '../limits';
import { isLive, OURS, toSet } from '../json-ld/json-ld';
import { isRecord, pathTo, writeJson, type Unread } from '../json';
import { merge } from '../../annotation/merge';
import { chapterKey } from '../../text/work';
import type { ReadingPosition } from '../../reading/reading-position';
import { isTarget } from '../../annotation/read-annotation';
import { editionOf } from '../../text/edition';
import { snapshotsOf, type Snapshot } from '../../annotation/snapshot';

/** What is kept beside the annotations. */
export interface Kept {
	positions: readonly ReadingPosition[];
	/** As the database has them, by their keys. */
	preferences: Readonly<Record<string, unknown>>;
}

/** What a file of ours holds beside its live annotations. */
export interface Holding {
	holds: 'export' | 'backup';
	/** Deleted ones and tombstones. */
	deleted: Annotation[];
	snapshots: Snapshot[];
	positions: ReadingPosition[];
	preferences: Record<string, unknown>;
	refused: Refusal[];
}

/**
 * The text of a backup: all of `annotations`, deleted ones and tombstones too, with their
 * history. The same contents give the same text: with `about.generated` equal, so are the bytes.
 */
export function toBackup(annotations: readonly Annotation[], kept: Kept, about: About): string {
	const merged = merge(annotations, []);
	const set = toSet(merged.filter(isLive), about);
	const byKey = (a: ReadingPosition, b: ReadingPosition) =>
		compareTexts(chapterKey(a.target), chapterKey(b.target));
	return writeJson({
		...set,
		[OURS]: {
			v: 1,
			holds: 'backup',
			deleted: merged.filter((one) => !isLive(one)),
			snapshots: snapshotsOf(merged, about.texts),
			positions: [...kept.positions].sort(byKey),
			preferences: kept.preferences
		}
	});
}

/** Reads what stands under `x-postil` of a set. What is damaged is left out, and told. */
export function readHolding(ours: unknown): Holding {
	const found: Holding = {
		holds: 'export',
		deleted: [],
		snapshots: [],
		positions: [],
		preferences: {},
		refused: []
	};
	if (!isRecord(ours)) return found;
	if (ours.holds === 'backup') found.holds = 'backup';
	const read = <T extends object>(
		name: string,
		into: T[],
		check: (value: unknown) => T | string
	) => {
		const list = ours[name];
		const path = pathTo(OURS, name);
		if (list === undefined) return;
		if (!Array.isArray(list)) return found.refused.push({ path, reason: 'is no list' });
		list.forEach((value, index) => {
			const checked = check(value);
			if (typeof checked !== 'string') into.push(checked);
			else found.refused.push({ path: pathTo(path, index), reason: checked });
		});
	};
	read('deleted', found.deleted, checkAnnotation);
	read('snapshots', found.snapshots, checkSnapshot);
	read('positions', found.positions, checkPosition);
	if (isRecord(ours.preferences)) found.preferences = ours.preferences;
	return found;
}

/** A text that is not the one its edition names would lead marks astray. */
function checkSnapshot(value: unknown): Snapshot | string {
	if (!isRecord(value) || typeof value.text !== 'string' || typeof value.edition !== 'string') {
		return 'is no kept text';
	}
	const { edition, text } = value;
	if (text.length > LONGEST_CHAPTER) return 'is longer than a chapter can be';
	if (editionOf(text) !== edition) return 'is not the text that its edition names';
	return { edition, text, v: 1 };
}

function checkPosition(value: unknown): ReadingPosition | string {
	const fault = 'is no place in a text';
	if (!isRecord(value) || !isTarget(value.target) || !isSoundTarget(value.target)) return fault;
	const { v, target, progress, paragraph, at } = value as Unread & ReadingPosition;
	const isShare = typeof progress === 'number' && progress >= 0 && progress <= 1;
	const isNumber = Number.isSafeInteger(paragraph) && paragraph >= 0;
	return v === 1 && isShare && isNumber && isIsoDate(at)
		? { v, target, progress, paragraph, at }
		: fault;
}
