import { describe, expect, test } from 'vitest';
import { isBackupDue } from '$lib/core/app/backup-reminder-due';
import { datedFileName } from '$lib/core/formats/file-name';
import { portablePreferences } from '$lib/core/app/portable-preferences';

const NOW = Date.UTC(2026, 10, 24);

describe('A reader is reminded of a backup', () => {
	test.each<[string, number, string | null, boolean]>([
		['never for nothing', 0, '2026-01-01T00:00:00.000Z', false],
		['after ten changes', 10, '2026-11-23T23:00:00.000Z', true],
		['not after nine of today', 9, '2026-11-23T23:00:00.000Z', false],
		['after seven days, of one change', 1, '2026-11-17T00:00:00.000Z', true],
		['not before', 1, '2026-11-17T00:00:00.001Z', false],
		['not while nothing was ever made', 1, null, false]
	])('%s', (_, changes, since, due) => {
		expect(isBackupDue(changes, since, NOW)).toBe(due);
	});
});

test('A file is called after the day that the reader has', () => {
	expect(datedFileName(new Date(2026, 0, 5, 23, 59))).toBe('postil-2026-01-05');
});

test('What was told or waved away on one device does not travel to another', () => {
	expect(
		portablePreferences({
			appearance: { theme: 'sepia' },
			reading: undefined,
			'install-dismissed': true,
			'last-import-copy': {}
		})
	).toEqual({ appearance: { theme: 'sepia' } });
});
