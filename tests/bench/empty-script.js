import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliBytes } from './weight.js';

/** All that a page needs to answer a tap on its text. */
const ANSWER = `const bar = document.querySelector('[data-bar="top"]');
document.querySelector('main').addEventListener('click', () => bar.classList.toggle('away'));
//`;
const MODULE = '/empty.js';

/**
 * Writes a chapter's page again, whose script is one module with as many bytes as ours, all of them a
 * comment: what a first visit costs that no script of that size can be quicker than.
 *
 * @param {string} dir where to
 * @param {{ build: string, html: string }} page the build, and its page
 */
export function writeEmptyScriptPage(dir, { build, html }) {
	rmSync(dir, { recursive: true, force: true });
	mkdirSync(dir, { recursive: true });
	const [, preloads] = take(html, /<template>([\s\S]*?)<\/template>/);
	const [start] = take(html, /<script>[^<]*kit\.start\([^<]*<\/script>/);
	const [policy] = take(html, /<meta http-equiv="content-security-policy"[^>]*>/);
	const page = html
		.replace(policy, '')
		.replace(preloads, `<link href="${MODULE}" rel="modulepreload">`)
		.replace(start, `<script>whenToStart.then(() => import('${MODULE}'))</script>`);
	const files = [...preloads.matchAll(/href="([^"]+)"/g)].map(([, path]) => join(build, path));
	const bytes = files.reduce((sum, file) => sum + brotliBytes(readFileSync(file)), 0);
	writeFileSync(join(dir, 'index.html'), page);
	writeFileSync(join(dir, MODULE), ANSWER + noise(bytes));
	writeFileSync(join(dir, '404.html'), '<!doctype html><title>Not here</title>');
	writeFileSync(join(dir, '_headers'), '/*\n  Cache-Control: no-cache\n');
	cpSync(join(build, '_app/immutable/assets'), join(dir, '_app/immutable/assets'), {
		recursive: true
	});
}

/** @param {string} html @param {RegExp} pattern of what must be there */
function take(html, pattern) {
	const found = pattern.exec(html);
	if (!found) throw new Error(`The page has no ${pattern}`);
	return found;
}

/** Letters that are about so many bytes when they are compressed. @param {number} bytes */
function noise(bytes) {
	let hash = Buffer.from('postil');
	let letters = '';
	while ((letters.length * 3) / 4 < bytes) {
		hash = createHash('sha256').update(hash).digest();
		letters += hash.toString('base64').slice(0, 40); // whole bytes: 30 of them
	}
	return letters;
}
