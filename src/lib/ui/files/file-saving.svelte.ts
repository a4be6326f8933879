/** Makes a file and saves it to the reader's device; says how far that is, or what went wrong. */
import { MissingScriptError } from '$lib/core/app/missing-script';
import { StorageError } from '$lib/core/app/storage-error';
import { copyFile, downloadFile, saveFile, type FileToSave, type Saved } from '$lib/dom/save-file';

/** Sentences for the reader. */
export interface SavingFailure {
	what: string;
	/** What is safe all the same, when it is not what the page says of every failure. */
	safe?: string;
	/** What the reader can do. */
	todo: string;
}

export class FileSaving {
	#busy = $state(false);
	#outcome = $state<Saved | null>(null);
	#failure = $state.raw<SavingFailure | null>(null);
	#file: FileToSave | null = null;
	#onsaved: () => Promise<void> | void = () => {};

	/** Whether the file is being made. */
	get busy(): boolean {
		return this.#busy;
	}

	/** What became of the file; `null` while that is not known. */
	get outcome(): Saved | null {
		return this.#outcome;
	}

	/** Why there is no file; `null` when nothing failed. */
	get failure(): SavingFailure | null {
		return this.#failure;
	}

	/** The name of the file; empty while there is none. */
	get name(): string {
		return this.#file?.name ?? '';
	}

	/**
	 * Makes a file and saves it in the way that suits the browser.
	 *
	 * @param onsaved called each time the file was saved, shared or copied
	 */
	async save(make: () => Promise<FileToSave>, onsaved: () => Promise<void> | void): Promise<void> {
		if (this.#busy) return;
		this.#busy = true;
		this.#outcome = null;
		this.#failure = null;
		this.#onsaved = onsaved;
		try {
			this.#file = await make();
		} catch (error) {
			this.#failure = describeFailure(error);
		}
		try {
			if (this.#failure === null) await this.#deliver(saveFile);
		} finally {
			this.#busy = false;
		}
	}

	/** Shares the file. To be called on a tap: browsers open the share sheet only then. */
	async share(): Promise<void> {
		await this.#deliver(async (file) => {
			const saved = await saveFile(file);
			if (saved !== 'tap-again') return saved;
			downloadFile(file); // Some browsers refuse the share sheet even on a tap.
			return 'downloaded';
		});
	}

	async download(): Promise<void> {
		await this.#deliver(async (file) => {
			downloadFile(file);
			return 'downloaded';
		});
	}

	/** Copies the file's text, for browsers that neither share nor download it. */
	async copy(): Promise<void> {
		await this.#deliver(copyFile);
	}

	async #deliver(deliver: (file: FileToSave) => Promise<Saved>): Promise<void> {
		if (!this.#file) return;
		try {
			this.#outcome = await deliver(this.#file);
			this.#failure = null;
		} catch (error) {
			if (!(error instanceof DOMException)) throw error;
			this.#outcome = null;
			this.#failure = {
				what: 'This browser could not save, share or copy the file.',
				todo: ''
			};
			return;
		}
		if (!['cancelled', 'tap-again'].includes(this.#outcome)) await this.#onsaved();
	}
}

/** An error that was not foreseen is reported to the console too. */
function describeFailure(error: unknown): SavingFailure {
	const { name } = error as Error;
	const failed = (why: string, todo: string) => ({ what: `No file was made: ${why}.`, todo });
	if (error instanceof StorageError) {
		return {
			...failed('the browser’s storage cannot be read', 'Reload this page and try again.'),
			safe: 'Nothing was changed by that.'
		};
	}
	if (name === 'WorkerFailure') {
		return failed('it was too much for this device', 'Close other apps and try again.');
	}
	if (error instanceof MissingScriptError) {
		return failed(
			'a part of Postil that this needs is not on this device yet',
			'Go online, reload this page and try again.'
		);
	}
	reportError(error);
	return failed('Postil made a mistake', 'Reload this page and try again.');
}
