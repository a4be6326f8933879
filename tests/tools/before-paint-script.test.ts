import { expect, test } from 'vitest';
import { beforePaintScript } from '../../src/tools/before-paint-script.js';
import { integrity } from '../../src/tools/integrity.js';

test('the inline script is small, knows its base path, and its hash is that of its text', () => {
	const { code, hash } = beforePaintScript('/book');
	expect(code).not.toMatch(/__BASE__|<\/script|\n/);
	expect(code).toContain('postil/book:');
	expect(hash).toBe(integrity(code));
	expect(new Blob([beforePaintScript('').code]).size).toBeLessThan(1536);
});
