import { expect, onTestFinished, test, vi } from 'vitest';
import { Search } from '$lib/state/search/search.svelte';

/** What is sent to workers that are started from now on, by its task. */
function tasksSent(): string[] {
	const tasks: string[] = [];
	class SilentWorker {
		postMessage({ task }: { task: string }) {
			tasks.push(task);
		}
		terminate() {}
	}
	vi.stubGlobal('Worker', SilentWorker);
	onTestFinished(() => void vi.unstubAllGlobals());
	return tasks;
}

test('A search is made when it begins, and with each change: once', async () => {
	const tasks = tasksSent();
	const readAnnotations = vi.fn(async () => []);
	const search = new Search('', null, readAnnotations);
	expect(tasks).toEqual(['start']);
	search.start();
	expect(tasks).toEqual(['start', 'search']);
	// Where no chapter is open everything is searched, and once more when the annotations are read.
	await vi.waitFor(() => expect(tasks).toEqual(['start', 'search', 'search']));
	search.change({ words: 'train' });
	expect(tasks.slice(3)).toEqual(['search']);
	expect(readAnnotations).toHaveBeenCalledOnce();
});
