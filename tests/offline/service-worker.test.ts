/** What the service worker makes of messages and forms that no page of ours sends: its own handlers, in a page. */
import { SHARED_CACHE, SHARED_FILE, SHARED_TEXT } from '$lib/core/app/shared-file';
import { ownName } from '$lib/core/app/storage-names';
import { takeSharedFiles } from '$lib/offline/shared-file';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';

const VERSION = 'this-build';
const sent: unknown[] = [];
const skipWaiting = vi.fn(() => Promise.resolve());
// Not imported by name: the worker's folder has types of its own, of another global scope.
const MODULES = import.meta.glob('../../src/service-worker/{index,shared-file,this-build}.ts');
const load = (name: string) => MODULES[`../../src/service-worker/${name}.ts`]();
let handlers: {
	isSharedFile(request: Request): boolean;
	storeSharedFiles(request: Request): Promise<Response>;
};
let base = '';

beforeAll(async () => {
	const page = { url: '', postMessage: (message: unknown) => sent.push(message) };
	Object.assign(window, {
		__POSTIL_FILES__: { version: VERSION, files: {}, fonts: {}, packs: {} },
		registration: { waiting: null },
		clients: { claim: () => Promise.resolve(), matchAll: () => Promise.resolve([page]) },
		skipWaiting
	});
	const build = (await load('this-build')) as { root: string; base: string };
	page.url = build.root;
	base = build.base;
	await load('index');
	handlers = (await load('shared-file')) as typeof handlers;
});

afterEach(() => {
	sent.length = 0;
	skipWaiting.mockClear();
	vi.restoreAllMocks();
	return caches.delete(ownName(base, SHARED_CACHE));
});

/** Gives the worker a message, and resolves when it has done what that asks for. */
async function send(data: unknown, ports: MessagePort[] = []): Promise<void> {
	const waited: Promise<unknown>[] = [];
	const event = new MessageEvent('message', { data, ports });
	const waitUntil = (work: Promise<unknown>) => void waited.push(work);
	window.dispatchEvent(Object.assign(event, { waitUntil }));
	await Promise.all(waited);
}

describe('A message that is none of ours does nothing, and the next is answered', () => {
	test.each<[string, unknown]>([
		['nothing', undefined],
		['null', null],
		['a word', 'SKIP_WAITING'],
		['a number', 7],
		['a list', ['SKIP_WAITING']],
		['a list as type', { type: ['SKIP_WAITING'] }],
		['no type', {}],
		['small letters', { type: 'skip_waiting' }],
		['a name of every object', { type: 'constructor' }],
		['__proto__', JSON.parse('{"__proto__":{"type":"STATUS"},"type":"__proto__"}')],
		['a map', new Map([['type', 'SKIP_WAITING']])],
		['bytes', new Uint8Array(1000)],
		['a million letters', { type: 'x'.repeat(1_000_000) }],
		['a message of Workbox', { type: 'CACHE_URLS', payload: { urlsToCache: ['/evil'] } }],
		['one of the worker itself', { type: 'FAILED', reason: 'full' }],
		['a pack that there is not', { type: 'KEEP_PACK', work: 'no-such-work' }],
		['a pack without a name', { type: 'REMOVE_PACK' }],
		['a pack with the name of every object', { type: 'PAUSE_PACK', work: 'constructor' }]
	])('%s', async (_, data) => {
		const names = await caches.keys();
		await send(data);
		expect([sent, skipWaiting.mock.calls, await caches.keys()]).toEqual([[], [], names]);
		const { port1, port2 } = new MessageChannel();
		const answered = new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
		await send({ type: 'STATUS' }, [port2]);
		expect(await answered).toEqual({ version: VERSION, done: 0, total: 0 });
	});

	test('a question without a port to answer on', async () => {
		await send({ type: 'STATUS' });
		expect(sent).toEqual([]);
	});

	test('and one of ours with more in it is understood', async () => {
		await send({ type: 'SKIP_WAITING', more: { type: 'REPAIR' } });
		expect([sent, skipWaiting.mock.calls.length]).toEqual([[{ type: 'TAKING_OVER' }], 1]);
	});
});

describe('Only a form that opens the page of imports is taken for something shared', () => {
	const address = () => new URL('settings/import/', new URL('./', location.href)).href;
	test.each<[string, boolean, Partial<Request>]>([
		['a form', true, {}],
		['with a query', true, { url: '?x=1' }],
		['in a frame', false, { destination: 'iframe' }],
		['by a script', false, { destination: '' }],
		['without a body', false, { method: 'GET' }],
		['a page beside it', false, { url: 'x/' }],
		['a page above it', false, { url: '../' }],
		['another site', false, { url: 'https://stranger.example/settings/import/' }]
	])('%s: %s', (_, isTaken, given) => {
		const url = new URL(given.url ?? '', address()).href;
		const request = { method: 'POST', destination: 'document', ...given, url } as Request;
		expect(handlers.isSharedFile(request)).toBe(isTaken);
	});
});

/** A form of these fields, in their order. */
function form(...fields: [string, string | File][]): FormData {
	const data = new FormData();
	for (const [name, value] of fields) data.append(name, value as string);
	return data;
}

/** What the page takes, with its text. */
async function taken(): Promise<{ name: string; text: string }[]> {
	const files = await takeSharedFiles(base);
	return Promise.all(files.map(async ({ file, name }) => ({ name, text: await file.text() })));
}

test('What no page took is gone when something else is shared', async () => {
	const share = (...fields: [string, string | File][]) =>
		handlers.storeSharedFiles(
			new Request('settings/import/', { method: 'POST', body: form(...fields) })
		);
	await share([SHARED_FILE, file('a', 'a')], [SHARED_FILE, file('b', 'b')]);
	await share([SHARED_TEXT, 'words']);
	const files = await takeSharedFiles(base);
	expect(files.map(({ name, isPasted }) => [name, isPasted])).toEqual([['shared text', true]]);
});

const file = (name: string, text: string) => new File([text], name, { type: 'text/plain' });
const MULTIPART = { 'content-type': 'multipart/form-data; boundary=x' };

test.each<[string, RequestInit, { name: string; text: string }[]]>([
	[
		'a file',
		{ body: form([SHARED_FILE, file('a.txt', 'words')]) },
		[{ name: 'a.txt', text: 'words' }]
	],
	['a text', { body: form([SHARED_TEXT, 'words']) }, [{ name: 'shared text', text: 'words' }]],
	[
		'a text beside an empty file, as forms send it',
		{ body: form([SHARED_FILE, file('', '')], [SHARED_TEXT, 'words']) },
		[{ name: 'shared text', text: 'words' }]
	],
	[
		'a text as file',
		{ body: form([SHARED_FILE, 'words']) },
		[{ name: 'shared text', text: 'words' }]
	],
	[
		'two texts',
		{ body: form([SHARED_TEXT, 'one'], [SHARED_TEXT, 'two']) },
		[{ name: 'shared text', text: 'one\n\ntwo' }]
	],
	[
		'three files, in their order',
		{ body: form(...['a', 'b', 'c'].map((n) => [SHARED_FILE, file(n, n)] as [string, File])) },
		['a', 'b', 'c'].map((name) => ({ name, text: name }))
	],
	[
		'an empty file',
		{ body: form([SHARED_FILE, file('a.txt', '')]) },
		[{ name: 'a.txt', text: '' }]
	],
	[
		'a name with signs of addresses and pages',
		{ body: form([SHARED_FILE, file('a%<b>&ü😀.txt', 'words')]) },
		[{ name: 'a%<b>&ü😀.txt', text: 'words' }]
	],
	[
		'a name that climbs',
		{ body: form([SHARED_FILE, file('../../etc/x', 'words')]) },
		[{ name: '../../etc/x', text: 'words' }]
	],
	[
		'a name of ten thousand letters',
		{ body: form([SHARED_FILE, file('ü'.repeat(10_000), 'words')]) },
		[{ name: 'ü'.repeat(10_000), text: 'words' }]
	],
	['other fields', { body: form(['x', 'y'], ['FILE', 'z']) }, [{ name: 'shared text', text: '' }]],
	['no field', { body: new FormData() }, [{ name: 'shared text', text: '' }]],
	[
		'addresses of fields',
		{ body: new URLSearchParams({ text: 'w' }) },
		[{ name: 'shared text', text: 'w' }]
	],
	['no body', {}, []],
	['JSON', { body: '{"text":"words"}', headers: { 'content-type': 'application/json' } }, []],
	['a form that breaks off', { body: '--x\r\nContent-Dispo', headers: MULTIPART }, []],
	['a form of bytes', { body: new Uint8Array(999), headers: MULTIPART }, []]
])(
	'What a form brings is stored, and the reader is sent to the page of imports: %s',
	async (_, init, right) => {
		const request = new Request('settings/import/', { method: 'POST', ...init });
		const response = await handlers.storeSharedFiles(request);
		expect(response.status).toBe(303);
		expect(response.headers.get('location')).toMatch(/settings\/import\/\?shared=\d$/);
		expect(await taken()).toEqual(right);
		expect(await taken()).toEqual([]);
	}
);

test('A file that cannot be stored costs none of those before it, and how many were sent is told', async () => {
	const files = ['a', 'b', 'c'].map((name): [string, File] => [SHARED_FILE, file(name, name)]);
	const request = new Request('settings/import/', { method: 'POST', body: form(...files) });
	const put = Cache.prototype.put;
	vi.spyOn(Cache.prototype, 'put').mockImplementation(function (this: Cache, address, response) {
		const full = new DOMException('full', 'QuotaExceededError');
		return String(address).endsWith('?0')
			? put.call(this, address, response)
			: Promise.reject(full);
	});
	const response = await handlers.storeSharedFiles(request);
	expect(response.headers.get('location')).toMatch(/\?shared=3$/);
	expect(await taken()).toEqual([{ name: 'a', text: 'a' }]);
});

test('A browser that gives the worker no storage does not keep the reader from the page', async () => {
	vi.spyOn(CacheStorage.prototype, 'delete').mockRejectedValue(
		new DOMException('', 'SecurityError')
	);
	const body = form([SHARED_FILE, file('a', 'a')]);
	const request = new Request('settings/import/', { method: 'POST', body });
	expect((await handlers.storeSharedFiles(request)).status).toBe(303);
});

test('A name in the cache that cannot be decoded does not cost the file', async () => {
	const cache = await caches.open(ownName(base, SHARED_CACHE));
	await cache.put('/x', new Response('words', { headers: { 'X-Postil-Name': '%E0%A4%A' } }));
	expect(await taken()).toEqual([{ name: '%E0%A4%A', text: 'words' }]);
});
