import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ownName } from '$lib/core/app/storage-names';
import { SHARED_CACHE, SHARED_NAME_HEADER } from '$lib/core/app/shared-file';
import type { ReceivedFile } from '$lib/offline/shared-file';
import { receiveFiles } from '../../../../src/routes/settings/import/receive-files';

const BASE = '/tests';
const HERE = location.href;

beforeEach(() => history.replaceState(null, '', '?shared'));

afterEach(() => {
	vi.restoreAllMocks();
	history.replaceState(null, '', HERE);
	return caches.delete(ownName(BASE, SHARED_CACHE));
});

/** Stores two files as the service worker does. */
async function share(): Promise<void> {
	const cache = await caches.open(ownName(BASE, SHARED_CACHE));
	for (const name of ['a%20b.txt', 'c.epub'])
		await cache.put(`/${name}`, new Response('words', { headers: { [SHARED_NAME_HEADER]: name } }));
}

/** What the page does with what came, in a window of this display mode. */
function receive(mode: string): Promise<string> {
	vi.spyOn(window, 'matchMedia').mockImplementation(
		(query) => ({ matches: query === `(display-mode: ${mode})` }) as MediaQueryList
	);
	return new Promise((resolve) => {
		const told = (what: string) => (files: readonly ReceivedFile[], missing: number) => {
			const texts = files.map(async ({ file, name }) => `${name}, ${await file.text()}`);
			void Promise.all(texts).then((all) =>
				resolve(`${what}: ${all.join('; ')}${missing > 0 ? `; ${missing} more did not come` : ''}`)
			);
		};
		receiveFiles(BASE, {
			onfiles: told('read'),
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
	expect(await receive(mode)).toBe(`${what}: a b.txt, words; c.epub, words`);
	expect(await caches.has(ownName(BASE, SHARED_CACHE))).toBe(false);
	expect(location.search).toBe('');
});

test.each(['standalone', 'browser'])('Nothing that came is told (%s)', async (mode) => {
	expect(await receive(mode)).toBe('nothing');
});

test('Files that were shared, but not stored, are told with those that were', async () => {
	history.replaceState(null, '', '?shared=5');
	await share();
	expect(await receive('standalone')).toBe(
		'read: a b.txt, words; c.epub, words; 3 more did not come'
	);
});

describe('Files that are opened with the app', () => {
	const handle = (name: string, isThere = true) => ({
		getFile: async () => {
			if (!isThere) throw new DOMException('moved', 'NotFoundError');
			return new File(['words'], name);
		}
	});
	const launch = (...files: object[]) => {
		const setConsumer = (consumer: (launch: object) => void) => consumer({ files });
		Object.defineProperty(window, 'launchQueue', { value: { setConsumer }, configurable: true });
		history.replaceState(null, '', HERE);
	};
	afterEach(() => Reflect.deleteProperty(window, 'launchQueue'));

	test('are read, all of them, in a tab too: no site can hand them over', async () => {
		launch(handle('a.epub'), handle('b.md'));
		expect(await receive('browser')).toBe('read: a.epub, words; b.md, words');
	});

	test('and of which one cannot be read are read but for that one, which is told', async () => {
		launch(handle('a.epub'), handle('b.md', false), handle('c.txt'));
		const right = 'read: a.epub, words; c.txt, words; 1 more did not come';
		expect(await receive('browser')).toBe(right);
	});

	test('and cannot be had are told', async () => {
		launch(handle('a.epub', false));
		expect(await receive('browser')).toBe('nothing');
	});
});
