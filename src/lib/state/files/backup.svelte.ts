/** The last backup: how old it is, what was changed since, and whether to remind of it. */
import { StorageError } from '$lib/core/app/storage-error';
import type { ExportContext } from '$lib/core/formats/export-context';
import type { Annotation } from '$lib/core/annotation/annotation';
import { isBackupDue } from '$lib/core/app/backup-reminder-due';
import type { OwnWork } from '$lib/core/own-works/own-work';
import { loadModule } from '$lib/core/app/missing-script';
import {
	readBackupState,
	saveBackupCheckpoint,
	saveReminderCheckpoint,
	type BackupState
} from '$lib/storage/backups';
import type { Database } from '$lib/storage/database';
import type { WorkPart } from '$lib/storage/own-works/read-whole-work';

export interface MadeBackup {
	blob: Blob;
	/** Number of the last write that is in it. */
	last: number;
}

export interface OwnWorksInBackup {
	records: readonly OwnWork[];
	/** With their texts and files. */
	whole: boolean;
}

export class Backup {
	#state = $state.raw<BackupState | null>(null);
	#database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	/** Reads how things stand; what cannot be read reminds of nothing. */
	async load(): Promise<void> {
		try {
			this.#state = await readBackupState(this.#database);
		} catch {
			this.#state = null; // A failing database is reported where marks are at stake.
		}
	}

	/** It is known how things stand. */
	get loaded(): boolean {
		return this.#state !== null;
	}

	/** When the last backup was made, ISO 8601; `null` when there was none. */
	get at(): string | null {
		return this.#state?.backup?.at ?? null;
	}

	/** Annotations made or changed since. */
	get changes(): number {
		return this.#state?.changes ?? 0;
	}

	/**
	 * Whether to remind of a backup now.
	 *
	 * @param first when the first annotation was made, ISO 8601; `null` when there is none
	 */
	isDue(first: string | null): boolean {
		if (!this.#state) return false;
		const { backup, postponed, changes, changesSincePostponed } = this.#state;
		const isPostponed = postponed !== null && postponed.at > (backup?.at ?? '');
		return isBackupDue(
			isPostponed ? Math.min(changes, changesSincePostponed) : changes,
			(isPostponed ? postponed : backup)?.at ?? first,
			Date.now()
		);
	}

	/**
	 * Makes the file, of all that is on the disk.
	 *
	 * @param context but for the kept texts and the time
	 * @param shown what the database may not have, since it failed
	 * @param ownWorks records of all works of the reader's own, and whether their texts and files are to be in it
	 * @throws StorageError, WorkerFailure, MissingScriptError
	 */
	async make(
		context: Omit<ExportContext, 'texts' | 'places' | 'generated'>,
		shown: readonly Annotation[] = [],
		ownWorks: OwnWorksInBackup = { records: [], whole: false }
	): Promise<MadeBackup> {
		// On demand: what only reminds of a backup goes without, and so does the script that pages share.
		const [{ withFileWorker }, { readEverything }, { readWholeWork }] = await Promise.all([
			loadModule(() => import('./file-worker-client')),
			loadModule(() => import('$lib/storage/read-everything')),
			loadModule(() => import('$lib/storage/own-works/read-whole-work'))
		]);
		return withFileWorker(async (files) => {
			const { snapshots, positions, preferences, last } = await readEverything(
				this.#database,
				(annotations) => files.give({ annotations })
			);
			await files.giveAll(shown);
			const generated = new Date().toISOString();
			const { records, whole } = ownWorks;
			for (const work of [...records].sort((a, b) => (a.slug < b.slug ? -1 : 1))) {
				const give = (part: WorkPart) => files.give(part);
				if (whole && !work.removed) await readWholeWork(this.#database, work.slug, give);
				// Its record alone, for the marks in it.
				else give({ work: { ...work, cover: null, size: 0, removed: work.removed ?? generated } });
				await files.perform({ task: 'append' });
			}
			const blob = await files.perform({
				task: 'write',
				format: 'backup',
				context: {
					...context,
					generated,
					texts: snapshots,
					places: new Map(),
					positions,
					preferences
				}
			});
			return { blob, last };
		});
	}

	/** Remembers that a file has left this browser. */
	async markSaved({ last }: MadeBackup): Promise<void> {
		const at = new Date().toISOString();
		try {
			await saveBackupCheckpoint(this.#database, { at, last });
		} catch (error) {
			if (!(error instanceof StorageError)) throw error;
			return; // The file has left all the same; to be reminded again is a nuisance, no loss.
		}
		await this.load();
	}

	/** Reminds again after as many changes or days more. */
	async postpone(): Promise<void> {
		if (!this.#state) return;
		const checkpoint = { at: new Date().toISOString(), last: this.#state.last };
		this.#state = { ...this.#state, postponed: checkpoint, changesSincePostponed: 0 };
		try {
			await saveReminderCheckpoint(this.#database, checkpoint);
		} catch {
			// Reminded again next time: a nuisance, no loss.
		}
	}
}
