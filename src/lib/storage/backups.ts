/** When the last backup was made, and how much was written since. */
import type { BackupCheckpoint } from '$lib/core/app/backup-reminder-due';
import type { Database } from './database';

/** Keys in the store of preferences. */
const BACKUP = 'last-backup';
const REMINDER = 'backup-put-off';

export interface BackupState {
	/** The last backup; `null` when there was none. */
	backup: BackupCheckpoint | null;
	/** When a reminder was postponed last; `null` when it never was. */
	postponed: BackupCheckpoint | null;
	/** Number of the last write. */
	last: number;
	/** How many annotations were written since the last backup. */
	changes: number;
	/** How many annotations were written since the reminder was postponed. */
	changesSincePostponed: number;
}

/** @throws StorageError when the database cannot be read */
export function readBackupState(database: Database): Promise<BackupState> {
	return database.read(['annotations', 'preferences'], async (tx) => {
		const saved = tx.objectStore('annotations').index('saved');
		const preferences = tx.objectStore('preferences');
		const [stored, reminder, cursor] = await Promise.all([
			preferences.get(BACKUP),
			preferences.get(REMINDER),
			saved.openKeyCursor(null, 'prev')
		]);
		const [backup, postponed] = [stored, reminder].map(toCheckpoint);
		const [changes, changesSincePostponed] = await Promise.all(
			[backup, postponed].map((one) => saved.count(IDBKeyRange.lowerBound(one?.last ?? 0, true)))
		);
		return { backup, postponed, last: cursor?.key ?? 0, changes, changesSincePostponed };
	});
}

/** Remembers that everything up to a write is in a backup now. */
export function saveBackupCheckpoint(
	database: Database,
	checkpoint: BackupCheckpoint
): Promise<void> {
	return saveCheckpoint(database, BACKUP, checkpoint);
}

/** Remembers that a reminder was postponed. */
export function saveReminderCheckpoint(
	database: Database,
	checkpoint: BackupCheckpoint
): Promise<void> {
	return saveCheckpoint(database, REMINDER, checkpoint);
}

function saveCheckpoint(
	database: Database,
	name: string,
	{ at, last }: BackupCheckpoint
): Promise<void> {
	return database.write(['preferences'], (tx) =>
		tx.objectStore('preferences').put({ at, last }, name)
	);
}

/** What is stored, checked; `null` when it is no checkpoint. */
function toCheckpoint(stored: unknown): BackupCheckpoint | null {
	const { at, last } = (stored ?? {}) as Partial<BackupCheckpoint>;
	return typeof at === 'string' && typeof last === 'number' ? { at, last } : null;
}
