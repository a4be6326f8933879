/** When a reader is reminded to save a backup: rarely, and only when there is something new to save. */

/** So many annotations made or changed are worth a reminder, */
const MANY_CHANGES = 10;
/** or any, when they are so old; in ms. */
const LONG_AGO = 7 * 24 * 60 * 60 * 1000;

/** Up to where the annotations had been written when a backup was made, or when a reminder was postponed. */
export interface BackupCheckpoint {
	/** When that was, ISO 8601. */
	at: string;
	/** Number of the last write before it. */
	last: number;
}

/**
 * Whether to remind.
 *
 * @param changes annotations written since the backup, or since the reminder was postponed
 * @param since when that was; when there was neither, when the first annotation was made. ISO 8601
 * @param now milliseconds since 1970
 */
export function isBackupDue(changes: number, since: string | null, now: number): boolean {
	if (changes >= MANY_CHANGES) return true;
	return changes > 0 && since !== null && now - Date.parse(since) >= LONG_AGO;
}
