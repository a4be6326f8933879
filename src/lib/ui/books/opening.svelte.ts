/** How a file is opened, step by step: it is read, the reader sees what it holds, and it is kept, or not. */
import { loadModule, MissingScriptError } from '$lib/core/app/missing-script';
import { StorageError, storageErrorReason } from '$lib/core/app/storage-error';
import { STORAGE_FULL, storageErrorText } from '$lib/core/app/storage-error-text';
import type { BookPreview, ReadingChoices } from '$lib/core/own-works/opened-book';
import type { OwnWork } from '$lib/core/own-works/own-work';
import type { BookWorker } from '$lib/state/own-works/book-worker-client';
import type { OwnWorks } from '$lib/state/own-works/own-works.svelte';

export type OpeningStep =
	/** `all` is 0 while nobody knows how much there is. */
	| { at: 'working'; what: string; done: number; all: number }
	/** `here`: the work that the file is a newer version of. */
	| { at: 'preview'; preview: BookPreview; here: OwnWork | null }
	| ({ at: 'failed' } & OpeningFailure);

/** Why a file was not opened, or not kept, in sentences. */
export interface OpeningFailure {
	sentence: string;
	/** What the reader can do; may be empty. */
	advice: string;
	/** It is the file, which would be refused again. */
	isRefused?: boolean;
}

const MOST_BYTES = 200 * 1024 * 1024; // what a phone can hold in memory twice

export class Opening {
	step = $state.raw<OpeningStep>({ at: 'working', what: 'Opening', done: 0, all: 0 });
	#ownWorks: OwnWorks;
	#file: Blob;
	#name: string;
	#worker: BookWorker | null = null;
	#isClosed = false;

	constructor(ownWorks: OwnWorks, file: Blob, name: string) {
		this.#ownWorks = ownWorks;
		this.#file = file;
		this.#name = name;
	}

	/** Reads the file, as the reader chooses where they can. */
	async open(choices: ReadingChoices = {}): Promise<void> {
		await this.#run('Opening', async (progress) => {
			if (this.#file.size > MOST_BYTES) throw new TooLarge();
			const load = () => import('$lib/state/own-works/book-worker-client');
			const { BookWorker } = await loadModule(load);
			this.#worker?.close();
			if (this.#isClosed) return;
			this.#worker = new BookWorker();
			const preview = await this.#worker.open(this.#file, this.#name, choices, progress);
			await this.#ownWorks.load();
			this.step = { at: 'preview', preview, here: this.#ownWorks.find(preview.slug) };
		});
	}

	/** Stores what was read; gives the work's slug, or `null` when that failed, or was closed meanwhile. */
	async keep(): Promise<string | null> {
		if (this.step.at !== 'preview') return null;
		const { preview } = this.step;
		let kept: string | null = null;
		await this.#run('Keeping', async () => {
			const here = await this.#ownWorks.readTexts(preview.slug);
			const whole = await this.#worker!.keep(here, this.#name);
			this.#worker!.close(); // a large book would be in memory twice while it is stored
			if (this.#isClosed) return;
			await this.#ownWorks.save(whole, this.#file);
			// After it was closed nobody waits for it: it stands on the shelf, which has read the works anew.
			if (!this.#isClosed) kept = whole.work.slug;
		});
		return kept;
	}

	/** Ends whatever is going on. What is being stored is stored whole, or not at all. */
	close(): void {
		this.#isClosed = true;
		this.#worker?.close();
	}

	async #run(
		what: string,
		work: (progress: (done: number, all: number) => void) => Promise<void>
	): Promise<void> {
		this.step = { at: 'working', what, done: 0, all: 0 };
		try {
			await work((done, all) => {
				if (this.step.at === 'working') this.step = { at: 'working', what, done, all };
			});
		} catch (error) {
			if (this.#isClosed) return;
			this.#worker?.close();
			this.step = { at: 'failed', ...failureOf(error as Error) };
		}
	}
}

class TooLarge extends Error {}

/** What a reader is told. An error that was not foreseen is reported to the console too. */
function failureOf(error: Error): OpeningFailure {
	if (error.name === 'BookRefused') return { sentence: error.message, advice: '', isRefused: true };
	if (error instanceof TooLarge)
		return {
			sentence: 'The file is larger than 200 MB.',
			advice: 'It is too much for this device.',
			isRefused: true
		};
	if (error instanceof MissingScriptError)
		return {
			sentence: 'What opens files is not on this device yet.',
			advice: 'Go online, reload this page, and open the file again.'
		};
	if (storageErrorReason(error) === 'full')
		return { sentence: STORAGE_FULL, advice: 'Free some space, then open the file again.' };
	if (error instanceof StorageError)
		return {
			sentence: storageErrorText(error),
			advice: 'Reload this page, and open the file again.'
		};
	if (['NotReadableError', 'NotFoundError'].includes(error.name))
		return {
			sentence: 'The file cannot be read: it was moved, changed or deleted since it was chosen.',
			advice: 'Choose it again.'
		};
	reportError(error);
	return {
		sentence: 'The file was too much for this device.',
		advice: 'Close other apps, and open it again.'
	};
}
