/**
 * Reads and writes files off the main thread. It opens no database: the page sends it what to compare
 * with, and writes what it answers.
 */
import type { Annotation, Clock } from '$lib/core/annotation/annotation';
import { merge } from '$lib/core/annotation/merge';
import { currentTarget } from '$lib/core/annotation/current-target';
import { chapterKey } from '$lib/core/text/work';
import { portablePreferences } from '$lib/core/app/portable-preferences';
import type { ExportContext } from '$lib/core/formats/export-context';
import {
	FileError,
	NoMarksError,
	type FileErrorCode,
	type FileErrorDetails
} from '$lib/core/formats/file-error';
import { FORMAT_NAMES, type WritableFormat } from '$lib/core/formats/format-names';
import { FORMATS } from '$lib/core/formats/formats';
import { MAX_BYTES } from '$lib/core/formats/limits';
import { HEAD_LENGTH, mayBeBook } from '$lib/core/formats/may-be-book';
import { readFile, type ReadFile } from '$lib/core/formats/read-file';
import type { LibraryChapter } from '$lib/core/importing/find-passage';
import { summarize, type ImportSummary } from '$lib/core/importing/import-summary';
import { planImport, type LocalData } from '$lib/core/importing/plan';
import {
	undoImport,
	type ImportUndo,
	type ImportUndoWrite,
	type WithoutAnnotations
} from '$lib/core/importing/undo-import';
import { surplusText, type Surplus } from '$lib/core/importing/within-limits';
import { DeviceClock } from '../annotations/device-clock';
import { planWorks } from '$lib/core/importing/plan-works';
import type { OwnChapter } from '$lib/core/own-works/own-work';
import { BATCH_SIZE } from '$lib/storage/batches';
import type { WorkPart } from '$lib/storage/own-works/read-whole-work';
import type { TaskAnswer } from '../task-worker';
import { listWorks, splitFile, type SplitFile, type WorksInFile } from './works-in-file';
import { WorksToRestore, type RestoredWork } from './works-to-restore';
import { WorksToWrite } from './works-to-write';

/**
 * Annotations for the next task: those that are here, or are to be written to the file; and what
 * an import replaced. They come in parts, since copying them takes the page's time.
 */
export interface Given extends WorkPart {
	annotations?: readonly Annotation[];
	copied?: ImportUndo['annotations'];
}

/** What is asked of the worker. `device` names this tab in the clocks of what is written. */
export type FileTask =
	/** Reads a file; answered with the chapters that the plan needs. */
	| { task: 'read'; file: Blob; name: string }
	/** Plans the import of the file that was read. */
	| {
			task: 'plan';
			mine: WithoutAnnotations<LocalData>;
			chapters: readonly LibraryChapter[];
			/** Slugs of the works of the reader's own that can be read here. */
			ownWorks: readonly string[];
			now: number;
	  }
	| {
			task: 'undo';
			undo: WithoutAnnotations<ImportUndo>;
			mine: WithoutAnnotations<LocalData>;
			now: number;
			device: string;
	  }
	/** Asks for the next few of the annotations that the last plan or undo has to write; answered with none at the end. */
	| { task: 'next' }
	/** Asks for what the last plan leaves out of marks that have more than one can hold, as a text file. */
	| { task: 'surplus' }
	/** Writes the annotations that were sent; answered with the file. */
	| { task: 'write'; format: WritableFormat; context: ExportContext }
	/** Ends a work of the reader's own that was sent: the next file that is written gets it. */
	| { task: 'append' }
	/** Asks for the next of the works of the file that was read; the first time it says which of them. */
	| { task: 'restore'; wanted: readonly string[] }
	/** Asks for the next chapters of that work; answered with none at the end. */
	| { task: 'chapters' };

/** Chapters by `chapterKey`; `all` where a mark's chapter has to be found first. */
export type NeededChapters = readonly string[] | 'all';

export interface FileResults {
	read: NeededChapters;
	plan: ImportSummary;
	undo: WithoutAnnotations<ImportUndoWrite>;
	next: Annotation[];
	surplus: Blob;
	write: Blob;
	append: null;
	restore: RestoredWork | null;
	chapters: OwnChapter[];
}

/** The file cannot be taken. */
export interface FileRefusal {
	answer: 'refused';
	code: FileErrorCode;
	path: string;
	details: FileErrorDetails;
	/** It has no marks, but may be a book. */
	mayBeBook: boolean;
}

type FileAnswer = TaskAnswer<FileResults[keyof FileResults], FileRefusal>;

let read: ReadFile | null = null;
let given = none();
let toWrite: Annotation[] = [];
let surplus: readonly Surplus[] = [];
let works: SplitFile & WorksInFile = {
	rest: new Blob(),
	lines: null,
	isCut: false,
	works: [],
	refused: []
};
let restored: WorksToRestore | null = null;
const worksToWrite = new WorksToWrite();

self.onmessage = async ({ data }: MessageEvent<FileTask | Given>) => {
	if (!('task' in data)) {
		given.annotations = given.annotations.concat(data.annotations ?? []);
		given.copied = given.copied.concat(data.copied ?? []);
		worksToWrite.take(data);
		return;
	}
	try {
		answer({ answer: 'done', result: await perform(data) });
	} catch (error) {
		if (error instanceof FileError) {
			const { code, path, details } = error;
			answer({ answer: 'refused', code, path, details, mayBeBook: error instanceof NoMarksError });
		} else {
			// Answered, since no page hears what a worker throws after its handler has returned.
			const { name, message } = error as Error;
			answer({ answer: 'failed', name, message });
		}
	}
};

async function perform(task: FileTask): Promise<FileResults[keyof FileResults]> {
	switch (task.task) {
		case 'read':
			return needed((read = await readMarks(task)));
		case 'plan':
			return plan(task);
		case 'undo':
			return undo(task);
		case 'next':
			return toWrite.splice(0, BATCH_SIZE);
		case 'surplus':
			return new Blob([surplusText(surplus)], { type: 'text/plain' });
		case 'write':
			return write(task);
		case 'append':
			return worksToWrite.append();
		case 'restore':
			restored ??= works.lines && new WorksToRestore(works.lines, new Set(task.wanted));
			return restored?.next() ?? null;
		case 'chapters':
			return restored?.nextChapters() ?? [];
	}
}

function none(): Required<Omit<Given, keyof WorkPart>> {
	return { annotations: [], copied: [] };
}

/** What was given for this task. */
function takeGiven(): ReturnType<typeof none> {
	const taken = given;
	given = none();
	return taken;
}

async function readMarks({ file, name }: FileTask & { task: 'read' }): Promise<ReadFile> {
	try {
		return await readBlob(file);
	} catch (error) {
		if (!(error instanceof FileError)) throw error;
		const isBook = mayBeBook(error, name, await file.slice(0, HEAD_LENGTH).text());
		throw isBook ? new NoMarksError(error.code, error.path, error.details) : error;
	}
}

async function readBlob(file: Blob): Promise<ReadFile> {
	const split = await splitFile(file);
	// Checked before the file is in memory.
	if (split.rest.size > MAX_BYTES) throw new FileError('too-large', '', { limit: MAX_BYTES });
	const found = readFile(new Uint8Array(await split.rest.arrayBuffer()));
	const progress = (done: number, all: number) => answer({ answer: 'progress', done, all });
	works = { ...split, ...(await listWorks(split, progress)) };
	restored = null;
	found.refused = [...found.refused, ...works.refused];
	return { ...found, preferences: portablePreferences(found.preferences) };
}

function needed({ annotations, marks }: ReadFile): NeededChapters {
	if (marks.length > 0) return 'all';
	const placed = annotations.filter(({ targets }) => targets.length > 0);
	return [...new Set(placed.map((one) => chapterKey(currentTarget(one))))];
}

function write({ format, context }: FileTask & { task: 'write' }): Blob {
	// Merged, since a part comes twice when the database had to be asked anew.
	const text = FORMATS[format].write(merge(takeGiven().annotations, []), context);
	return worksToWrite.finish(text, FORMAT_NAMES[format].file.type);
}

function plan({ mine, chapters, ownWorks, now }: FileTask & { task: 'plan' }): ImportSummary {
	const annotations = merge(takeGiven().annotations, []);
	const here = new Set(ownWorks);
	const whole = works.works.filter(({ removed }) => !removed);
	const planned = planImport(read!, { ...mine, annotations }, chapters, {
		ownWorks: new Set([...here, ...whole.map(({ slug }) => slug)]),
		now: new Date(now).toISOString(),
		progress: (done, all) => answer({ answer: 'progress', done, all })
	});
	toWrite = planned.write.annotations;
	surplus = planned.surplus;
	const records = works.works.filter(({ removed }) => removed);
	const found = whole.map(({ slug, title, language, size }) => ({ slug, title, language, size }));
	return summarize(planned, { ...planWorks(found, here), records });
}

function undo({
	undo,
	mine,
	now,
	device
}: FileTask & { task: 'undo' }): WithoutAnnotations<ImportUndoWrite> {
	const { annotations: all, copied } = takeGiven();
	const annotations = merge(all, []);
	const { annotations: written, ...rest } = undoImport(
		// A part comes twice when the database had to be asked anew.
		{
			...undo,
			annotations: [...new Map(copied.map((one) => [one.written.id, one])).values()]
		},
		{ ...mine, annotations: new Map(annotations.map((one) => [one.id, one])) },
		stampAfter(annotations, { now, device })
	);
	toWrite = written;
	return rest;
}

/** A stamp of this device, later than all in `annotations` that is not far ahead of time. */
function stampAfter(
	annotations: readonly Annotation[],
	{ now, device }: { now: number; device: string }
): Clock {
	const clock = new DeviceClock(device, () => now);
	clock.observe(annotations);
	return clock.tick();
}

function answer(message: FileAnswer): void {
	self.postMessage(message);
}
