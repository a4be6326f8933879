import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { readRules, headersFor, basePathOf } from './read-headers.js';

/**
 * A static host, such as a publisher would choose: folders answer with their index.html, missing
 * slashes are added, `_headers` is honoured, everything is compressed and has an ETag.
 *
 * @typedef {{ dir: string, base: string, rules: import('./read-headers.js').Rule[] }} Site
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {{
 *     dirs: string[],
 *     port?: number,
 *     host?: string,
 *     intercept?: (request: Request, response: Response) => boolean
 * }} Options `dirs` are builds, each served under the base path it was made for; `port` 0 takes any;
 *     `intercept` sees each request first, and answers it itself if it returns true
 * @typedef {{
 *     url: string,
 *     port: number,
 *     log: string[],
 *     deploy: (...dirs: string[]) => void,
 *     close: () => Promise<void>
 * }} StaticServer `url` is the first build's root; `log` has the path of every request; `deploy`
 *     puts other builds in the place of those served; `close` cuts open connections too, so that the
 *     network is gone when it is done
 */

/** @type {Record<string, string>} */
const TYPES = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.ico': 'image/x-icon',
	'.jpg': 'image/jpeg',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.webmanifest': 'application/manifest+json',
	'.webp': 'image/webp',
	'.woff2': 'font/woff2'
};
const COMPRESSIBLE = /^text\/|json|svg/;
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

/** @type {Record<string, (content: Buffer) => Promise<Buffer>>} */
const ENCODERS = {
	br: (content) => promisify(brotliCompress)(content, QUALITY),
	gzip: (content) => promisify(gzip)(content, { level: 9 })
};

// By the content's hash and the encoding: the slowest brotli is worth it once, not per request.
/** @type {Map<string, Promise<Buffer>>} */
const compressed = new Map();

/**
 * Starts a server.
 *
 * @param {Options} options
 * @returns {Promise<StaticServer>}
 */
export async function startServer({ dirs, port = 0, host = 'localhost', intercept }) {
	let sites = dirs.map(openSite);
	/** @type {string[]} */
	const log = [];
	const server = createServer((request, response) => {
		log.push(request.url ?? '');
		if (intercept?.(request, response)) return;
		answer(sites, request, response).catch((error) => response.destroy(error));
	});
	await new Promise((done, failed) => {
		server.once('error', failed).listen(port, host, () => done(null));
	});
	const address = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		url: `http://localhost:${address.port}${sites[0].base}/`,
		port: address.port,
		log,
		deploy(...dirs) {
			sites = dirs.map(openSite);
		},
		close() {
			const closed = new Promise((done) => server.close(() => done(undefined)));
			server.closeAllConnections();
			return /** @type {Promise<void>} */ (closed);
		}
	};
}

/**
 * @param {string} dir
 * @returns {Site}
 */
function openSite(dir) {
	const file = join(dir, '_headers');
	if (!existsSync(file)) throw new Error(`${dir} holds no build. Run \`npm run build\` first.`);
	const rules = readRules(readFileSync(file, 'utf8'));
	return { dir: resolve(dir), base: basePathOf(rules), rules };
}

/**
 * @param {Site[]} sites
 * @param {Request} request
 * @param {Response} response
 */
async function answer(sites, request, response) {
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
	}
	const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
	const site = sites
		.filter(({ base }) => pathname.startsWith(`${base}/`))
		.sort((a, b) => b.base.length - a.base.length)[0];
	if (!site) return void response.writeHead(302, { Location: `${sites[0].base}/` }).end();

	const found = find(site, pathname);
	if (found === 'needs slash') {
		return void response.writeHead(301, { Location: `${pathname}/${search}` }).end();
	}
	const path = found ?? join(site.dir, '404.html');
	await send(request, response, path, {
		status: found ? 200 : 404,
		headers: headersFor(site.rules, pathname)
	});
}

/**
 * The file to answer with, or `null`.
 *
 * @param {Site} site
 * @param {string} pathname
 * @returns {string | null}
 */
function find(site, pathname) {
	let path;
	try {
		path = resolve(site.dir, `.${decodeURIComponent(pathname.slice(site.base.length))}`);
	} catch {
		return null; // not valid percent-encoding
	}
	const inside = path === site.dir || path.startsWith(join(site.dir, '/'));
	if (!inside || path.includes('\0') || /[\\/]_headers$/.test(path)) return null;
	if (pathname.endsWith('/')) path = join(path, 'index.html');
	const stats = statSync(path, { throwIfNoEntry: false });
	if (stats?.isFile()) return path;
	return stats && existsSync(join(path, 'index.html')) ? 'needs slash' : null;
}

/**
 * @param {Request} request
 * @param {Response} response
 * @param {string} path
 * @param {{ status: number, headers: Record<string, string> }} head
 */
async function send(request, response, path, { status, headers }) {
	const content = readFileSync(path);
	const type = TYPES[extname(path)] ?? 'application/octet-stream';
	const hash = createHash('sha256').update(content).digest('base64url').slice(0, 16);
	const accepted = request.headers['accept-encoding'] ?? '';
	const encoding = COMPRESSIBLE.test(type)
		? Object.keys(ENCODERS).find((name) => accepted.includes(name))
		: undefined;

	response.setHeaders(new Headers({ ...headers, 'Content-Type': type, Vary: 'Accept-Encoding' }));
	response.setHeader('ETag', `"${hash}${encoding ? `-${encoding}` : ''}"`);
	if (status === 200 && request.headers['if-none-match'] === response.getHeader('ETag')) {
		return void response.writeHead(304).end();
	}
	const body = encoding ? await encode(content, hash, encoding) : content;
	if (encoding) response.setHeader('Content-Encoding', encoding);
	response.writeHead(status, { 'Content-Length': body.length });
	response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * @param {Buffer} content
 * @param {string} hash
 * @param {string} encoding
 */
function encode(content, hash, encoding) {
	const key = `${hash} ${encoding}`;
	let body = compressed.get(key);
	if (!body) compressed.set(key, (body = ENCODERS[encoding](content)));
	return body;
}

/** @param {string[]} args */
async function main(args) {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			port: { type: 'string', default: '4173' },
			host: { type: 'string', default: 'localhost' }
		}
	});
	const dirs = positionals.length > 0 ? positionals : ['build'];
	for (let port = Number(values.port); ; port++) {
		try {
			const { url } = await startServer({ dirs, port, host: values.host });
			return console.log(`Postil: ${url}`);
		} catch (error) {
			if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
		}
	}
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	main(process.argv.slice(2)).catch((error) => {
		console.error(error.message);
		process.exitCode = 1;
	});
}
