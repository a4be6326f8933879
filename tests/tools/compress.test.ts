import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compress } from '../../src/tools/compress.js';

test('what is compressed is stored in a folder, where another process finds it', async () => {
	const folder = join(mkdtempSync(join(tmpdir(), 'postil-')), 'compressed');
	const body = await compress(Buffer.from('a text'), 'br', 'made-here', folder);
	expect(brotliDecompressSync(body).toString()).toBe('a text');
	expect(readdirSync(folder)).toEqual(['made-here.br']);

	writeFileSync(join(folder, 'made-there.br'), 'by another');
	const found = await compress(Buffer.from('a text'), 'br', 'made-there', folder);
	expect(found.toString()).toBe('by another');
});
