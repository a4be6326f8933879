/**
 * An import, step by step: a file is read and compared, the reader sees what it will do, it is
 * done in one transaction, and can be taken back. Until it is done, nothing is changed.
 */
import { loadModule } from '$lib/core/app/missing-script';
import type { ReceivedFile } from '$lib/offline/shared-file';
import { FileError, NoMarksError } from '$lib/core/formats/file-error';
import { datedFileName } from '$lib/core/formats/file-name';
import type { LastImport } from '$lib/core/importing/last-import';
import type { ImportSummary } from '$lib/core/importing/import-summary';
import type { LocalData } from '$lib/core/importing/plan';
import type { WithoutAnnotations } from '$lib/core/importing/undo-import';
import type { Work } from '$lib/core/text/work';
import { saveFile } from '$lib/dom/save-file';
import { AppAnnotations } from '$lib/state/annotations/app-annotations';
import type { App } from '$lib/state/app';
import type { NeededChapters } from '$lib/state/files/file.worker';
import type { FileWorker } from '$lib/state/files/file-worker-client';
import { Imports } from '$lib/state/files/imports';
import { OwnWorks } from '$lib/state/own-works/own-works.svelte';
import { readChapters } from './read-chapters';
import type { Outcome } from './received-files.svelte';
import { restoreWorks } from './restore-works';
import {
	ANOTHER_SINCE,
	failureOf,
	NOTHING_CAME,
	refusalOf,
	type Doing,
	type Failure
} from './failures';

export type Step =
	| { at: 'start'; cancelled?: boolean }
	/** Files came without the reader's doing, perhaps; nothing of them is shown. `missing`: how many more did not come. */
	| { at: 'offered'; files: readonly ReceivedFile[]; missing: number }
	/** `all` is 0 while nobody knows how much there is. */
	| { at: 'working'; what: string; done: number; all: number }
	| { at: 'planned'; file: ReceivedFile; plan: ImportSummary; missing: readonly string[] }
	| { at: 'done'; kept: LastImport }
	/** `stayed`: marks that the reader changed since. */
	| { at: 'undone'; stayed: number }
	| { at: 'failed'; failure: Failure };

/** A file that is opened as a book, or as a text to read; `note` says why. */
export interface BookFile {
	file: Blob;
	name: string;
	note: string;
}

/** Shown before what an import does is counted. */
const READING = 'Reading the file';

const NO_MARKS = 'There are no marks in it to import, so it is opened to be read.';

export class Import {
	step = $state.raw<Step>({ at: 'start' });
	/** The last import that can be taken back; `null` when there is none. */
	last = $state.raw<LastImport | null>(null);
	/** The file in the place of which, or beside what is planned of it, a book is opened; `null`: none is. */
	book = $state.raw<BookFile | null>(null);
	#app: App;
	#imports: Imports;
	#ownWorks: OwnWorks;
	#works: readonly Work[];
	/** Names who wrote in clocks: not this tab, whose own readings do not know of the import's. */
	#device: string;
	#running: AbortController | null = null;
	/** What is going on may be done before it can be ended: it will say itself how it ended. */
	#isWriting = false;
	#files: FileWorker | null = null;

	constructor(app: App, works: readonly Work[]) {
		this.#app = app;
		this.#imports = app.get(Imports);
		this.#ownWorks = app.get(OwnWorks);
		this.#works = works;
		this.#device = `${app.tab}i`;
	}

	/** Reads whether there is an import to be taken back. */
	async load(): Promise<void> {
		try {
			this.last = await this.#imports.readLast();
		} catch {
			this.last = null; // What cannot be read cannot be taken back; an import will say why.
		}
	}

	/** What an import would do is being done: nothing else can be read. */
	get isWriting(): boolean {
		return this.#isWriting;
	}

	/** Reads and compares a file, or opens it as a book if there are no marks in it. Changes nothing. */
	async read(received: ReceivedFile): Promise<Outcome> {
		if (this.#isWriting) return null;
		this.book = null;
		const { name } = received;
		return this.#run({ what: READING, name, safe: 'Nothing was changed.' }, async (signal) => {
			const files = await this.#open(signal);
			const needed = await this.#marksIn(received, files, signal);
			if (needed === null) return;
			const { chapters, missing } = await readChapters(
				{ base: this.#app.base, works: this.#works },
				needed,
				{ signal, progress: this.#progress('Reading the texts') }
			);
			const progress = this.#progress('Comparing with your marks');
			progress(0, 0);
			const mine = await this.#give(files);
			const now = Date.now();
			await this.#ownWorks.load();
			const ownWorks = this.#ownWorks.here.map(({ slug }) => slug);
			const plan = await files.perform({ task: 'plan', mine, chapters, ownWorks, now }, progress);
			if (!signal.aborted) this.step = { at: 'planned', file: received, plan, missing };
		});
	}

	/** Which chapters the marks of a file need; `null` for one without marks, which is opened as a book. */
	async #marksIn(
		{ file, name, isPasted }: ReceivedFile,
		files: FileWorker,
		signal: AbortSignal
	): Promise<NeededChapters | null> {
		try {
			return await files.perform({ task: 'read', file, name }, this.#progress(READING));
		} catch (error) {
			if (isPasted || signal.aborted || !(error instanceof NoMarksError)) throw error;
			this.step = { at: 'start' };
			this.book = { file, name, note: error.code === 'not-text' ? '' : NO_MARKS };
			return null;
		}
	}

	/** Opens the file that was planned as a text to read, if that is what it is. */
	openAsText(): void {
		if (this.step.at === 'planned') this.book = { ...this.step.file, note: '' };
	}

	/** Asks whether files that came are to be read. */
	offer(files: readonly ReceivedFile[], missing = 0): void {
		if (this.#isWriting) return;
		this.restart();
		this.step = { at: 'offered', files, missing };
	}

	/** Does what was planned. */
	async perform(): Promise<Outcome> {
		if (this.step.at !== 'planned') return null;
		const { plan } = this.step;
		const { name } = this.step.file;
		const kept: LastImport = {
			v: 1,
			name,
			format: plan.format,
			at: new Date().toISOString(),
			added: plan.counts.added,
			changed: plan.counts.changed,
			removed: plan.counts.removed,
			notPlaced: plan.counts.notPlaced,
			...(plan.ownWorks.added.length > 0
				? { works: plan.ownWorks.added.map(({ slug }) => slug) }
				: {})
		};
		const files = this.#files!; // It has read the file.
		const running = { what: 'Importing', name, safe: 'Nothing was imported.' };
		const ended = await this.#run(running, async (signal) => {
			await this.#write(this.#restoreAndSave(files, plan, kept, signal));
			this.last = kept;
			this.step = { at: 'done', kept };
		});
		return ended ?? { outcome: 'imported' };
	}

	async #restoreAndSave(
		files: FileWorker,
		plan: ImportSummary,
		kept: LastImport,
		signal: AbortSignal
	): Promise<void> {
		await restoreWorks(this.#ownWorks, files, kept.works ?? [], {
			signal,
			progress: this.#progress('Importing books'),
			rest: async () => {
				await this.#ownWorks.saveRecords(plan.ownWorks.records);
				const progress = this.#progress('Importing');
				const write = { ...plan.write, annotations: await files.toWrite() };
				await this.#imports.save(write, plan.undo, kept, { signal, progress });
			}
		});
	}

	/** Hands over, as a file, what the plan leaves out of marks that have more than one can hold. */
	async saveSurplus(): Promise<void> {
		const blob = await this.#files!.perform({ task: 'surplus' }); // It has the plan.
		await saveFile({ blob, name: `${datedFileName(new Date())}-left-out.txt` });
	}

	/** Takes the last import back. */
	async undo(): Promise<void> {
		if (!this.last) return;
		const { name, at } = this.last;
		const [what, safe] = ['Undoing the import', 'The import is as it was.'];
		await this.#run({ what, name, safe, doing: 'undo' }, async (signal) => {
			const files = await this.#open(signal);
			const undo = await this.#imports.readUndo(at, (copied) => files.give({ copied }));
			if (!undo) {
				this.step = { at: 'failed', failure: ANOTHER_SINCE };
				return this.load();
			}
			const mine = await this.#give(files);
			const [now, device] = [Date.now(), this.#device];
			signal.throwIfAborted();
			const write = await files.perform({ task: 'undo', undo, mine, now, device });
			const back = { ...write, annotations: await files.toWrite() };
			const progress = this.#progress(what);
			await this.#write(this.#imports.saveUndone(back, at, { signal, progress }));
			await this.#ownWorks.load();
			this.last = null;
			this.step = { at: 'undone', stayed: write.kept.length };
		});
	}

	/** Ends whatever is read or planned, and the book that is opened, and asks for another file. */
	restart(): void {
		this.#running?.abort();
		this.#running = null; // What was ended has no more to say.
		this.#close();
		this.book = null;
		this.step = { at: 'start' };
	}

	/** A file that the system was to hand over did not come. */
	missed(): void {
		this.step = { at: 'failed', failure: NOTHING_CAME };
	}

	/** Ends whatever is going on: nothing is changed by it, unless it was done already. */
	cancel(): void {
		this.#running?.abort();
		this.#close();
		this.step = this.#isWriting
			? { at: 'working', what: 'Cancelling', done: 0, all: 0 }
			: { at: 'start', cancelled: true };
	}

	/** Gives why it ended before it was done; `null` when it was. */
	async #run(
		{ what, name, safe, doing }: { what: string; name: string; safe: string; doing?: Doing },
		work: (signal: AbortSignal) => Promise<void>
	): Promise<Outcome> {
		this.#running?.abort();
		const running = (this.#running = new AbortController());
		this.step = { at: 'working', what, done: 0, all: 0 };
		try {
			await work(running.signal);
			return null;
		} catch (error) {
			if (running.signal.aborted) {
				// Ended by the reader; or something else was begun since, which has its own steps.
				if (this.#running === running) this.step = { at: 'start', cancelled: true };
				return { outcome: 'cancelled' };
			}
			const isRefused = error instanceof FileError;
			const failure = isRefused ? refusalOf(error, name) : failureOf(error as Error, safe, doing);
			this.step = { at: 'failed', failure };
			return { outcome: isRefused ? 'refused' : 'failed', why: failure.what };
		} finally {
			// What was planned is still to be imported.
			if (this.#running === running && !this.#hasPlan) this.#close();
		}
	}

	async #write(writing: Promise<void>): Promise<void> {
		this.#isWriting = true;
		try {
			await writing;
			await this.#show();
		} finally {
			this.#isWriting = false;
		}
	}

	get #hasPlan(): boolean {
		return this.step.at === 'planned';
	}

	#progress(what: string): (done: number, all: number) => void {
		const running = this.#running;
		return (done, all) => {
			// What was ended may still say something.
			if (running && this.#running === running && !running.signal.aborted) {
				this.step = { at: 'working', what, done, all };
			}
		};
	}

	/** A worker that has read nothing yet, for what was not ended meanwhile. */
	async #open(signal: AbortSignal): Promise<FileWorker> {
		const { FileWorker } = await loadModule(() => import('$lib/state/files/file-worker-client'));
		signal.throwIfAborted();
		this.#close();
		return (this.#files = new FileWorker());
	}

	#close(): void {
		this.#files?.close();
		this.#files = null;
	}

	/** Gives the worker all annotations that are here, and us the rest of what is. */
	async #give(files: FileWorker): Promise<WithoutAnnotations<LocalData>> {
		await this.#app.get(AppAnnotations).annotations.save();
		const { snapshots, positions, preferences } = await this.#imports.readEverything(
			(annotations) => files.give({ annotations })
		);
		return { snapshots, positions, preferences };
	}

	/** Shows what was written, here and in the other tabs. */
	async #show(): Promise<void> {
		const { readingPositions, preferences } = this.#app;
		const { annotations } = this.#app.get(AppAnnotations);
		await Promise.all([annotations.loadAnew(), readingPositions.load(), preferences.load()]);
	}
}
