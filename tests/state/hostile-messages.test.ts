/** What our workers make of messages that no page of ours sends: the next good one is answered all the same. */
import { NO_OPTIONS } from '$lib/core/search/query';
import { joinBlocks } from '$lib/core/text/chapter-text';
import fileWorker from '$lib/state/files/file.worker.ts?worker&url';
import placingWorker from '$lib/state/annotations/placing.worker.ts?worker&url';
import searchWorker from '$lib/state/search/search.worker.ts?worker&url';
import { ChangeChannel } from '$lib/storage/change-channel';
import { startWorker } from '$lib/storage/start-worker';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { until } from '../until';

const LETTERS = 'The keeper of the house kept the keys.';
const TEXT = joinBlocks([{ id: 'p1', text: LETTERS }]);
const CHAPTER = {
	work: { slug: 'w', title: 'W', language: 'en', dir: 'ltr' },
	summary: { slug: 'c', title: 'C', number: null, minutes: 1 },
	text: TEXT
};
/** The address of a site whose list of works is empty: no site is built here. */
const NO_WORKS = 'data:application/json,[]#';
const REQUEST = { words: 'keeper', options: NO_OPTIONS, scope: 'chapter' };
const TARGET = {
	...{ work: 'w', chapter: 'c', edition: 'old', norm: 1, start: 4, end: 10, blocks: ['p1', 'p1'] },
	quote: { exact: LETTERS, prefix: '', suffix: '' }
};
const PLACING = {
	now: { edition: 'now', text: LETTERS },
	targets: [TARGET],
	snapshots: new Map<string, string>()
};

/** What a worker is sent first, a good question with the number 7, and how its answer is known. */
const WORKERS = {
	placing: {
		address: placingWorker,
		first: [] as unknown[],
		question: { id: 7, ...PLACING } as unknown,
		isAnswer: (data: { id?: number; places?: { level: string }[] }) =>
			data.id === 7 && data.places?.[0].level === 'exact'
	},
	search: {
		address: searchWorker,
		first: [{ task: 'start', base: NO_WORKS, open: CHAPTER }],
		question: { task: 'search', id: 7, request: REQUEST },
		isAnswer: (data: { id?: number; progress?: { found: number; isDone: boolean } }) =>
			data.id === 7 && data.progress?.isDone === true
	},
	file: {
		address: fileWorker,
		first: [],
		question: { task: 'read', file: new Blob(['no file of ours']), name: 'a' },
		isAnswer: (data: { answer?: string; code?: string }) =>
			data.answer === 'refused' && data.code === 'unknown-format'
	}
};

const ODD: [string, unknown][] = [
	['nothing', undefined],
	['null', null],
	['a word', 'search'],
	['a number', 0],
	['a list', []],
	['an empty record', {}],
	['a task that there is not', { task: 'explode' }],
	['a task that every object has', { task: 'constructor' }],
	['a task without what it needs', { task: 'read' }],
	['a task with other things', { task: 'search', id: {}, request: 'keeper' }],
	['a plan of nothing', { task: 'plan' }],
	['an undo of nothing', { task: 'undo', undo: null }],
	['a file in no format', { task: 'write', format: '__proto__', context: {} }],
	['annotations that are none', { annotations: 7, copied: 'x' }],
	['a file that is none', { task: 'read', file: { size: 1 } }],
	['more of nothing', { task: 'more', id: 1, request: null, name: { work: 1 }, from: -1 }],
	['a neighbour of nothing', { task: 'neighbour', id: 1, request: REQUEST, direction: NaN }],
	['targets that are none', { id: 1, ...PLACING, targets: 7 }],
	['a target that is none', { id: 1, ...PLACING, targets: [null] }],
	['a text that is none', { id: 1, ...PLACING, now: { edition: 1, text: null } }],
	['texts of editions that are none', { id: 1, ...PLACING, snapshots: { old: 'x' } }],
	['a number that is none', { ...PLACING, id: { toString: 1 } }]
];

describe.each(Object.entries(WORKERS))(
	'The worker for %s',
	(_, { address, first, question, isAnswer }) => {
		let worker: Worker;
		beforeAll(() => {
			worker = startWorker(address);
			worker.onerror = (event) => event.preventDefault(); // its own page would end it
			for (const one of first) worker.postMessage(one);
		});
		afterAll(() => worker.terminate());

		test.each(ODD)('answers after %s', async (_, message) => {
			const answered = new Promise<void>((resolve) => {
				worker.onmessage = ({ data }) => isAnswer(data ?? {}) && resolve();
			});
			worker.postMessage(message);
			worker.postMessage(question);
			await answered;
		});
	}
);

test('Whatever comes over the channel between tabs is a hint that something was written, and no more', async () => {
	const channel = new ChangeChannel('/odd');
	const heard = vi.fn();
	channel.listen(heard);
	const stranger = new BroadcastChannel('postil/odd:changes');
	onTestFinished(() => {
		channel.close();
		stranger.close();
	});
	const messages = [
		...ODD.map(([, message]) => message),
		{ type: 'changed', annotations: [{ id: 'a' }] }
	];
	for (const message of messages) stranger.postMessage(message);
	await until(() => expect(heard).toHaveBeenCalledTimes(messages.length));
	expect(heard.mock.calls.flat()).toEqual([]); // nothing of a message is handed on
});
