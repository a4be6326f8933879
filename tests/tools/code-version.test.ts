import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeVersion } from '../../src/tools/code-version.js';

test('the version of the code changes with a file, a name and the base path, and else not', () => {
	const dir = mkdtempSync(join(tmpdir(), 'postil-'));
	writeFileSync(join(dir, 'a.ts'), 'a');
	const version = (base = '') => codeVersion([`${dir}/`], base);
	const first = version();
	expect(version()).toBe(first);
	expect(version('/book')).not.toBe(first);
	writeFileSync(join(dir, 'a.ts'), 'b');
	const second = version();
	expect(second).not.toBe(first);
	writeFileSync(join(dir, 'c.ts'), '');
	expect(version()).not.toBe(second);
});
