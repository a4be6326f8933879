/** A file on its way to the reader: being made, handed over, or what went wrong. */
import { copyFile, downloadFile, saveFile, type FileToSave, type Saved } from '$lib/dom/save-file';

export class FileSaving {
	#busy = $state(false);
	#outcome = $state<Saved | null>(null);
	#failure = $state<string | null>(null);
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
	get failure(): string | null {
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
		if (this.#failure === null) await this.#hand(saveFile);
		this.#busy = false;
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
			this.#failure = 'This browser would neither save, nor share, nor copy the file.';
			return;
		}
		if (!['cancelled', 'tap-again'].includes(this.#outcome)) await this.#onsaved();
	}
}

function inWords(error: unknown): string {
	const { name } = error as Error;
	if (name === 'StorageError') return 'No file was made: the browser’s storage cannot be read.';
	if (name === 'WorkerFailure') return 'No file was made: it was too much for this device.';
	throw error;
}
