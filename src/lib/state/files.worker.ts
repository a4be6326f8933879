/**
 * Reads and makes files off the main thread. It opens no database: what it compares with is sent
 * to it, and what it finds out goes back to the page, which writes it.
 */
import type { About } from '$lib/core/about';
import type { Annotation, Clock } from '$lib/core/annotation';
import { toBackup, type Kept } from '$lib/core/backup';
import { compareClocks, tick } from '$lib/core/clock';
import { toAnki } from '$lib/core/export-anki';
import { toClippings } from '$lib/core/export-clippings';
import type { ExportFormat } from '$lib/core/export-formats';
import { toHypothesis } from '$lib/core/export-hypothesis';
import { toMarkdown } from '$lib/core/export-markdown';
import { toStudyPacket } from '$lib/core/export-packet';
import { toReadwise } from '$lib/core/export-readwise';
import { toPlainText } from '$lib/core/export-text';
import type { ReadFile } from '$lib/core/file-reading';
import { ImportError, type Refusal } from '$lib/core/import-error';
import { MOST_BYTES } from '$lib/core/import-limits';
import { planImport, type ImportPlan, type Mine } from '$lib/core/import-plan';
import { undoImport, type ImportUndo, type UndoWrite } from '$lib/core/import-undo';
import { toJsonLd } from '$lib/core/json-ld';
import { writeJson } from '$lib/core/json-tree';
import type { ImportChapter } from '$lib/core/mark-search';
import { chapterKey, currentTarget } from '$lib/core/notebook';
import { latestClock } from '$lib/core/read-annotation';
import { readFile } from '$lib/core/read-file';
import { travelling } from '$lib/core/travelling';

/** What is asked of the worker. `device` names this tab in the clocks of what is written. */
export type FileTask =
	/** Answered with what of the library is needed to plan. */
	| { task: 'read'; file: Blob }
	/** Of the file that was read. */
	| { task: 'plan'; mine: Mine; chapters: readonly ImportChapter[]; now: number; device: string }
	| { task: 'undo'; undo: ImportUndo; mine: Mine; now: number; device: string }
	| { task: 'backup'; annotations: readonly Annotation[]; kept: Kept; about: About }
	| {
			task: 'export';
			format: ExportFormat;
			type: string;
			annotations: readonly Annotation[];
			about: About;
	  };

/** Chapters by `chapterKey`; `all` where a mark's chapter has to be found first. */
export type NeededChapters = readonly string[] | 'all';

export interface FileResults {
	read: NeededChapters;
	plan: ImportPlan;
	undo: UndoWrite;
	backup: Blob;
	export: Blob;
}

export type FileAnswer =
	| { answer: 'progress'; done: number; all: number }
	| { answer: 'done'; result: FileResults[keyof FileResults] }
	/** The file cannot be taken. */
	| { answer: 'refused'; refusal: Refusal }
	/** A fault of ours, or too much for this device. */
	| { answer: 'failed'; reason: string };

const MAKERS: Record<ExportFormat, (annotations: readonly Annotation[], about: About) => string> = {
	markdown: toMarkdown,
	packet: toStudyPacket,
	text: toPlainText,
	'json-ld': (annotations, about) => writeJson(toJsonLd(annotations, about)),
	hypothesis: toHypothesis,
	readwise: toReadwise,
	anki: toAnki,
	clippings: toClippings
};

let read: ReadFile | null = null;

self.onmessage = async ({ data }: MessageEvent<FileTask>) => {
	try {
		answer({ answer: 'done', result: await perform(data) });
	} catch (error) {
		if (error instanceof ImportError) {
			answer({ answer: 'refused', refusal: { path: error.path, reason: error.reason } });
		} else answer({ answer: 'failed', reason: String(error) }); // What a worker throws late, no page hears.
	}
};

async function perform(task: FileTask): Promise<FileResults[keyof FileResults]> {
	switch (task.task) {
		case 'read':
			return needed((read = await readBlob(task.file)));
		case 'plan':
			return plan(task);
		case 'undo':
			return undoImport(task.undo, nowOf(task.mine), reading(task.mine.annotations, task));
		case 'backup':
			return new Blob([toBackup(task.annotations, task.kept, task.about)], {
				type: 'application/rd-annotations+json'
			});
		case 'export':
			return new Blob([MAKERS[task.format](task.annotations, task.about)], { type: task.type });
	}
}

async function readBlob(file: Blob): Promise<ReadFile> {
	// Before it is in memory.
	if (file.size > MOST_BYTES)
		throw new ImportError('', `is larger than ${MOST_BYTES / 2 ** 20} MB`);
	const found = readFile(new Uint8Array(await file.arrayBuffer()));
	return { ...found, preferences: travelling(found.preferences) };
}

function needed({ annotations, marks }: ReadFile): NeededChapters {
	if (marks.length > 0) return 'all';
	const placed = annotations.filter(({ targets }) => targets.length > 0);
	return [...new Set(placed.map((one) => chapterKey(currentTarget(one))))];
}

function plan({ mine, chapters, now, device }: FileTask & { task: 'plan' }): ImportPlan {
	return planImport(read!, mine, chapters, {
		now: new Date(now).toISOString(),
		at: reading([...mine.annotations, ...read!.annotations], { now, device }),
		progress: (done, all) => answer({ answer: 'progress', done, all })
	});
}

/** A reading of this device's clock, later than all in `annotations`. */
function reading(
	annotations: readonly Annotation[],
	{ now, device }: { now: number; device: string }
): Clock {
	let latest: Clock | null = null;
	for (const one of annotations) {
		const clock = latestClock(one);
		if (clock !== null && (latest === null || compareClocks(clock, latest) > 0)) latest = clock;
	}
	return tick(latest, now, device);
}

function nowOf({ annotations, positions, preferences }: Mine) {
	return {
		annotations: new Map(annotations.map((one) => [one.id, one])),
		positions,
		preferences
	};
}

function answer(message: FileAnswer): void {
	self.postMessage(message);
}
