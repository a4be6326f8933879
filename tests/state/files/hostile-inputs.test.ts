import { afterAll, expect, test } from 'vitest';
import { FileError } from '$lib/core/formats/file-error';
import { FileWorker } from '$lib/state/files/file-worker-client';
import { FILES, type RightFile } from '../../hostile/files';

const ADDRESSES = import.meta.glob<string>('../../hostile/fixtures/files/*', {
	query: '?url',
	import: 'default',
	eager: true
});

// One for all: nothing of a file may be left when the next is read.
const files = new FileWorker();
afterAll(() => files.close());

/** What the worker makes of a file, in a library that has no texts: nothing is placed. */
async function readAs(file: Blob): Promise<RightFile> {
	try {
		await files.perform({ task: 'read', file, name: 'a file' });
		const mine = { snapshots: new Map<string, string>(), positions: [], preferences: {} };
		const { format, counts, refused } = await files.perform({
			task: 'plan',
			mine,
			chapters: [],
			ownWorks: [],
			now: 0
		});
		const { added, undated } = counts;
		const notes = (await files.toWrite()).flatMap(({ fields }) => fields.note?.value ?? []);
		return { format, added, undated, refused: refused.map(({ code }) => code), notes };
	} catch (error) {
		if (!(error instanceof FileError)) throw error;
		return { error: error.code };
	}
}

test.each(Object.entries(FILES))('%s', async (name, { notPlaced: _, ...right }) => {
	const nothing = { added: 0, undated: 0, refused: [], notes: [] };
	const response = await fetch(ADDRESSES[`../../hostile/fixtures/files/${name}`]);
	const found = await readAs(await response.blob());
	expect(found).toEqual(right.error ? right : { ...nothing, ...right });
});
