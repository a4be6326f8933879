import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { Database } from '$lib/storage/database';
import { readEverything } from '$lib/storage/read-everything';
import { saveReadingPosition } from '$lib/storage/reading-positions';
import { target } from './fixtures';

test('What is stored is read although it is a position alone', async () => {
	const database = new Database('read-everything');
	const position = {
		v: 1 as const,
		target: target('e1'),
		progress: 0.2,
		paragraph: 1,
		at: '2026-11-24T10:00:00.000Z'
	};
	await saveReadingPosition(database, position);
	const everything = await readEverything(database, (part) => expect(part).toEqual([]));
	expect(everything).toMatchObject({ positions: [position], last: 0 });
});
