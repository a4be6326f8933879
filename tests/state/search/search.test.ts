import { expect, onTestFinished, test, vi } from 'vitest';
import type { Annotation } from '$lib/core/annotation/annotation';
import type { ToSearch } from '$lib/state/search/search-messages';
import { Search } from '$lib/state/search/search.svelte';
import { describe } from '$lib/core/annotation/describe';
import { FIRST, rangeOf } from '../annotations/marks';
import { until } from '../../until';

/** What is sent to workers that are started from now on. */
function messagesSent(): ToSearch[] {
	const messages: ToSearch[] = [];
	class SilentWorker {
		postMessage(message: ToSearch) {
			messages.push(message);
		}
		terminate() {}
	}
	vi.stubGlobal('Worker', SilentWorker);
	onTestFinished(() => void vi.unstubAllGlobals());
	return messages;
}

const ANNOTATION: Annotation = {
	id: 'a',
	v: 1,
	kind: 'highlight',
	created: '2026-11-01T09:00:00.000Z',
	targets: [describe(FIRST.text, rangeOf(FIRST, 'the island'), FIRST)],
	fields: {}
};

const tasksOf = (messages: readonly ToSearch[]) => messages.map(({ task }) => task);

test('A search is made when it begins, and with each change: once', async () => {
	const messages = messagesSent();
	const readAnnotations = vi.fn(async () => []);
	const search = new Search('', null, readAnnotations);
	expect(tasksOf(messages)).toEqual(['start']);
	search.start();
	await until(() => expect(readAnnotations).toHaveBeenCalledOnce());
	await new Promise((resolve) => setTimeout(resolve)); // whatever follows at once is done
	expect(tasksOf(messages)).toEqual(['start', 'search']);
	search.change({ words: 'train' });
	expect(tasksOf(messages).slice(2)).toEqual(['search']);
	expect(readAnnotations).toHaveBeenCalledOnce();
});

test('What the reader annotated is searched with everything: once more when it was read, and no longer when it is gone', async () => {
	const messages = messagesSent();
	let all: Annotation[] = [ANNOTATION];
	const search = new Search('', null, async () => all);
	search.start();
	await until(() => expect(messages).toHaveLength(4));
	expect(tasksOf(messages)).toEqual(['start', 'search', 'annotations', 'search']);
	all = [];
	search.start();
	await until(() => expect(messages).toHaveLength(7));
	expect(tasksOf(messages).slice(4)).toEqual(['search', 'annotations', 'search']);
	expect(messages[5]).toMatchObject({ isFirst: true, texts: { text: '', blocks: [] } });
});

test('Hits of the open chapter are told at once, and the list before stays until there is another', () => {
	const messages = messagesSent();
	const workers: { onmessage: (event: { data: object }) => void }[] = [];
	const Silent = globalThis.Worker;
	vi.stubGlobal(
		'Worker',
		class extends Silent {
			constructor(address: string) {
				super(address);
				workers.push(this as never);
			}
		}
	);
	const onopen = vi.fn();
	const search = new Search('', null, async () => [], null, onopen);
	const tell = (found: object) => {
		const { id } = messages.findLast(({ task }) => task === 'search') as { id: number };
		const nothing = { chapters: [], annotations: null, open: null };
		workers[0].onmessage({ data: { id, answer: 'found', ...nothing, ...found } });
	};
	const listed = () => search.chapters.map(({ title }) => title);
	const progress = { found: 1, missing: 0, isDone: false };
	search.change({ words: 'one' });
	tell({ chapters: [{ title: 'One' }], progress: { ...progress, isDone: true } });
	expect(listed()).toEqual(['One']);
	search.change({ words: 'two' });
	const open = { matches: new Uint32Array([0, 3]), parts: new Uint32Array([0, 3]) };
	tell({ open, progress });
	expect(onopen).toHaveBeenCalledExactlyOnceWith(open);
	expect(search.open).toBe(open);
	expect(listed()).toEqual(['One']);
	tell({ chapters: [{ title: 'Two' }], progress });
	expect(listed()).toEqual(['Two']);
	tell({ chapters: [{ title: 'More' }], progress: { ...progress, isDone: true } });
	expect(listed()).toEqual(['Two', 'More']);
	search.change({ words: 'nowhere' });
	tell({ progress: { found: 0, missing: 0, isDone: true } });
	expect(listed()).toEqual([]);
	expect(search.open.matches).toHaveLength(0);
});
