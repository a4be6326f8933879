import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { headersFile } from '../../src/tools/write-headers.js';
import { startServer, type StaticServer } from '../../src/tools/static-server.js';

let server: StaticServer;

beforeEach(async () => {
	server = await startServer({ dirs: [site(''), site('/book')] });
});
afterEach(() => server.close());

test.each([
	['/', 200, 'shelf of ""'],
	['/work/', 200, 'a work'],
	['/work/?utm=1', 200, 'a work'],
	['/no/such/page/', 404, 'not here'],
	['/empty/', 404, 'not here'],
	['/book/', 200, 'shelf of "/book"'],
	['/_headers', 404, 'not here'],
	['/%2e%2e/secret.txt', 404, 'not here'],
	['/..%2fsecret.txt', 404, 'not here'],
	['/%', 404, 'not here'],
	['/favicon.ico/', 404, 'not here'],
	['/favicon.ico/index.html', 404, 'not here'],
	['/a%00b', 404, 'not here'],
	['//work', 404, 'not here'],
	['/.//work', 404, 'not here'],
	['/work//', 404, 'not here'],
	['/link.txt', 404, 'not here'],
	['/linked/', 404, 'not here'],
	['/linked/secret.txt', 404, 'not here'],
	['/pipe', 404, 'not here'],
	['http://localhost/work/', 200, 'a work'],
	['http://[', 400, ''],
	['http://a:b/', 400, '']
])('%s answers %d', async (path, status, text) => {
	const answer = await get(path);
	expect([answer.status, answer.body]).toEqual([status, text]);
});

test.each([
	['a name', `/${'a'.repeat(300)}`],
	['a path', `/${'a/'.repeat(5000)}`]
])('%s that no disk can have answers 404', async (_, path) => {
	const answer = await get(path);
	expect([answer.status, answer.body]).toEqual([404, 'not here']);
});

test('an address without its slash is sent to the page, query and all', async () => {
	const answer = await get('/work?a=b');
	expect([answer.status, answer.headers.location]).toEqual([301, '/work/?a=b']);
});

test('a page that was not changed is not sent again', async () => {
	const { headers } = await get('/work/');
	expect(headers['cache-control']).toBe('no-cache');
	const again = await get('/work/', { 'If-None-Match': headers.etag! });
	expect([again.status, again.body]).toEqual([304, '']);
});

test('what can be compressed is', async () => {
	const encoding = async (accepted: string, path = '/work/') =>
		(await get(path, { 'Accept-Encoding': accepted })).headers['content-encoding'];
	expect(await encoding('gzip, br')).toBe('br');
	expect(await encoding('gzip')).toBe('gzip');
	expect(await encoding('')).toBeUndefined();
	expect(await encoding('br', '/icon.png')).toBeUndefined();
});

test.each([
	['/', 'text/html; charset=utf-8'],
	['/icon.png', 'image/png'],
	['/favicon.ico', 'image/x-icon'],
	['/work/map.gif', 'image/gif'],
	['/_app/x.js', 'text/javascript; charset=utf-8'],
	['/manifest.webmanifest', 'application/manifest+json'],
	['/_app/x.woff2', 'font/woff2'],
	['/CNAME', 'application/octet-stream']
])('%s is sent as %s', async (path, type) => {
	expect((await get(path)).headers['content-type']).toBe(type);
});

test('only reading is allowed', async () => {
	expect((await get('/', {}, 'POST')).status).toBe(405);
	const head = await get('/', {}, 'HEAD');
	expect([head.status, head.body]).toEqual([200, '']);
});

test('closing cuts what is open', async () => {
	const asked: unknown[] = [];
	const intercept = ({ url }: IncomingMessage) => asked.push(url) > 0;
	const hanging = await startServer({ dirs: [site('')], intercept });
	const answer = fetch(hanging.url).catch((error) => error.name);
	await expect.poll(() => asked).toEqual(['/']);
	await hanging.close();
	expect(await answer).toBe('TypeError');
});

test('a page that went away meanwhile, or cannot be read, is answered', async () => {
	const dir = site('');
	const changing = await startServer({ dirs: [dir] });
	onTestFinished(() => changing.close());
	rmSync(join(dir, '404.html'));
	const answer = await get('/no/such/page/', {}, 'GET', changing.port);
	expect([answer.status, answer.body]).toEqual([404, '']);
	rmSync(dir, { recursive: true });
	expect((await get('/work/', {}, 'GET', changing.port)).status).toBe(404);
});

test('a folder without a build is refused', async () => {
	const dir = mkdtempSync(join(tmpdir(), 'postil-'));
	await expect(startServer({ dirs: [dir] })).rejects.toThrow('npm run build');
});

function site(base: string): string {
	const parent = mkdtempSync(join(tmpdir(), 'postil-'));
	const files = {
		'secret.txt': 'secret',
		'build/_headers': headersFile(base),
		'build/index.html': `shelf of "${base}"`,
		'build/work/index.html': 'a work',
		'build/empty/file.txt': '',
		'build/icon.png': 'icon',
		'build/favicon.ico': 'icon',
		'build/work/map.gif': 'map',
		'build/_app/x.js': 'code',
		'build/_app/x.woff2': 'font',
		'build/manifest.webmanifest': '{}',
		'build/CNAME': 'example.org',
		'build/404.html': 'not here'
	};
	for (const [file, content] of Object.entries(files)) {
		mkdirSync(dirname(join(parent, file)), { recursive: true });
		writeFileSync(join(parent, file), content);
	}
	symlinkSync(join(parent, 'secret.txt'), join(parent, 'build/link.txt'));
	symlinkSync(parent, join(parent, 'build/linked'));
	execFileSync('mkfifo', [join(parent, 'build/pipe')]);
	return join(parent, 'build');
}

/** Plain HTTP: `fetch` would follow redirects, decompress, and tidy up paths. */
function get(
	path: string,
	headers: Record<string, string> = {},
	method = 'GET',
	port = server.port
) {
	return new Promise<{
		status?: number;
		headers: Record<string, string | undefined>;
		body: string;
	}>((done, failed) => {
		request({ host: 'localhost', port, path, headers, method }, (response) => {
			let body = '';
			response.on('data', (part) => (body += part));
			response.on('end', () => {
				done({ status: response.statusCode, headers: response.headers as never, body });
			});
		})
			.on('error', failed)
			.end();
	});
}
