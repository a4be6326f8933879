/** What an import reads from the database and writes to it. What it does with a file is the page's. */
import type { Annotation } from '$lib/core/annotation/annotation';
import type { ImportWrite } from '$lib/core/importing/plan';
import type { ImportUndo, WithoutAnnotations, ImportUndoWrite } from '$lib/core/importing/undo';
import type { Database } from '$lib/storage/database';
import {
	readImportUndo,
	readLastImport,
	saveImport,
	saveImportUndone,
	type LastImport,
	type Watching
} from '$lib/storage/imports';
import { readEverything, type Everything } from '$lib/storage/read-everything';

export type { LastImport } from '$lib/storage/imports';

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
	readLast(): Promise<LastImport | null> {
		return readLastImport(this.#database);
	}

	/** Does an import; see `saveImport`. */
	save(
		write: Pick<ImportWrite, 'annotations' | 'snapshots'>,
		undo: WithoutAnnotations<ImportUndo>,
		what: LastImport,
		watching: Watching
	): Promise<void> {
		return saveImport(this.#database, write, undo, what, watching);
	}

	/** Reads what the import of the moment `at` replaced; see `readImportUndo`. */
	readUndo(
		at: string,
		take: (part: ImportUndo['annotations']) => void
	): Promise<WithoutAnnotations<ImportUndo> | null> {
		return readImportUndo(this.#database, at, take);
	}

	/** Undoes the import of the moment `at`; see `saveImportUndone`. */
	saveUndone(write: Omit<ImportUndoWrite, 'kept'>, at: string, watching: Watching): Promise<void> {
		return saveImportUndone(this.#database, write, at, watching);
	}
}
