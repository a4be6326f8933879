import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ownName } from '$lib/core/app/storage-names';
import { SHARED_CACHE, SHARED_NAME_HEADER } from '$lib/core/app/shared-file';
import { receiveFile } from '../../../src/routes/settings/import/receive-file';

const BASE = '/tests';
const HERE = location.href;

beforeEach(() => history.replaceState(null, '', '?shared'));

afterEach(() => {
	vi.restoreAllMocks();
	history.replaceState(null, '', HERE);
	return caches.delete(ownName(BASE, SHARED_CACHE));
});

/** Stores a file as the service worker does. */
async function share(): Promise<void> {
	const cache = await caches.open(ownName(BASE, SHARED_CACHE));
	await cache.put('/x', new Response('words', { headers: { [SHARED_NAME_HEADER]: 'a%20b.txt' } }));
}

/** What the page does with what came, in a window of this display mode. */
function receive(mode: string): Promise<string> {
	vi.spyOn(window, 'matchMedia').mockImplementation(
		(query) => ({ matches: query === `(display-mode: ${mode})` }) as MediaQueryList
	);
	return new Promise((resolve) => {
		const told = (what: string) => (file: Blob, name: string) =>
			resolve(file.text().then((text) => `${what}: ${name}, ${text}`));
		receiveFile(BASE, {
			onfile: told('read'),
			onoffer: told('offered'),
			onnothing: () => resolve('nothing')
		});
	});
}

test.each([
	['the installed app', 'standalone', 'read'],
	['the installed app, its bar hidden', 'window-controls-overlay', 'read'],
	['a tab, where any site may have sent it,', 'browser', 'offered']
])('What was shared to %s (%s) is %s', async (_, mode, what) => {
	await share();
	expect(await receive(mode)).toBe(`${what}: a b.txt, words`);
	expect(await caches.has(ownName(BASE, SHARED_CACHE))).toBe(false);
	expect(location.search).toBe('');
});

test.each(['standalone', 'browser'])('Nothing that came is told (%s)', async (mode) => {
	expect(await receive(mode)).toBe('nothing');
});
