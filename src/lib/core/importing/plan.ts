/** Plans an import: what it will write, before anything is written. It always merges and never replaces. */
import type { Annotation } from '../annotation/annotation';
import type { PositionsAndPreferences } from '../formats/postil-data';
import { canonical } from '../annotation/canonical-json';
import type { Refusal } from '../formats/file-error';
import { createMarkPlacer } from './place-marks';
import type { ImportUndo } from './undo-import';
import { comparePositionsAndPreferences } from './positions-and-preferences';
import type { LibraryChapter } from './find-passage';
import { merge } from '../annotation/merge';
import { currentTarget } from '../annotation/current-target';
import { isDeleted } from '../annotation/deletion';
import { isOwnWork } from '../text/addresses';
import type { ReadingPosition } from '../reading/reading-position';
import type { ReadableFormat } from '../formats/format-names';
import type { ReadFile } from '../formats/read-file';
import { snapshotsOf, type Snapshot } from '../annotation/snapshot';
import { findUnplaced, hasSameWords, passageKey } from './already-here';
import { findEarlier, mergeEarlierImport } from './import-again';
import { withinLimits, type Surplus } from './within-limits';

/** Everything that this device has stored. */
export interface LocalData extends PositionsAndPreferences {
	/** Deleted ones and tombstones too, as `merge` gives them, which is how they are stored. */
	annotations: readonly Annotation[];
	/** Kept texts by edition. */
	snapshots: ReadonlyMap<string, string>;
}

/** The records that an import writes in one transaction; they are merged with the stored ones already. */
export interface ImportWrite {
	annotations: Annotation[];
	snapshots: Snapshot[];
	positions: ReadingPosition[];
	preferences: Record<string, unknown>;
}

/**
 * What an import does. The lists have ids of annotations: each annotation of the file is in one of the
 * first five, but for one that is deleted there and was never here.
 */
export interface ImportPlan {
	format: ReadableFormat;
	/** They were not here before. */
	added: string[];
	/** They are here, and something of them is newer in the file. */
	changed: string[];
	/** They are here as in the file, or newer. */
	same: string[];
	/** They were deleted here since, and stay deleted. */
	deletedHere: string[];
	/** What the file has of those, where it has words. */
	stayDeleted: Annotation[];
	/** They are here, and the file has a later deletion of them. */
	removed: string[];
	/** Those added and changed ones whose passage is not in the library; they keep their quote. */
	notPlaced: string[];
	/** Those added and changed ones in works of the reader's own that are not here: their file is to be opened. */
	withoutBook: string[];
	/** Those added ones of whose date the file says nothing, or nothing that can be read: they get that of the import. */
	undated: string[];
	/** How many records the file had twice. */
	duplicates: number;
	/** What of the file could not be understood. */
	refused: Refusal[];
	/** What is more than one annotation can hold, of each that has more. */
	surplus: Surplus[];
	write: ImportWrite;
	/** What `undoImport` needs. */
	undo: ImportUndo;
}

export interface ImportOptions {
	/** The date of marks of other apps without one: ISO 8601, UTC. */
	now: string;
	/** Is called now and then with how many of all annotations are done. */
	progress?: (done: number, all: number) => void;
	/** Slugs of the works of the reader's own that are here, or come with the file. */
	ownWorks?: ReadonlySet<string>;
}

/** How many marks are planned between two calls of `progress`, in the time of a few frames. */
const STEP = 200;

/**
 * Compares a file with what is stored, and changes nothing: `write` and `undo` of the plan say what to
 * write, and how to undo it. A second plan of the same file, once that is written, has nothing to do.
 */
export function planImport(
	file: ReadFile,
	mine: LocalData,
	chapters: readonly LibraryChapter[],
	{ now, progress = () => {}, ownWorks = new Set() }: ImportOptions
): ImportPlan {
	const known = new Map(mine.annotations.map((one) => [one.id, one]));
	const own = merge(file.annotations, []);
	const step = countSteps(own.length + file.marks.length, progress);
	const planning: Planning = { file, mine, chapters, plan: emptyPlan(file), known, step };
	const { plan } = planning;
	for (const theirs of own) {
		const here = known.get(theirs.id) ?? null;
		sort(plan, here, fit(plan, theirs, here));
		step();
	}
	const texts = new Map([
		...file.snapshots.map(({ edition, text }) => [edition, text] as const),
		...mine.snapshots
	]);
	listUnplaced(planning, texts, ownWorks);
	planMarks(planning, new Set(own.map(({ id }) => id)), now);
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

/** What the steps of a plan share. */
interface Planning {
	file: ReadFile;
	mine: LocalData;
	chapters: readonly LibraryChapter[];
	/** As far as it is made. */
	plan: ImportPlan;
	/** The annotations of `mine`, by id. */
	known: ReadonlyMap<string, Annotation>;
	/** Is called with each annotation of the file that is done. */
	step: () => void;
}

function emptyPlan({ format, duplicates, refused }: ReadFile): ImportPlan {
	return {
		format,
		added: [],
		changed: [],
		same: [],
		deletedHere: [],
		stayDeleted: [],
		removed: [],
		notPlaced: [],
		withoutBook: [],
		undated: [],
		duplicates,
		refused,
		surplus: [],
		write: { annotations: [], snapshots: [], positions: [], preferences: {} },
		undo: { annotations: [], positions: [], preferences: [] }
	};
}

/** Tells `progress` after every `STEP` of `all` calls, and after the last. */
function countSteps(all: number, progress: (done: number, all: number) => void): () => void {
	let done = 0;
	return () => {
		done += 1;
		if (done % STEP === 0 || done === all) progress(done, all);
	};
}

/** Lists those to be written whose passage is not found by `texts` (by edition), or whose book is not here. */
function listUnplaced(
	{ chapters, plan }: Planning,
	texts: ReadonlyMap<string, string>,
	ownWorks: ReadonlySet<string>
): void {
	const live = plan.write.annotations.filter((one) => !isDeleted(one));
	const isOwn = (one: Annotation) => isOwnWork(currentTarget(one).work);
	// Those in a book that is here find their place when it is opened.
	plan.notPlaced = findUnplaced(
		live.filter((one) => !isOwn(one)),
		chapters,
		texts
	);
	plan.withoutBook = live
		.filter((one) => isOwn(one) && !ownWorks.has(currentTarget(one).work))
		.map(({ id }) => id);
}

/**
 * Makes annotations of the marks of another app; one that is here already, from an earlier import or made
 * by hand, is not added again. `ours`: ids of the annotations that the file has as Postil's own.
 */
function planMarks(
	{ file: { marks }, mine, chapters, plan, known, step }: Planning,
	ours: ReadonlySet<string>,
	now: string
): void {
	const places = createMarkPlacer(chapters, now);
	const live = marks.length > 0 ? mine.annotations.filter((one) => !isDeleted(one)) : [];
	const passages = new Map(live.map((one) => [passageKey(one), one]));
	for (const mark of marks) {
		step();
		if (ours.has(mark.id)) {
			plan.duplicates += 1;
			continue;
		}
		const { annotation: whole, isPlaced, isUndated } = places.place(mark);
		const annotation = fit(plan, whole, known.get(mark.id) ?? null);
		const again = { annotation, isPlaced, written: mark.modified };
		const here = known.get(mark.id) ?? findEarlier(mark, known, again);
		const twin = here || !isPlaced ? null : (passages.get(passageKey(annotation)) ?? null);
		if (twin && hasSameWords(twin, annotation)) plan.same.push(twin.id);
		else if (here) sort(plan, here, mergeEarlierImport(here, again));
		else {
			sort(plan, null, annotation);
			if (!isPlaced) plan.notPlaced.push(annotation.id);
			if (isUndated) plan.undated.push(annotation.id);
		}
	}
}

/** `annotation` within the limits of what one can hold; what is more is told in the plan. */
function fit(plan: ImportPlan, annotation: Annotation, here: Annotation | null): Annotation {
	const { annotation: fitting, surplus } = withinLimits(annotation, here);
	if (surplus) plan.surplus.push(surplus);
	return fitting;
}

/** Adds an annotation of the file to the list that it belongs in, and to what is written if anything is new. */
function sort(plan: ImportPlan, mine: Annotation | null, theirs: Annotation): void {
	const [merged] = merge(mine ? [mine] : [], [theirs]);
	const wasLive = mine !== null && !isDeleted(mine);
	const isLive = !isDeleted(merged);
	const isSame = mine !== null && canonical(mine) === canonical(merged);
	if (mine === null && isLive) plan.added.push(merged.id);
	else if (wasLive && !isLive) plan.removed.push(merged.id);
	else if (!isLive && !isDeleted(theirs)) {
		plan.deletedHere.push(merged.id);
		if (theirs.targets.length > 0) plan.stayDeleted.push(theirs);
	} else if (isSame) plan.same.push(merged.id);
	else if (isLive) plan.changed.push(merged.id);
	if (isSame) return;
	plan.write.annotations.push(merged);
	plan.undo.annotations.push({ before: mine, written: merged });
}
