/** A file on its way to the reader: being made, handed over, or what went wrong. */
import { MissingScriptError } from '$lib/core/app/missing-script';
import { copyFile, downloadFile, saveFile, type FileToSave, type Saved } from '$lib/dom/save-file';

export interface SavingFailure {
	what: string;
	/** Instead of what is safe in any other case. */
	safe?: string;
	todo: string;
}

export class FileSaving {
	#busy = $state(false);
	#outcome = $state<Saved | null>(null);
	#failure = $state.raw<SavingFailure | null>(null);
	#file: FileToSave | null = null;
	#onsaved: () => Promise<void> | void = () => {};

	/** It is being made. */
	get busy(): boolean {
		return this.#busy;
	}

	/** What became of it; `null` before. */
	get outcome(): Saved | null {
		return this.#outcome;
	}

	/** Why there is none, for the reader. */
	get failure(): SavingFailure | null {
		return this.#failure;
	}

	/** What the file is called. */
	get name(): string {
		return this.#file?.name ?? '';
	}

	/**
	 * Makes a file and hands it over.
	 *
	 * @param onsaved called each time it has left, or begun to
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
			this.#failure = inWords(error);
		}
		try {
			if (this.#failure === null) await this.#hand(saveFile);
		} finally {
			this.#busy = false;
		}
	}

	/** Opens the share sheet, with a tap of its own. */
	async share(): Promise<void> {
		await this.#hand(async (file) => {
			const saved = await saveFile(file);
			if (saved !== 'tap-again') return saved;
			downloadFile(file); // A browser that lets nothing be shared, however it is asked.
			return 'downloaded';
		});
	}

	async download(): Promise<void> {
		await this.#hand(async (file) => {
			downloadFile(file);
			return 'downloaded';
		});
	}

	/** Copies its text, where a browser does nothing with the file itself. */
	async copy(): Promise<void> {
		await this.#hand(copyFile);
	}

	async #hand(way: (file: FileToSave) => Promise<Saved>): Promise<void> {
		if (!this.#file) return;
		try {
			this.#outcome = await way(this.#file);
			this.#failure = null;
		} catch (error) {
			if (!(error instanceof DOMException)) throw error;
			this.#outcome = null;
			this.#failure = {
				what: 'This browser would neither save, nor share, nor copy the file.',
				todo: ''
			};
			return;
		}
		if (!['cancelled', 'tap-again'].includes(this.#outcome)) await this.#onsaved();
	}
}

/** What nobody foresaw is told to the console too. */
function inWords(error: unknown): SavingFailure {
	const { name } = error as Error;
	const failed = (why: string, todo: string) => ({ what: `No file was made: ${why}.`, todo });
	if (name === 'StorageError') {
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
			'Go where there is a network, reload this page and try again.'
		);
	}
	reportError(error);
	return failed('Postil made a mistake', 'Reload this page and try again.');
}
