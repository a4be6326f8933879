/** A build with other packs than the one it is copied from, or with other files: no build is made for it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePrecacheList, PLACEHOLDER } from '../../src/tools/precache/precache-list.js';
import { buildDir, type BuildName } from './builds';

/** Bytes; works over it are packs. */
const LIMIT = 30_000;

interface Derived {
	dir: string;
	remove: () => void;
}

/**
 * Copies a build, changes files of it, and writes its lists again, as if a work over `LIMIT` were large.
 *
 * @param edits what becomes of a file's text, by its path
 */
export function deriveBuild(
	name: BuildName,
	edits: Record<string, (text: string) => string> = {}
): Derived {
	const dir = mkdtempSync(join(tmpdir(), 'postil-build-'));
	cpSync(buildDir(name), dir, { recursive: true });
	const edit = (file: string, by: (text: string) => string) =>
		writeFileSync(join(dir, file), by(readFileSync(join(dir, file), 'utf8')));
	for (const [file, by] of Object.entries(edits)) edit(file, by);
	edit('service-worker.js', (worker) => worker.replace(LIST, PLACEHOLDER));
	writePrecacheList(dir, { work: LIMIT, all: 5_000_000 });
	return { dir, remove: () => rmSync(dir, { recursive: true }) };
}

/** The list in a built worker. */
const LIST = /\{"version":"[^"]+","files":\{.*?\},"fonts":\{.*?\},"packs":\{.*?\}\}(?=[;,)])/s;
