import { expect, test } from 'vitest';
import { beforePaint } from '../../src/tools/before-paint.js';
import { integrity } from '../../src/tools/files.js';

test('the inline script is small, knows its base path, and its hash is that of its text', () => {
	const { code, hash } = beforePaint('/book');
	expect(code).not.toMatch(/__BASE__|<\/script|\n/);
	expect(code).toContain('postil/book:');
	expect(hash).toBe(integrity(code));
	expect(new Blob([beforePaint('').code]).size).toBeLessThan(1024);
});
