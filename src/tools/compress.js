import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pid } from 'node:process';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** The media types that are not compressed yet, as pictures and fonts are. */
const COMPRESSIBLE = /^text\/|json|svg/;
const BEST_BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/** @type {Record<string, (content: Buffer) => Promise<Buffer>>} the one we like better comes first */
const ENCODERS = {
	br: (content) => promisify(brotliCompress)(content, BEST_BROTLI),
	gzip: (content) => promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION })
};

/**
 * The encoding for an answer.
 *
 * @param {string} type media type of the answer
 * @param {string} [accepted] the request's header `Accept-Encoding`
 * @returns {string | undefined} `undefined` when it is sent as it is
 */
export function chooseEncoding(type, accepted = '') {
	if (!COMPRESSIBLE.test(type)) return undefined;
	return Object.keys(ENCODERS).find((name) => accepted.includes(name));
}

// By encoding and hash of the content. The best brotli is slow: a file is compressed once, and not
// once a request.
/** @type {Map<string, Promise<Buffer>>} */
const compressed = new Map();

/**
 * Compresses as well as it can be done, once for each content.
 *
 * @param {Buffer} content
 * @param {string} encoding one that `chooseEncoding` returned
 * @param {string} hash names the content; letters that a file name may have
 * @param {string} [folder] where compressed contents are stored, for other processes too
 * @returns {Promise<Buffer>}
 */
export function compress(content, encoding, hash, folder) {
	const name = `${hash}.${encoding}`;
	let body = compressed.get(name);
	if (!body) {
		const encode = () => ENCODERS[encoding](content);
		compressed.set(name, (body = folder ? stored(join(folder, name), encode) : encode()));
	}
	return body;
}

/**
 * The content of a file, which is made when it is missing.
 *
 * @param {string} file
 * @param {() => Promise<Buffer>} make
 * @returns {Promise<Buffer>}
 */
async function stored(file, make) {
	try {
		return await readFile(file);
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
	}
	const content = await make();
	mkdirSync(dirname(file), { recursive: true });
	// Another process may read it at this moment: it finds all of it, or nothing.
	writeFileSync(`${file}.${pid}`, content);
	renameSync(`${file}.${pid}`, file);
	return content;
}
