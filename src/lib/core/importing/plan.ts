/** What an import will do, before it does anything: always a merge, never a replacement. */
import type { Annotation, Clock } from '../annotation/annotation';
import type { PositionsAndPreferences } from '../formats/postil-data';
import { canonical } from '../annotation/canonical';
import type { Refusal } from '../formats/file-error';
import { createMarkPlacer } from './place-marks';
import type { ImportUndo, WithoutAnnotations } from './undo';
import { comparePositionsAndPreferences } from './positions-and-preferences';
import { MAX_SHOWN } from '../formats/limits';
import type { LibraryChapter } from './find-passage';
import { isDeleted, merge } from '../annotation/merge';
import type { ReadingPosition } from '../reading/reading-position';
import type { ReadableFormat } from '../formats/format-names';
import type { ReadFile } from '../formats/read-file';
import { snapshotsOf, type Snapshot } from '../annotation/snapshot';
import { mergeEarlierImport, findUnplaced, passageKey, hasSameNote } from './already-here';

/** Everything that is kept here. */
export interface LocalData extends PositionsAndPreferences {
	/** Also deleted ones and tombstones; as `merge` gives them, which is how they are stored. */
	annotations: readonly Annotation[];
	/** Kept texts by edition. */
	snapshots: ReadonlyMap<string, string>;
}

/** Records to be written in one transaction, as they are: they are merged with what is here. */
export interface ImportWrite {
	annotations: Annotation[];
	snapshots: Snapshot[];
	positions: ReadingPosition[];
	preferences: Record<string, unknown>;
}

/** Ids by what becomes of them; each annotation of the file is in one of the first five lists, or in none: deleted, and never seen here. */
export interface ImportPlan {
	format: ReadableFormat;
	/** Not here before. */
	added: string[];
	/** Here, and something of it is newer in the file. */
	changed: string[];
	/** Here as it is in the file, or newer. */
	same: string[];
	/** Deleted here since: it stays deleted. */
	deletedHere: string[];
	/** Here, and deleted by a later deletion in the file. */
	removed: string[];
	/** Of added and changed ones, those whose passage is in no text here: kept with their quote. */
	notPlaced: string[];
	/** Records that the file had twice. */
	duplicates: number;
	/** What of the file was not understood. */
	refused: Refusal[];
	write: ImportWrite;
	/** For `undoImport`. */
	undo: ImportUndo;
}

/** A plan as the reader is shown it; its places and choices are in `undo`, with what is here before. */
export interface ImportSummary {
	format: ReadableFormat;
	/** How many there are in each list of the plan. */
	counts: Record<(typeof LISTS)[number] | 'duplicates' | 'written', number>;
	/** Of those that are not placed, the first. */
	lost: Annotation[];
	refused: Refusal[];
	write: Pick<ImportWrite, 'snapshots'>;
	undo: WithoutAnnotations<ImportUndo>;
}

export interface ImportOptions {
	/** ISO 8601, UTC: for marks of other apps without a date. */
	now: string;
	/** A reading of this device's clock, later than all there were: for places found anew. */
	at: Clock;
	/** Hears how many of all annotations are done, now and then. */
	progress?: (done: number, all: number) => void;
}

const LISTS = ['added', 'changed', 'same', 'deletedHere', 'removed', 'notPlaced'] as const;

/** Marks between two calls of `progress`: a few frames' worth. */
const STEP = 200;

/**
 * Compares a file with what is here. Changes nothing; `write` and `undo` say what to write, and
 * how to take it back. Planned again after `write` was written, the same file has nothing to do.
 */
export function planImport(
	file: ReadFile,
	mine: LocalData,
	chapters: readonly LibraryChapter[],
	{ now, at, progress = () => {} }: ImportOptions
): ImportPlan {
	const own = merge(file.annotations, []);
	const known = new Map(mine.annotations.map((one) => [one.id, one]));
	const all = own.length + file.marks.length;
	const plan: ImportPlan = {
		format: file.format,
		added: [],
		changed: [],
		same: [],
		deletedHere: [],
		removed: [],
		notPlaced: [],
		duplicates: file.duplicates,
		refused: file.refused,
		write: { annotations: [], snapshots: [], positions: [], preferences: {} },
		undo: { annotations: [], positions: [], preferences: [] }
	};
	let done = 0;
	const step = () => {
		done += 1;
		if (done % STEP === 0 || done === all) progress(done, all);
	};
	for (const theirs of own) {
		sort(plan, known.get(theirs.id) ?? null, theirs);
		step();
	}
	const texts = new Map([
		...file.snapshots.map(({ edition, text }) => [edition, text] as const),
		...mine.snapshots
	]);
	plan.notPlaced = findUnplaced(
		plan.write.annotations.filter((one) => !isDeleted(one)),
		chapters,
		texts
	);

	const places = createMarkPlacer(chapters, now);
	const passages = new Map(
		(file.marks.length > 0 ? mine.annotations : [])
			.filter((one) => !isDeleted(one))
			.map((one) => [passageKey(one), one])
	);
	const ours = new Set(own.map(({ id }) => id));
	for (const mark of file.marks) {
		step();
		if (ours.has(mark.id)) {
			plan.duplicates += 1;
			continue;
		}
		const here = known.get(mark.id) ?? null;
		const { annotation, isPlaced } = places.place(mark);
		const twin = here || !isPlaced ? null : (passages.get(passageKey(annotation)) ?? null);
		if (twin && hasSameNote(twin, annotation)) plan.same.push(twin.id);
		else if (here) sort(plan, here, mergeEarlierImport(here, annotation, isPlaced, at));
		else {
			sort(plan, null, annotation);
			if (!isPlaced) plan.notPlaced.push(annotation.id);
		}
	}
	for (const { edition, text } of chapters) texts.set(edition, text);
	const brought = [...own, ...plan.write.annotations];
	plan.write.snapshots = snapshotsOf(brought, texts).filter(
		({ edition }) => !mine.snapshots.has(edition)
	);
	const kept = comparePositionsAndPreferences(file, mine);
	plan.undo = { ...plan.undo, ...kept };
	plan.write.positions = kept.positions.map(({ written }) => written);
	plan.write.preferences = Object.fromEntries(
		kept.preferences.map(({ name, written }) => [name, written])
	);
	return plan;
}

/** What of a plan is shown, and all it writes but the annotations. */
export function summarize(plan: ImportPlan): ImportSummary {
	const { format, duplicates, refused } = plan;
	const { annotations, snapshots } = plan.write;
	const { annotations: _, ...undo } = plan.undo;
	const lengths = LISTS.map((list) => [list, plan[list].length]);
	const shown = new Set(plan.notPlaced.slice(0, MAX_SHOWN));
	return {
		format,
		counts: { ...Object.fromEntries(lengths), duplicates, written: annotations.length },
		lost: annotations.filter(({ id }) => shown.has(id)),
		refused,
		write: { snapshots },
		undo
	};
}

/** Puts what comes of `mine` and `theirs` where it belongs. */
function sort(plan: ImportPlan, mine: Annotation | null, theirs: Annotation): void {
	const [merged] = merge(mine ? [mine] : [], [theirs]);
	const wasLive = mine !== null && !isDeleted(mine);
	const isLive = !isDeleted(merged);
	const isSame = mine !== null && canonical(mine) === canonical(merged);
	if (mine === null && isLive) plan.added.push(merged.id);
	else if (wasLive && !isLive) plan.removed.push(merged.id);
	else if (!isLive && !isDeleted(theirs)) plan.deletedHere.push(merged.id);
	else if (isSame) plan.same.push(merged.id);
	else if (isLive) plan.changed.push(merged.id);
	if (isSame) return;
	plan.write.annotations.push(merged);
	plan.undo.annotations.push({ before: mine, written: merged });
}
