import { expect, test } from 'vitest';
import { FileError } from '$lib/core/formats/file-error';
import { withFileWorker } from '$lib/state/files/file-worker-client';
import { FILES, type RightFile } from '../../hostile/files';

const ADDRESSES = import.meta.glob<string>('../../hostile/fixtures/files/*', {
	query: '?url',
	import: 'default',
	eager: true
});

/** What the worker makes of a file, in a library that has no texts: nothing is placed. */
function readAs(file: Blob): Promise<RightFile> {
	return withFileWorker(async (files) => {
		await files.perform({ task: 'read', file });
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
	}).catch((error: unknown) => {
		if (!(error instanceof FileError)) throw error;
		return { error: error.code };
	});
}

test.each(Object.entries(FILES))('%s', async (name, { notPlaced: _, ...right }) => {
	const nothing = { added: 0, undated: 0, refused: [], notes: [] };
	const response = await fetch(ADDRESSES[`../../hostile/fixtures/files/${name}`]);
	const found = await readAs(await response.blob());
	expect(found).toEqual(right.error ? right : { ...nothing, ...right });
});
