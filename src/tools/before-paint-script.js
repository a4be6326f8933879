import { readFileSync } from 'node:fs';
import { minifySync } from 'vite';
import { integrity } from './integrity.js';

/**
 * The script that every page has inline and runs before the first paint, and the hash by which the
 * content security policy allows it: Kit hashes its own inline scripts, and not those of app.html.
 *
 * @param {string} base the base path
 * @returns {{ code: string, hash: `sha256-${string}` }}
 */
export function beforePaintScript(base) {
	const code = inlineScript('before-paint', base);
	return { code, hash: integrity(code) };
}

/**
 * The script that the shelf has besides: it orders the works before they are painted.
 *
 * @param {string} base the base path
 */
export function shelfOrderScript(base) {
	return inlineScript('shelf-order', base);
}

/**
 * @param {'before-paint' | 'shelf-order'} name of its file in `lib/dom/inline`, without `.inline.js`
 * @param {string} base the base path
 * @returns {string} the script, minified
 */
function inlineScript(name, base) {
	const file = new URL(`../lib/dom/inline/${name}.inline.js`, import.meta.url);
	const source = readFileSync(file, 'utf8').replaceAll('__BASE__', JSON.stringify(base));
	const { code, errors } = minifySync(`${name}.js`, source, { module: false });
	if (errors.length > 0) throw new Error(`${name}.inline.js: ${errors[0].message}`);
	return code.trim();
}
