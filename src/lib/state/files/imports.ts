/** What an import reads from the database and writes to it. What it does with a file is the page's. */
import type { Annotation } from '$lib/core/annotation/annotation';
import { isUndoExpired, type LastImport } from '$lib/core/importing/last-import';
import type { ImportWrite } from '$lib/core/importing/plan';
import type {
	ImportUndo,
	WithoutAnnotations,
	ImportUndoWrite
} from '$lib/core/importing/undo-import';
import type { Database } from '$lib/storage/database';
import { readImportUndo, readLastImport, type UndoPart } from '$lib/storage/import-copy';
import { saveImport, saveImportUndone, type ImportControl } from '$lib/storage/imports';
import { readEverything, type Everything } from '$lib/storage/read-everything';

export class Imports {
	#database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	/** See `readEverything`. */
	readEverything(take: (part: Annotation[]) => void): Promise<Everything> {
		return readEverything(this.#database, take);
	}

	/** The last import, if it can be undone; else `null`. */
	async readLast(): Promise<LastImport | null> {
		const last = await readLastImport(this.#database);
		return last && !isUndoExpired(last, Date.now()) ? last : null;
	}

	/** Does an import; see `saveImport`. */
	save(
		write: Pick<ImportWrite, 'annotations' | 'snapshots'>,
		undo: WithoutAnnotations<ImportUndo>,
		what: LastImport,
		control: ImportControl
	): Promise<void> {
		return saveImport(this.#database, write, undo, what, control);
	}

	/** Reads what the import of the moment `at` replaced; see `readImportUndo`. */
	readUndo(
		at: string,
		take: (part: UndoPart) => void
	): Promise<WithoutAnnotations<ImportUndo> | null> {
		return readImportUndo(this.#database, at, take);
	}

	/** Undoes the import of the moment `at`; see `saveImportUndone`. */
	saveUndone(
		write: Omit<ImportUndoWrite, 'kept'>,
		at: string,
		control: ImportControl
	): Promise<void> {
		return saveImportUndone(this.#database, write, at, control);
	}
}
