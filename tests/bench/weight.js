import { brotliCompressSync, constants } from 'node:zlib';

/**
 * How many bytes travel: brotli at its best, as our server and any good host send it.
 *
 * @param {string | Uint8Array} content
 * @returns {number} bytes
 */
export function brotliBytes(content) {
	return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/**
 * The scripts that stand in a page itself, in order.
 *
 * @param {string} html
 * @returns {string[]} their code
 */
export function inlineScripts(html) {
	return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs)].map(
		([, code]) => code
	);
}

/**
 * The style sheets that hold up the first paint of a page: those of its head that apply.
 *
 * @param {string} html
 * @returns {string[]} their addresses as the page has them
 */
export function criticalSheets(html) {
	const head = html.slice(0, html.indexOf('</head>'));
	return [...head.matchAll(/<link\b[^>]*>/g)]
		.map(([link]) => link)
		.filter((link) => /rel="?stylesheet/.test(link) && !/\sdisabled\b/.test(link))
		.map((link) => /href="([^"]*)"/.exec(link)?.[1] ?? link);
}
