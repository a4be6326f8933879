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
 * @property {string} [compressed] a folder where compressed answers are stored, so that servers of
 *     other processes need not make them again
 *
 * @typedef {object} StaticServer
 * @property {string} url the address of the first build
 * @property {number} port
 * @property {(...dirs: string[]) => void} deploy serves other builds in the place of those before
 * @property {() => Promise<void>} close ends open connections too, so that then the network is gone
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
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
export async function startServer({ dirs, port = 0, host = 'localhost', intercept, compressed }) {
	let sites = dirs.map(openSite);
	const server = createServer((request, response) => {
		if (intercept?.(request, response)) return;
		answer({ sites, compressed }, request, response).catch((error) => response.destroy(error));
	});
	await new Promise((done, failed) => {
		server.once('error', failed).listen(port, host, () => done(null));
	});
	const address = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		url: `http://localhost:${address.port}${sites[0].base}/`,
		port: address.port,
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
	return { dir: realpathSync(dir), base: basePathOf(rules), rules };
}

/**
 * @param {{ sites: Site[], compressed: string | undefined }} host
 * @param {Request} request
 * @param {Response} response
 */
async function answer({ sites, compressed }, request, response) {
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
	}
	const address = addressOf(request);
	if (!address) return void response.writeHead(400).end();
	const { pathname, search } = address;
	const site = sites
		.filter(({ base }) => pathname.startsWith(`${base}/`))
		.sort((a, b) => b.base.length - a.base.length)[0];
	if (!site) return void response.writeHead(302, { Location: `${sites[0].base}/` }).end();

	const found = findFile(site, pathname);
	if (found === 'needs slash') {
		return void response.writeHead(301, { Location: `${pathname}/${search}` }).end();
	}
	const content = read(found ?? join(site.dir, '404.html'));
	if (!content) return void response.writeHead(404).end(); // it went away meanwhile
	await send(request, response, content, {
		type: typeOf(found ?? '404.html'),
		status: found ? 200 : 404,
		headers: headersFor(site.rules, pathname),
		compressed
	});
}

/**
 * The address that is asked for; `null` when it is none, such as `http://[`.
 *
 * @param {Request} request
 */
function addressOf({ url = '/' }) {
	try {
		// What begins with two slashes is a path here, and no name of a host.
		return new URL(url.startsWith('/') ? `http://localhost${url}` : url);
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ERR_INVALID_URL') throw error;
		return null;
	}
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
	if (!isInside || /\0|[\\/]_headers$/.test(path) || pathname.includes('//')) return null;
	if (pathname.endsWith('/')) path = join(path, 'index.html');
	if (kindOf(path) === 'file') return path;
	const isFolder = kindOf(path) === 'folder' && kindOf(join(path, 'index.html')) === 'file';
	return isFolder ? 'needs slash' : null;
}

// What the system says of a path that no file has: it is missing, goes through a file as if that were a
// folder, is longer than a path can be, goes round in links, or may not be looked at.
const NO_FILE = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EACCES', 'EISDIR'];

/**
 * What stands at a path; `null` for nothing, for a link, which may lead out of the site, and for what is
 * neither file nor folder.
 *
 * @param {string} path absolute, without links but in what a site holds
 * @returns {'file' | 'folder' | null}
 */
function kindOf(path) {
	return orNull(() => {
		if (realpathSync(path) !== path) return null;
		const stats = statSync(path);
		return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : null;
	});
}

/**
 * The bytes of a file; `null` when there is none.
 *
 * @param {string} path
 */
function read(path) {
	return orNull(() => readFileSync(path));
}

/**
 * @template T
 * @param {() => T} look
 */
function orNull(look) {
	try {
		return look();
	} catch (error) {
		const { code = '' } = /** @type {NodeJS.ErrnoException} */ (error);
		if (!NO_FILE.includes(code)) throw error;
		return null;
	}
}

/**
 * @param {Request} request
 * @param {Response} response
 * @param {Buffer} content
 * @param {{ type: string, status: number, headers: Record<string, string>, compressed?: string }} how
 */
async function send(request, response, content, { type, status, headers, compressed }) {
	const hash = createHash('sha256').update(content).digest('base64url').slice(0, 16);
	const encoding = chooseEncoding(type, request.headers['accept-encoding']);

	response.setHeaders(new Headers({ ...headers, 'Content-Type': type, Vary: 'Accept-Encoding' }));
	response.setHeader('ETag', `"${hash}${encoding ? `-${encoding}` : ''}"`);
	if (status === 200 && request.headers['if-none-match'] === response.getHeader('ETag')) {
		return void response.writeHead(304).end();
	}
	const body = encoding ? await compress(content, encoding, hash, compressed) : content;
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
