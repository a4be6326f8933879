/** Files that came at once, of which one after the other is read, and what became of each. */
import type { ReceivedFile } from '$lib/offline/shared-file';

/** What became of a file; `null` as long as it was not opened. */
export type Outcome =
	| { outcome: 'imported' }
	| { outcome: 'kept'; work: string }
	/** The reader did not take it, or took the import of it back. */
	| { outcome: 'cancelled' }
	| { outcome: 'undone' }
	/** It cannot be taken; `why` is a sentence. */
	| { outcome: 'refused'; why: string }
	/** It could not be taken this time. */
	| { outcome: 'failed'; why: string }
	| null;

export interface ListedFile {
	file: ReceivedFile;
	outcome: Outcome;
}

/** What reads files: `Import`. */
interface Reader {
	readonly isWriting: boolean;
	/** Gives what became of it already: `null` when it is still to be taken or not. */
	read(file: ReceivedFile): Promise<Outcome>;
	restart(): void;
}

export class ReceivedFiles {
	#listed = $state.raw<readonly ListedFile[]>([]);
	#missing = $state(0);
	#reader: Reader;

	constructor(reader: Reader) {
		this.#reader = reader;
	}

	/** Those that the reader chooses from; none when one alone came, which is read at once. */
	get listed(): readonly ListedFile[] {
		return this.#listed;
	}

	/** Whether there are some that may still be taken. */
	get isUndecided(): boolean {
		return this.#listed.some(({ outcome }) => outcome === null || outcome.outcome === 'failed');
	}

	/** How many that were sent with them did not come. */
	get missing(): number {
		return this.#missing;
	}

	/**
	 * Takes files, in the place of those that came before, and ends what is going on. One that comes
	 * while another is written waits in the list; one without others that were sent with it does too.
	 */
	receive(files: readonly ReceivedFile[], missing = 0): void {
		this.#missing = missing;
		if (files.length === 1 && missing === 0 && !this.#reader.isWriting) {
			this.#listed = [];
			void this.#read(files[0]);
			return;
		}
		this.#listed = files.map((file) => ({ file, outcome: null }));
		if (!this.#reader.isWriting) this.#reader.restart();
	}

	/** Reads one of the list. */
	open(index: number): void {
		void this.#read(this.#listed[index].file);
	}

	async #read(received: ReceivedFile): Promise<void> {
		const outcome = await this.#reader.read(received);
		if (outcome) this.tell(received.file, outcome);
	}

	/** Notes what became of a file, if it is one of the list. */
	tell(file: Blob, outcome: Outcome): void {
		this.#listed = this.#listed.map((listed) =>
			listed.file.file === file ? { ...listed, outcome } : listed
		);
	}
}
