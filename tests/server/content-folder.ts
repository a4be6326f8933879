import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Chapter } from '$lib/server/chapter-file';
import { ContentError } from '$lib/content/publishing/faults';
import { readLibrary } from '$lib/server/library';

/** Files of a content folder, by path; `null` takes a default one away. */
export type Files = Record<string, string | Uint8Array | null>;

const WORK = 'title: A Work\nauthor: Someone\nlanguage: en\nsource: A test.\nrights: None.\n';

/** A whole work, `w`, of one chapter, to which a case adds what it is about. */
const DEFAULTS: Files = {
	'w/work.yaml': WORK,
	'w/1-a.md': chapterFile('Some words.')
};

/** A chapter's file; its Markdown begins in line 4. */
export function chapterFile(markdown: string): string {
	return `---\ntitle: A Chapter\n---\n${markdown}\n`;
}

/** Writes `files` over the default work into a folder that goes when the test ends. */
export function writeContent(files: Files = {}): string {
	const folder = mkdtempSync(join(tmpdir(), 'postil-content-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	for (const [path, content] of Object.entries({ ...DEFAULTS, ...files })) {
		if (content === null) continue;
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), content);
	}
	return folder;
}

/** The chapter that `markdown` makes, with other `files` beside it. */
export function makeChapter(markdown: string, files: Files = {}): Chapter {
	const library = readLibrary(writeContent({ ...files, 'w/1-a.md': chapterFile(markdown) }));
	return library.works[0].chapters[0];
}

/** The faults of `files` as `file:line  message | advice`; empty when they can be published. */
export function findFaults(files: Files): string[] {
	const folder = writeContent(files);
	try {
		readLibrary(folder);
		return [];
	} catch (error) {
		if (!(error instanceof ContentError)) throw error;
		return error.faults.map(({ file, line, message, advice }) => {
			const where = line === null ? file : `${file}:${line}`;
			return `${where.replace(`${folder}/`, '')}  ${message} | ${advice}`;
		});
	}
}
