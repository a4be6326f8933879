import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../../src/tools/list-files.js';

test('files are listed with their folders, in one order everywhere', () => {
	const dir = mkdtempSync(join(tmpdir(), 'postil-'));
	mkdirSync(join(dir, 'src/b'), { recursive: true });
	writeFileSync(join(dir, 'src/b/z.ts'), 'z');
	writeFileSync(join(dir, 'src/a.ts'), 'a');
	expect(listFiles(dir)).toEqual(['src/a.ts', 'src/b/z.ts']);
});
