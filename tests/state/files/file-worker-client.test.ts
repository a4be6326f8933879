import { expect, test } from 'vitest';
import { withFileWorker } from '$lib/state/files/file-worker-client';

// These run on Vite's development server, as `npm run dev` does: there a worker is served as a module.

const CLIPPING = `My Life (Leon Trotsky)
- Your Highlight on page 42 | location 1234-1236 | Added on Monday, January 1, 2024 10:00:00 AM

Everything was quiet.
==========
`;

test('A file is read in a worker of the development server', async () => {
	const needed = await withFileWorker((files) =>
		files.perform({ task: 'read', file: new Blob([CLIPPING]), name: 'a' })
	);
	expect(needed).toBe('all');
});

test('A file that cannot be taken is refused by the worker, with what is wrong', async () => {
	const reading = withFileWorker((files) =>
		files.perform({ task: 'read', file: new Blob(['{}']), name: 'a' })
	);
	await expect(reading).rejects.toMatchObject({ name: 'FileError' });
});
