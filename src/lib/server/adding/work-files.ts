/** A book becomes the files of a work's folder. */
import { stringify } from 'yaml';
import type { Book, BookChapter } from '$lib/content/books/book';
import { findDifference } from '$lib/content/markdown/reads-back';
import { writeMarkdown } from '$lib/content/markdown/write-markdown';
import { DEEPEST_LEVEL } from '../front-matter';
import { WORK_FILE } from '../work-folder';
import { AddError } from './add-error';
import { writeWorkFile } from './work-description';

/** The bytes of files, by their paths in the work's folder. */
export type WorkFiles = Map<string, Uint8Array>;

const encoder = new TextEncoder();

/**
 * The files of a book. Throws an `AddError` when a chapter, read again as it was written, would not be
 * the same tree with the same text and blocks.
 */
export function filesOf(book: Book): WorkFiles {
	const files: WorkFiles = new Map();
	files.set(WORK_FILE, encoder.encode(writeWorkFile(book)));
	for (const chapter of book.chapters)
		files.set(`${chapter.slug}.md`, encoder.encode(writeChapter(chapter, book.language)));
	for (const [path, bytes] of book.images) files.set(path, bytes);
	return files;
}

function writeChapter({ title, level, tree }: BookChapter, language: string): string {
	const markdown = writeMarkdown(tree);
	const difference = findDifference(tree, markdown, language);
	if (difference !== null)
		throw new AddError(
			`The chapter “${title}” has a form that cannot be written: read again, it has another ${difference}. Please report it, with the file.`
		);
	const frontMatter = { title, ...(level > 1 && { level: Math.min(level, DEEPEST_LEVEL) }) };
	return `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n${markdown}`;
}
