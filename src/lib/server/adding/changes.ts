/** What a newer file of a book changes in the folder of a work, in words. */
import { Buffer } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareBlocks, describeBlocks } from '../corrections/block-changes';
import type { WorkWithChapters } from '../work';
import type { WorkFolder } from '../work-folder';
import type { WorkFiles } from './work-files';

/** Paths in the work's folder. */
export interface FileChanges {
	added: string[];
	changed: string[];
	removed: string[];
}

/** What `files` change in a work's folder. Files of the publisher's own, such as a README, are none of its. */
export function compareFiles(folder: WorkFolder, files: WorkFiles): FileChanges {
	const changes: FileChanges = { added: [], changed: [], removed: [] };
	for (const [path, bytes] of files) {
		const file = join(folder.path, path);
		if (!existsSync(file)) changes.added.push(path);
		else if (!Buffer.from(bytes).equals(readFileSync(file))) changes.changed.push(path);
	}
	const chapters = folder.chapters.map(({ slug }) => `${slug}.md`);
	changes.removed = [...chapters, ...folder.images].filter((path) => !files.has(path));
	return changes;
}

/** One line for each file; of a chapter with what happens to its blocks. */
export function describeChanges(
	{ added, changed, removed }: FileChanges,
	before: WorkWithChapters,
	after: WorkWithChapters
): string[] {
	const chapterOf = (work: WorkWithChapters, path: string) =>
		work.chapters.find(({ slug }) => `${slug}.md` === path);
	return [
		...added.map((path) => `added    ${path}`),
		...changed.map((path) => {
			const [old, now] = [chapterOf(before, path), chapterOf(after, path)];
			const said = old && now ? describeBlocks(compareBlocks(old, now)) : '';
			return `changed  ${path}${said && `  (${said})`}`;
		}),
		...removed.map((path) => `removed  ${path}`)
	];
}

/** A warning of chapters that get another address; empty without any. */
export function describeMoves(moved: readonly [before: string, now: string][]): string[] {
	if (moved.length === 0) return [];
	const which = moved.length === 1 ? 'a chapter' : `${moved.length} chapters`;
	return [
		`The address of ${which} changes, and marks that readers made there do not find it:`,
		...moved.map(([before, now]) => `  ${before} → ${now}`)
	];
}
