import { expect, test } from 'vitest';
import { JournalFolder } from '$lib/storage/journal/folder';

test('The journal says that there is no place for it where files cannot be written and flushed at once', async () => {
	// As in a page, which never gets such files; a worker of an old browser is the same.
	await expect(JournalFolder.open('/tests', 't')).rejects.toMatchObject({
		name: 'NotSupportedError'
	});
});
