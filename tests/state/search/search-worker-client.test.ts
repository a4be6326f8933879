import { expect, onTestFinished, test, vi } from 'vitest';
import { MissingScriptError } from '$lib/core/app/missing-script';
import { NO_OPTIONS } from '$lib/core/search/query';
import type { SearchRequest } from '$lib/core/search/search-request';
import { joinBlocks } from '$lib/core/text/chapter-text';
import type { Found } from '$lib/state/search/search-messages';
import { SearchWorker } from '$lib/state/search/search-worker-client';
import { until } from '../../until';

const REQUEST: SearchRequest = { words: 'keeper', options: NO_OPTIONS, scope: 'chapter' };

/** A worker that never answers, and the way to make it fail. */
function silentWorker() {
	const made: SilentWorker[] = [];
	class SilentWorker {
		onerror: ((event: { message: string }) => void) | null = null;
		constructor() {
			made.push(this);
		}
		postMessage() {}
		terminate() {}
	}
	vi.stubGlobal('Worker', SilentWorker);
	onTestFinished(() => void vi.unstubAllGlobals());
	const onfailure = vi.fn();
	const worker = new SearchWorker('', null, { onfound: () => {}, onfailure });
	return { worker, onfailure, fail: (message: string) => made[0].onerror!({ message }) };
}

test.each([
	['failed', 'out of memory', Error],
	['could not be fetched', '', MissingScriptError]
])('Whoever waits for a worker that %s hears of it', async (_, message, kind) => {
	const { worker, onfailure, fail } = silentWorker();
	const waiting = [worker.more(REQUEST, null, 5), worker.neighbour(REQUEST, 1)];
	fail(message);
	expect(await Promise.all(waiting)).toEqual([[], null]);
	expect(onfailure).toHaveBeenCalledExactlyOnceWith(expect.any(kind));
	expect(await worker.more(REQUEST, null, 5)).toEqual([]);
});

test('Whoever waits for a worker that is closed hears of it', async () => {
	const { worker } = silentWorker();
	const waiting = worker.neighbour(REQUEST, 1);
	worker.close();
	expect(await waiting).toBeNull();
});

test('The next letter ends a search within one very long chapter', async () => {
	const paragraph = 'The keeper of the house kept the keys. '.repeat(50).trim();
	const paragraphs = Array.from({ length: 8000 }, (_, n) => ({ id: `p${n + 1}`, text: paragraph }));
	const text = joinBlocks(paragraphs); // 16 million letters
	const work = { slug: 'w', title: 'W', language: 'en', dir: 'ltr' as const };
	const summary = { slug: 'c', title: 'C', number: null, minutes: 1 };
	const found: Found[] = [];
	const worker = new SearchWorker(
		'',
		{ work, summary, text },
		{ onfound: (one) => void found.push(one), onfailure: ({ message }) => expect.fail(message) }
	);
	onTestFinished(() => worker.close());
	const search = (words: string) =>
		worker.search({ words, options: { ...NO_OPTIONS, wholeWords: true }, scope: 'chapter' });
	search('e');
	await until(() => expect(found.length).toBeGreaterThan(0));
	search('ke');
	const begun = found.length;
	await until(() => expect(found.length).toBeGreaterThan(begun));
	// It had told of a part of the chapter when it was left.
	expect(found[begun - 1].progress).toMatchObject({ isDone: false });
	expect(found[begun - 1].open).toBeNull();
	search('zzz');
	await until(() => expect(found.at(-1)!.progress.isDone).toBe(true));
	expect(found.at(-1)!.progress.found).toBe(0);
	// Only the last one went through the whole chapter.
	expect(found.filter(({ open }) => open)).toHaveLength(1);
});
