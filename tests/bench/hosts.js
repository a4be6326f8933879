import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../../src/tools/static-server.js';

/**
 * What a host was asked for.
 *
 * @typedef {{ path: string, kind: string, bytes: number }} Request `kind` is what the browser wants
 *     it for (`document`, `script`, …; `empty` is a worker's fetch); `bytes` as they travelled,
 *     without headers
 * @typedef {{
 *     url: string,
 *     requests: Request[],
 *     stop: () => Promise<void>,
 *     start: () => Promise<void>
 * }} Host one site on the air; `requests` since it was last emptied
 */

/**
 * Serves a folder, as `npm start` does.
 *
 * @param {string} dir
 * @returns {Promise<Host>}
 */
export async function openHost(dir) {
	/** @type {Request[]} */
	const requests = [];
	/** @param {number} port */
	const open = (port) =>
		startServer({
			dirs: [dir],
			port,
			intercept({ url = '', headers }, response) {
				const kind = String(headers['sec-fetch-dest']);
				const request = { path: url, kind, bytes: 0 };
				requests.push(request);
				response.on('finish', () => {
					request.bytes = Number(response.getHeader('content-length') ?? 0);
				});
				return false;
			}
		});
	let server = await open(0);
	return {
		url: server.url,
		requests,
		stop: () => server.close(),
		start: async () => void (server = await open(server.port))
	};
}

/** The plain page's way to keep itself: the least a worker can do to be read offline. */
const WORKER = `self.addEventListener('install', (event) =>
	event.waitUntil(caches.open('plain').then((cache) => cache.add('./')))
);
self.addEventListener('fetch', (event) =>
	event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)))
);
`;

/**
 * Writes the plain page: the same text with a title and next to no styles, and nothing else.
 *
 * @param {string} dir
 * @param {{ title: string, blocks: string[], keeps: boolean }} page `keeps`: a worker keeps it
 */
export function writePlainPage(dir, { title, blocks, keeps }) {
	rmSync(dir, { recursive: true, force: true });
	mkdirSync(dir, { recursive: true });
	const register = "<script>navigator.serviceWorker.register('worker.js')</script>\n";
	const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>${escape(title)}</title>
<style>body { max-width: 62ch; margin: auto; padding: 1em; font: 19px/1.5 serif }</style>
<h1>${escape(title)}</h1>
<article>
${blocks.map((block) => `<p>${escape(block)}</p>\n`).join('')}</article>
${keeps ? register : ''}`;
	writeFileSync(join(dir, 'index.html'), page);
	writeFileSync(join(dir, '404.html'), '<!doctype html><title>Not here</title>');
	writeFileSync(join(dir, '_headers'), '/*\n  Cache-Control: no-cache\n');
	if (keeps) writeFileSync(join(dir, 'worker.js'), WORKER);
}

/** @param {string} text */
function escape(text) {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
