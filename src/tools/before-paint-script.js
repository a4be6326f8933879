import { readFileSync } from 'node:fs';
import { minifySync } from 'vite';
import { integrity } from './integrity.js';

const SOURCE = new URL('../lib/dom/before-paint.inline.js', import.meta.url);

/**
 * The script that every page has inline and runs before the first paint, and the hash by which the
 * content security policy allows it: Kit hashes its own inline scripts, and not those of app.html.
 *
 * @param {string} base the base path
 * @returns {{ code: string, hash: `sha256-${string}` }}
 */
export function beforePaintScript(base) {
	const source = readFileSync(SOURCE, 'utf8').replaceAll('__BASE__', JSON.stringify(base));
	const { code, errors } = minifySync('before-paint.js', source, { module: false });
	if (errors.length > 0) throw new Error(`before-paint.inline.js: ${errors[0].message}`);
	return { code: code.trim(), hash: integrity(code.trim()) };
}
