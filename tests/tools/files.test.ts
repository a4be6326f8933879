import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { codeVersion, integrity, listFiles } from '../../src/tools/files.js';

let dir: string;

beforeEach(() => {
	dir = mkdtempSync(join(tmpdir(), 'postil-'));
	mkdirSync(join(dir, 'src/b'), { recursive: true });
	writeFileSync(join(dir, 'src/b/z.ts'), 'z');
	writeFileSync(join(dir, 'src/a.ts'), 'a');
});

test('files are listed with their folders, in one order everywhere', () => {
	expect(listFiles(dir)).toEqual(['src/a.ts', 'src/b/z.ts']);
});

test('a hash is written as integrity and policies want it', () => {
	expect(integrity('')).toBe('sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
});

test('the version of the code changes with a file, a name and the base path, and else not', () => {
	const version = (base = '') => codeVersion([`${dir}/src/`], base);
	const first = version();
	expect(version()).toBe(first);
	expect(version('/book')).not.toBe(first);
	writeFileSync(join(dir, 'src/a.ts'), 'b');
	const second = version();
	expect(second).not.toBe(first);
	writeFileSync(join(dir, 'src/c.ts'), '');
	expect(version()).not.toBe(second);
});
