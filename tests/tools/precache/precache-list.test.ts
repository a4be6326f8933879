import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { PackFile } from '$lib/core/app/packs';
import { integrity } from '../../../src/tools/integrity.js';
import { addressOf } from '../../../src/tools/precache/address-of.js';
import { findPacks } from '../../../src/tools/precache/pack-lists.js';
import { precacheList, writePrecacheList } from '../../../src/tools/precache/precache-list.js';

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
			'index.html': '<link href="/_app/immutable/assets/page.css" rel="stylesheet" disabled>',
			'w/1/index.html': '<link href="/_app/immutable/assets/after.css" rel="stylesheet">',
			'w/images/map.png': 'map',
			'404.html': 'not here',
			'manifest.webmanifest': '{}',
			'_app/immutable/chunks/_x.js': 'open("sheet.css", "serif.css")',
			'_app/immutable/entry/app.js': '["sheet.css", "page.css"]',
			'_app/immutable/assets/sheet.css': 'q{}',
			'_app/immutable/assets/after.css': 'r{}',
			'_app/immutable/assets/page.css': 'p{}', // it stands in the page
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
		'_app/immutable/assets/after.css',
		'_app/immutable/assets/sheet.css',
		'_app/immutable/chunks/_x.js',
		'_app/immutable/entry/app.js',
		'manifest.webmanifest',
		'w/1/',
		'w/images/map.png'
	]);
	expect(Object.keys(list.fonts)).toEqual([
		'_app/immutable/assets/serif.css',
		'_app/immutable/assets/serif.woff2'
	]);
	expect(list.files['w/images/map.png']).toBe(integrity('map'));
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

describe('A work over a limit is a pack, with a list of its own', () => {
	// Letters that no packer makes fewer.
	const long = randomBytes(2000).toString('base64');
	const page = `<img src="../images/a%20b.png" alt=""><img loading="lazy" src="../images/c.png">${long}`;
	const files = {
		'index.html': 'shelf',
		'small/contents.json': '{}',
		'small/1/index.html': 'text',
		'large/index.html': 'contents',
		'large/contents.json': '{}',
		'large/1/index.html': page,
		'large/images/a b.png': 'picture',
		'large/images/c.png': 'picture',
		'service-worker.js': 'self.__POSTIL_FILES__'
	};

	test('the worker has its size and the hash of its list, and none of its files', () => {
		const dir = build(files);
		writePrecacheList(dir, { work: 1000, all: 9000 });
		const list = JSON.parse(readFileSync(join(dir, 'service-worker.js'), 'utf8'));
		expect(Object.keys(list.files)).toEqual(['./', 'small/1/', 'small/contents.json']);
		const text = readFileSync(join(dir, 'large/pack.json'), 'utf8');
		expect(list.packs).toEqual({
			large: { list: integrity(text), files: 5, bytes: expect.any(Number) }
		});
		const pack = JSON.parse(text) as Record<string, PackFile>;
		expect(pack['large/1/']).toEqual({
			integrity: integrity(page),
			bytes: gzipSync(page).length,
			pictures: ['large/images/a%20b.png', 'large/images/c.png']
		});
		expect(Object.keys(pack)).toEqual([
			'large/1/',
			'large/contents.json',
			'large/images/a%20b.png',
			'large/images/c.png',
			'large/'
		]);
		const bytes = Object.values(pack).map((file) => file.bytes);
		expect(list.packs.large.bytes).toBe(bytes.reduce((sum, one) => sum + one));
	});

	test('works that are small each, and too many, are packs from the largest on', () => {
		const works = Object.fromEntries(
			['a', 'b', 'c'].flatMap((work, index) => [
				[`${work}/contents.json`, ''],
				[`${work}/x.png`, 'x'.repeat(100 * (index + 1))]
			])
		);
		const empty = gzipSync('').length;
		const limits = { work: 1000, all: 300 + 2 * empty };
		expect([...findPacks(build(works), limits).keys()]).toEqual(['c']);
		expect([...findPacks(build(works), { ...limits, all: 299 }).keys()]).toEqual(['b', 'c']);
		expect([...findPacks(build(works)).keys()]).toEqual([]);
	});

	test('a corrected chapter changes the version of the whole, and a list is of one work', () => {
		const limits = { work: 1000, all: 9000 };
		const [one, other] = ['', '.'].map((more) =>
			precacheList(
				...((dir) => [dir, findPacks(dir, limits)] as const)(
					build({ ...files, 'large/1/index.html': page + more })
				)
			)
		);
		expect(one.files).toEqual(other.files);
		expect(one.version).not.toBe(other.version);
	});
});

function build(files: Record<string, string>): string {
	const dir = mkdtempSync(join(tmpdir(), 'postil-'));
	for (const [file, content] of Object.entries(files)) {
		mkdirSync(dirname(join(dir, file)), { recursive: true });
		writeFileSync(join(dir, file), content);
	}
	return dir;
}
