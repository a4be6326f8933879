import { expect, test, vi } from 'vitest';
import { Database } from '$lib/storage/database';
import { FOLDER_REFUSED } from '$lib/storage/journal/messages';
import { JournalStore } from '$lib/storage/journal/journal-store';

/** A worker that answers every call with an error. */
function failingWorker(name: string): Worker {
	const worker = {
		onmessage: (event: { data: unknown }) => void event,
		postMessage: ({ id }: { id: number }) =>
			queueMicrotask(() => worker.onmessage({ data: { id, error: { name, message: 'no' } } }))
	};
	return worker as never;
}

test.each([
	[FOLDER_REFUSED, 'private'],
	['SecurityError', 'missing'],
	['NotSupportedError', 'missing'],
	['NotAllowedError', 'missing'],
	['QuotaExceededError', 'full'],
	['UnknownError', 'failing'],
	['TypeError', 'failing'] // a fault of ours, no browser without a file system
])('A journal that fails with a %s is %s', async (name, condition) => {
	const report = { condition: vi.fn(), loss: vi.fn() };
	const startWorker = () => failingWorker(name);
	const store = new JournalStore(
		new Database('postil/test'),
		{ base: '', tab: 't', startWorker },
		report
	);
	await store.prepare();
	expect(report.condition).toHaveBeenCalledExactlyOnceWith(condition);
});
