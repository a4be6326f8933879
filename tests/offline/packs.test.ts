/** What the service worker does for packs: its own modules, in a page, with a network that the test makes. */
import type { PackFiles, PackStatus } from '$lib/core/app/packs';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';

const WORK = 'long-work';
const TEXTS: Record<string, string> = {
	[`${WORK}/1-one/`]: 'The first chapter.',
	[`${WORK}/2-two/`]: 'The second chapter.',
	[`${WORK}/3-three/`]: 'The third chapter.',
	[`${WORK}/images/map.png`]: 'A map',
	[`${WORK}/contents.json`]: '{}',
	[`${WORK}/`]: 'Contents'
};
const LIST = `${WORK}/pack.json`;

// Not imported by name: the worker's folder has types of its own, of another global scope.
const MODULES = import.meta.glob('../../src/service-worker/**/*.ts');
const load = <T>(name: string) => MODULES[`../../src/service-worker/${name}.ts`]() as Promise<T>;

let files: PackFiles;
/** What the host sends, by address: a text, or a fault. */
let host: Record<string, string | Error>;
/** Addresses that were asked for. */
const asked: string[] = [];
const sent: { type: string; status: PackStatus }[] = [];
let root = '';
let handle: (event: { data: unknown; ports: MessagePort[] }) => Promise<void>;
let cacheName = '';
let packKey: (address: string, file: { integrity: string }) => string;

async function hash(text: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

beforeAll(async () => {
	const entries = Object.entries(TEXTS).map(async ([address, text]) => [
		address,
		{ integrity: await hash(text), bytes: text.length }
	]);
	files = Object.fromEntries(await Promise.all(entries)) as PackFiles;
	files[`${WORK}/1-one/`].pictures = [`${WORK}/images/map.png`];
	const list = JSON.stringify(files);
	TEXTS[LIST] = list;
	const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
	const packs = { [WORK]: { list: await hash(list), bytes, files: 6 } };
	const page = { url: '', postMessage: (message: never) => sent.push(message) };
	Object.assign(window, {
		__POSTIL_FILES__: { version: 'this', files: {}, fonts: {}, packs },
		clients: { claim: () => Promise.resolve(), matchAll: () => Promise.resolve([page]) },
		registration: { waiting: null }
	});
	({ root } = await load<{ root: string }>('this-build'));
	page.url = root;
	const cache = await load<{ PACK_CACHE: string; packKey: typeof packKey }>('packs/pack-cache');
	cacheName = cache.PACK_CACHE;
	packKey = cache.packKey;
	const messages = await load<{ answerPackMessage: typeof handle }>('packs/pack-messages');
	handle = messages.answerPackMessage;
});

async function fetchFromHost(url: RequestInfo | URL, options: RequestInit = {}) {
	const address = String(url).slice(root.length);
	asked.push(address);
	const found = host[address];
	if (options.signal?.aborted || typeof found !== 'string') throw new TypeError('no network');
	// As browsers do it.
	if ((await hash(found)) !== options.integrity) throw new TypeError('wrong hash');
	return new Response(found);
}

beforeEach(() => {
	host = { ...TEXTS };
	// The pauses between tries pass at once.
	vi.spyOn(window, 'setTimeout').mockImplementation(((done: () => void) => {
		queueMicrotask(done);
		return 0;
	}) as never);
	vi.spyOn(window, 'fetch').mockImplementation(fetchFromHost);
});

afterEach(async () => {
	vi.restoreAllMocks();
	asked.length = sent.length = 0;
	for (const name of await caches.keys()) await caches.delete(name);
});

/** Resolves when a request is ended, which may have been before it began. */
async function untilAborted(signal: AbortSignal): Promise<void> {
	if (signal.aborted) return;
	await new Promise((done) => signal.addEventListener('abort', done, { once: true }));
}

const send = (data: unknown) => handle({ data, ports: [] });

async function status(): Promise<PackStatus> {
	const { port1, port2 } = new MessageChannel();
	const answer = new Promise<PackStatus[]>((done) => (port1.onmessage = ({ data }) => done(data)));
	await handle({ data: { type: 'PACKS' }, ports: [port2] });
	return (await answer)[0];
}

/** The addresses of the pack's files that are in the cache, in any version. */
async function stored(): Promise<string[]> {
	const keys = await (await caches.open(cacheName)).keys();
	const addresses = keys.map(({ url }) => url.slice(root.length).replace(/\?.*/, ''));
	return [...new Set(addresses)].filter((address) => address in files).sort();
}

const ALL = () => Object.keys(files).sort();

test('nothing is fetched unasked, and no cache is made', async () => {
	expect(await status()).toMatchObject({ work: WORK, state: 'absent', done: 0, full: false });
	expect([asked, await caches.has(cacheName)]).toEqual([[], false]);
});

test('what is asked for is kept, and told of file by file', async () => {
	await send({ type: 'KEEP_PACK', work: WORK });
	const { bytes } = await status();
	expect(await status()).toEqual({ work: WORK, state: 'kept', bytes, done: bytes, full: false });
	expect(await stored()).toEqual(ALL());
	const told = sent.map(({ status }) => status.done);
	expect(told).toEqual([...told].sort((a, b) => a - b));
	expect([told[0], told.at(-1), told.length]).toEqual([0, bytes, 8]);
	expect(sent.at(-1)?.status.state).toBe('kept');
	asked.length = 0;
	await send({ type: 'KEEP_PACK', work: WORK });
	expect(asked).toEqual([]);
});

test('a file that does not arrive, or not as it was published, is not taken; the rest is', async () => {
	host[`${WORK}/1-one/`] = '<h1>Please sign in</h1>';
	host[`${WORK}/2-two/`] = new Error('lost');
	await send({ type: 'KEEP_PACK', work: WORK });
	expect((await status()).state).toBe('waiting');
	const missing = [`${WORK}/1-one/`, `${WORK}/2-two/`];
	expect(await stored()).toEqual(ALL().filter((address) => !missing.includes(address)));
	host = { ...TEXTS };
	asked.length = 0;
	const { continuePacks } = await load<{ continuePacks(): Promise<void> }>('packs/continue-packs');
	await continuePacks();
	expect(asked.sort()).toEqual(missing);
	expect((await status()).state).toBe('kept');
	asked.length = 0;
	await continuePacks();
	expect(asked).toEqual([]);
});

test('where its list is not to be had it waits', async () => {
	host[LIST] = 'Please sign in';
	await send({ type: 'KEEP_PACK', work: WORK });
	expect([(await status()).state, await stored()]).toEqual(['waiting', []]);
});

test('paused it stays as it is, and goes on when the reader says so', async () => {
	const paused: Promise<void>[] = [];
	vi.mocked(window.fetch).mockImplementation(async (...args) => {
		// In the middle of it: what is asked for after that waits until it has ended.
		if (asked.length === 3) paused[0] ??= send({ type: 'PAUSE_PACK', work: WORK });
		const { signal } = args[1]!;
		if (paused.length > 0) await untilAborted(signal!);
		return fetchFromHost(...args);
	});
	await send({ type: 'KEEP_PACK', work: WORK });
	await paused[0];
	const { state, done } = await status();
	expect([state, done > 0]).toEqual(['paused', (await stored()).length > 0]);
	expect(await stored()).not.toEqual(ALL());
	vi.mocked(window.fetch).mockImplementation(fetchFromHost);
	await send({ type: 'KEEP_PACK', work: WORK });
	expect((await status()).state).toBe('kept');
});

test('a worker that takes over ends it, and the wish stays', async () => {
	const { stopOtherWorker } = await load<{ stopOtherWorker(): void }>('packs/keep-pack');
	vi.mocked(window.fetch).mockImplementation(async (url, options) => {
		if (!String(url).endsWith(LIST)) {
			// No answer comes until the request is ended.
			stopOtherWorker();
			await untilAborted(options!.signal!);
		}
		return fetchFromHost(url, options);
	});
	await send({ type: 'KEEP_PACK', work: WORK });
	expect((await status()).state).toBe('waiting');
});

test('with no space left it gives back what it took, and waits for the reader', async () => {
	const put = Cache.prototype.put;
	vi.spyOn(Cache.prototype, 'put').mockImplementation(function (this: Cache, key, response) {
		if (String(key).includes('3-three')) {
			return Promise.reject(new DOMException('full', 'QuotaExceededError'));
		}
		return put.call(this, key, response);
	});
	await send({ type: 'KEEP_PACK', work: WORK });
	expect(await status()).toMatchObject({ state: 'paused', full: true, done: 0 });
	expect(await stored()).toEqual([]);
});

test('removed it leaves the chapter that is read, with its pictures and the contents', async () => {
	await send({ type: 'KEEP_PACK', work: WORK });
	await send({ type: 'REMOVE_PACK', work: WORK, reading: '1-one' });
	const left = ['', '1-one/', 'contents.json', 'images/map.png'].map((name) => `${WORK}/${name}`);
	expect(await stored()).toEqual(left);
	expect((await status()).state).toBe('absent');
	await send({ type: 'REMOVE_PACK', work: WORK, reading: null });
	expect(await stored()).toEqual([]);
});

test('what the browser has thrown away is missed, and fetched again', async () => {
	await send({ type: 'KEEP_PACK', work: WORK });
	const cache = await caches.open(cacheName);
	await cache.delete(packKey(`${WORK}/2-two/`, files[`${WORK}/2-two/`]));
	expect((await status()).state).toBe('waiting');
	asked.length = 0;
	await (await load<{ continuePacks(): Promise<void> }>('packs/continue-packs')).continuePacks();
	expect(asked).toEqual([`${WORK}/2-two/`]);
});

describe('A new version', () => {
	const bring = async () =>
		(await load<{ bringPacks(): Promise<void> }>('packs/bring-packs')).bringPacks();
	const tidy = async () =>
		(
			await load<{ deleteOldPacks(before: object): Promise<void> }>('packs/delete-old-packs')
		).deleteOldPacks({});

	/** What the build before had: this build's files, but for one chapter. */
	async function storeBefore(addresses: string[]): Promise<string> {
		const cache = await caches.open(cacheName);
		const old = packKey(`${WORK}/2-two/`, { integrity: await hash('The sekond chapter.') });
		for (const address of addresses) {
			const key = address === `${WORK}/2-two/` ? old : packKey(address, files[address]);
			await cache.put(key, new Response('…'));
		}
		return old;
	}

	test('brings of a kept work what has changed, and nothing else', async () => {
		const old = await storeBefore(Object.keys(files));
		await (await caches.open(cacheName)).put(root + 'packs', Response.json({ [WORK]: 'keep' }));
		await bring();
		expect(asked.sort()).toEqual([`${WORK}/2-two/`, LIST]);
		expect((await status()).state).toBe('kept');
		expect(await caches.match(old)).toBeDefined(); // for the tabs of the build before
		await tidy();
		expect(await caches.match(old)).toBeUndefined();
		expect(await stored()).toEqual(ALL());
	});

	test('brings of another the chapters that were read', async () => {
		await storeBefore([`${WORK}/2-two/`, `${WORK}/contents.json`]);
		await bring();
		expect(asked.sort()).toEqual([`${WORK}/2-two/`, LIST]);
		expect((await status()).state).toBe('absent');
	});

	test('shows the text of the one before until the new one arrives', async () => {
		const { answerFromPack } = await load<{
			answerFromPack(request: Request, url: URL): Promise<Response | null>;
		}>('packs/answer-from-pack');
		const old = await storeBefore([`${WORK}/2-two/`]);
		host = { [LIST]: TEXTS[LIST] };
		await bring();
		await tidy();
		expect(await caches.match(old)).toBeDefined();
		const url = new URL(`${root}${WORK}/2-two/?x#p1`);
		const answer = () => answerFromPack(new Request(url), url);
		expect(await (await answer())?.text()).toBe('…');
		host = { ...TEXTS };
		expect(await (await answer())?.text()).toBe('The second chapter.');
	});

	test('in which a work has become too large keeps it, out of what is there', async () => {
		const { controller } = await load<{ controller: { strategy: { cacheName: string } } }>(
			'precache-controller'
		);
		const precache = await caches.open(controller.strategy.cacheName);
		for (const [address, text] of Object.entries(TEXTS)) {
			if (address !== LIST && !address.includes('3-three'))
				await precache.put(packKey(address, files[address]), new Response(text));
		}
		await bring();
		expect(asked.sort()).toEqual([`${WORK}/3-three/`, LIST]);
		expect((await status()).state).toBe('kept');
		// Removed, it is not kept again by the version after that.
		await send({ type: 'REMOVE_PACK', work: WORK, reading: null });
		await bring();
		expect([(await status()).state, await stored()]).toEqual(['absent', []]);
	});

	test('does not fetch what nobody has asked for', async () => {
		await bring();
		expect(asked).toEqual([]);
		expect(await caches.keys()).not.toContain(cacheName);
	});
});
