/** When the last backup was made, and how much was written since. */
import type { Mark } from '$lib/core/app/backup-due';
import type { Database } from './database';

const BACKUP = 'last-backup';
const PUT_OFF = 'backup-put-off';

export interface BackupState {
	/** `null` when there was none. */
	backup: Mark | null;
	/** When a reminder was put off last; `null` when it never was. */
	putOff: Mark | null;
	/** Number of the last write. */
	last: number;
	/** Annotations written since the backup, */
	changes: number;
	/** and since the reminder was put off. */
	changesSincePutOff: number;
}

/** @throws StorageError when the database cannot be read */
export function findBackupState(database: Database): Promise<BackupState> {
	return database.read(['annotations', 'preferences'], async (tx) => {
		const saved = tx.objectStore('annotations').index('saved');
		const preferences = tx.objectStore('preferences');
		const [backup, putOff, cursor] = await Promise.all([
			preferences.get(BACKUP),
			preferences.get(PUT_OFF),
			saved.openKeyCursor(null, 'prev')
		]);
		const [changes, changesSincePutOff] = await Promise.all(
			[backup, putOff].map((mark) => saved.count(IDBKeyRange.lowerBound(lastOf(mark), true)))
		);
		const last = cursor?.key ?? 0;
		return {
			backup: readMark(backup),
			putOff: readMark(putOff),
			last,
			changes,
			changesSincePutOff
		};
	});
}

/** Remembers that all up to a write is in a backup now. */
export function keepBackup(database: Database, mark: Mark): Promise<void> {
	return keepMark(database, BACKUP, mark);
}

/** Remembers that a reminder was put off. */
export function keepBackupPutOff(database: Database, mark: Mark): Promise<void> {
	return keepMark(database, PUT_OFF, mark);
}

function keepMark(database: Database, name: string, { at, last }: Mark): Promise<void> {
	return database.write(['preferences'], (tx) =>
		tx.objectStore('preferences').put({ at, last }, name)
	);
}

function readMark(kept: unknown): Mark | null {
	const { at, last } = (kept ?? {}) as Partial<Mark>;
	return typeof at === 'string' && typeof last === 'number' ? { at, last } : null;
}

function lastOf(kept: unknown): number {
	return readMark(kept)?.last ?? 0;
}
