/**
 * A static host, such as a publisher would choose: it answers for a folder with its index.html, adds
 * missing slashes, sends the headers of `_headers`, and compresses as well as it can.
 *
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 *
 * @typedef {object} Site a build that is served
 * @property {string} dir its folder
 * @property {string} base the base path for which it was made
 * @property {import('./read-headers.js').Rule[]} rules
 *
 * @typedef {object} Options
 * @property {string[]} dirs builds, each served under the base path for which it was made
 * @property {number} [port] 0, the default, for any that is free
 * @property {string} [host]
 * @property {(request: Request, response: Response) => boolean} [intercept] sees each request first,
 *     and returns true when it has answered, or will answer, itself
 *
 * @typedef {object} StaticServer
 * @property {string} url the address of the first build
 * @property {number} port
 * @property {string[]} log the path of every request
 * @property {(...dirs: string[]) => void} deploy serves other builds in the place of those before
 * @property {() => Promise<void>} close ends open connections too, so that then the network is gone
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { lookup, mimes } from 'mrmime';
import { chooseEncoding, compress } from './compress.js';
import { basePathOf, headersFor, readRules } from './read-headers.js';

mimes.ico = 'image/x-icon'; // the one type of a build that the package does not know

/**
 * Starts a server.
 *
 * @param {Options} options
 * @returns {Promise<StaticServer>}
 * @throws {Error} when a folder holds no build, or the port is taken (`code` is `EADDRINUSE`)
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

	const found = findFile(site, pathname);
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
 * The path of the file to answer with; `null` when there is none, `'needs slash'` when it is that of
 * a folder whose address lacks its slash.
 *
 * @param {Site} site
 * @param {string} pathname
 * @returns {string | null}
 */
function findFile(site, pathname) {
	let path;
	try {
		path = resolve(site.dir, `.${decodeURIComponent(pathname.slice(site.base.length))}`);
	} catch (error) {
		if (error instanceof URIError) return null; // no valid percent-encoding
		throw error;
	}
	const isInside = path === site.dir || path.startsWith(join(site.dir, '/'));
	if (!isInside || path.includes('\0') || /[\\/]_headers$/.test(path)) return null;
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
	const type = typeOf(path);
	const hash = createHash('sha256').update(content).digest('base64url').slice(0, 16);
	const encoding = chooseEncoding(type, request.headers['accept-encoding']);

	response.setHeaders(new Headers({ ...headers, 'Content-Type': type, Vary: 'Accept-Encoding' }));
	response.setHeader('ETag', `"${hash}${encoding ? `-${encoding}` : ''}"`);
	if (status === 200 && request.headers['if-none-match'] === response.getHeader('ETag')) {
		return void response.writeHead(304).end();
	}
	const body = encoding ? await compress(content, encoding, hash) : content;
	if (encoding) response.setHeader('Content-Encoding', encoding);
	response.writeHead(status, { 'Content-Length': body.length });
	response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * The media type of a file, by its name; all texts of a build are in UTF-8.
 *
 * @param {string} path
 */
function typeOf(path) {
	const type = lookup(path) ?? 'application/octet-stream';
	return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
}
