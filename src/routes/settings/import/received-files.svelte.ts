/** Files that came at once, of which one after the other is read, and what became of each. */
import type { SharedFile } from '$lib/offline/shared-file';

/** What became of a file; `null` as long as nothing of it was taken. */
export type Outcome = { outcome: 'imported' } | { outcome: 'kept'; work: string } | null;

export interface ReceivedFile {
	shared: SharedFile;
	outcome: Outcome;
}

/** What reads files: `Import`. */
interface Reader {
	readonly isWriting: boolean;
	read(file: SharedFile): Promise<void>;
	restart(): void;
}

export class ReceivedFiles {
	#listed = $state.raw<readonly ReceivedFile[]>([]);
	/** Which of them is being read; -1: another file, or none. */
	#open = -1;
	#reader: Reader;

	constructor(reader: Reader) {
		this.#reader = reader;
	}

	/** Those that the reader chooses from; none when one alone came, which is read at once. */
	get listed(): readonly ReceivedFile[] {
		return this.#listed;
	}

	/** Takes files, in the place of those that came before. One that comes while another is written waits in the list. */
	receive(files: readonly SharedFile[]): void {
		this.#open = -1;
		if (files.length === 1 && !this.#reader.isWriting) {
			this.#listed = [];
			void this.#reader.read(files[0]);
			return;
		}
		this.#listed = files.map((shared) => ({ shared, outcome: null }));
		if (!this.#reader.isWriting) this.#reader.restart();
	}

	/** Reads one of the list. */
	open(index: number): void {
		this.#open = index;
		void this.#reader.read(this.#listed[index].shared);
	}

	/** Notes what became of the file that is being read, if it is one of the list. */
	tell(outcome: Outcome): void {
		this.#listed = this.#listed.map((file, index) =>
			index === this.#open ? { ...file, outcome } : file
		);
	}
}
