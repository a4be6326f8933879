import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { integrity } from '../../src/tools/integrity.js';
import { addressOf, precacheList, writePrecacheList } from '../../src/tools/precache-list.js';

test.each([
	['index.html', './'],
	['my-life/43-the-exile/index.html', 'my-life/43-the-exile/'],
	['404.html', '404.html'],
	['reindex.html', 'reindex.html'],
	['道德經/一/index.html', '%E9%81%93%E5%BE%B7%E7%B6%93/%E4%B8%80/'],
	['a b/why?#1.png', 'a%20b/why%3F%231.png']
])('%j is asked for as %j', (file, address) => {
	expect(addressOf(file)).toBe(address);
});

test('what reading needs is kept, fonts when they are used, and nothing else', () => {
	const list = precacheList(
		build({
			'index.html': 'shelf',
			'w/1/index.html': 'text',
			'w/images/map.png': 'map',
			'404.html': 'not here',
			'manifest.webmanifest': '{}',
			'_app/immutable/chunks/_x.js': 'code',
			'_app/immutable/assets/page.css': 'p{}',
			'_app/immutable/assets/serif.css': '@font-face{}',
			'_app/immutable/assets/serif.woff2': 'font',
			'_app/version.json': '{}',
			'service-worker.js': '',
			_headers: '',
			'.nojekyll': '',
			CNAME: 'example.org',
			'robots.txt': '',
			'screenshots/phone.png': 'for stores',
			'index.html.br': 'compressed'
		})
	);
	expect(Object.keys(list.files).sort()).toEqual([
		'./',
		'404.html',
		'_app/immutable/assets/page.css',
		'_app/immutable/chunks/_x.js',
		'manifest.webmanifest',
		'w/1/',
		'w/images/map.png'
	]);
	expect(Object.keys(list.fonts)).toEqual([
		'_app/immutable/assets/serif.css',
		'_app/immutable/assets/serif.woff2'
	]);
	expect(list.files['w/1/']).toBe(integrity('text'));
});

test('the list takes the place that the worker keeps for it', () => {
	const dir = build({ 'service-worker.js': 'use(self.__POSTIL_FILES__)', 'index.html': 'shelf' });
	writePrecacheList(dir);
	const worker = readFileSync(join(dir, 'service-worker.js'), 'utf8');
	expect(worker).toBe(`use(${JSON.stringify(precacheList(dir))})`);
});

test.each([
	['', 0],
	['self.__POSTIL_FILES__;self.__POSTIL_FILES__', 2]
])('a worker with another number of places is refused: %j', (worker, times) => {
	const dir = build({ 'service-worker.js': worker });
	expect(() => writePrecacheList(dir)).toThrow(`once, but holds it ${times} times`);
});

function build(files: Record<string, string>): string {
	const dir = mkdtempSync(join(tmpdir(), 'postil-'));
	for (const [file, content] of Object.entries(files)) {
		mkdirSync(dirname(join(dir, file)), { recursive: true });
		writeFileSync(join(dir, file), content);
	}
	return dir;
}
