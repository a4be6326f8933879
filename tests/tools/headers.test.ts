import { expect, test } from 'vitest';
import { headersFile } from '../../src/tools/write-headers.js';
import { basePathOf, headersFor, readRules } from '../../src/tools/read-headers.js';

test.each(['', '/book'])('every file under %j gets its headers once', (base) => {
	const rules = readRules(headersFile(base));
	expect(basePathOf(rules)).toBe(base);
	const cacheControl = (path: string) => headersFor(rules, base + path)['Cache-Control'];
	for (const page of ['/', '/my-life/', '/my-life/43-the-exile/', '/404.html']) {
		expect(cacheControl(page), page).toBe('no-cache');
	}
	expect(cacheControl('/service-worker.js')).toBe('no-cache');
	expect(cacheControl('/_app/version.json')).toBe('no-cache');
	expect(cacheControl('/_app/immutable/chunks/x.js')).toMatch(/immutable$/);
	expect(cacheControl('/_app/immutable/workers/x.js')).toMatch(/immutable$/);
});

test('workers get a whole policy, pages what their own does not say', () => {
	const rules = readRules(headersFile(''));
	const policy = (path: string) => headersFor(rules, path)['Content-Security-Policy'];
	expect(policy('/')).not.toMatch(/(default|script|style)-src/);
	expect(policy('/')).not.toContain('manifest-src'); // WebKit does not know it, and says so
	for (const worker of ['/service-worker.js', '/_app/immutable/workers/search-x.js']) {
		expect(policy(worker)).toMatch(/, default-src 'none'; connect-src 'self'; script-src 'self'$/);
	}
});

test('a picture that is opened by itself may run nothing', () => {
	const rules = readRules(headersFile('/book'));
	for (const path of ['/book/icon.svg', '/book/my-life/images/deep/map.SVG']) {
		const policies = headersFor(rules, path)['Content-Security-Policy'].split(', ');
		// Some hosts send the last of those that match, others all of them.
		expect(policies.at(-1)).toMatch(/^default-src 'none'; .*; sandbox$/);
		expect(policies.at(-1)).not.toContain('script-src');
	}
});

test('no line is longer than hosts allow', () => {
	const longest = Math.max(
		...headersFile('/book')
			.split('\n')
			.map((line) => line.length)
	);
	expect(longest).toBeLessThan(2000); // Cloudflare Pages
});

test.each([
	['/*', '/a/b', true],
	['/:a/', '/a/', true],
	['/:a/', '/a/b/', false],
	['/a.html', '/aXhtml', false],
	['/_app/*', '/_app/x/y', true],
	['/_app/*', '/app/_app/x', false]
])('the rule %j and the path %j', (rule, path, matches) => {
	const headers = headersFor(readRules(`# comment\n${rule}\n  X-Test: a: b\n`), path);
	expect(headers).toEqual(matches ? { 'X-Test': 'a: b' } : {});
});

test('a line that is neither is refused', () => {
	expect(() => readRules('/*\nno indent')).toThrow('no indent');
});
