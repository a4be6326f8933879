import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { saveAnnotations } from '$lib/storage/annotations';
import {
	readBackupState,
	saveBackupCheckpoint,
	saveReminderCheckpoint
} from '$lib/storage/backups';
import { Database } from '$lib/storage/database';
import { annotation } from './fixtures';

test('What is in no backup is counted since the last, and since the reminder was postponed', async () => {
	const database = new Database('backups');
	await saveAnnotations(database, [annotation('a'), annotation('b')]);
	const { last, ...first } = await readBackupState(database);
	expect(first).toEqual({ backup: null, postponed: null, changes: 2, changesSincePostponed: 2 });
	const backup = { at: '2026-11-24T10:00:00.000Z', last };
	await saveBackupCheckpoint(database, backup);
	await saveAnnotations(database, [annotation('b'), annotation('c')]);
	expect(await readBackupState(database)).toMatchObject({ backup, changes: 2 });
	const postponed = {
		at: '2026-11-24T11:00:00.000Z',
		last: (await readBackupState(database)).last
	};
	await saveReminderCheckpoint(database, postponed);
	await saveAnnotations(database, [annotation('d')]);
	expect(await readBackupState(database)).toMatchObject({
		postponed,
		changes: 3,
		changesSincePostponed: 1
	});
});
