/** What was written of a book, read as the build reads it, has to be the book. */
import { dirname } from 'node:path';
import type { Book } from '$lib/content/books/book';
import { textOfTree } from '$lib/content/markdown/text-of-tree';
import { ContentError, type ContentFault } from '$lib/content/publishing/faults';
import { checkPageLinks } from '../check-page-links';
import { DEEPEST_LEVEL } from '../front-matter';
import { readWork, type WorkWithChapters } from '../work';
import { AddError } from './add-error';

/**
 * The work in the folder at `path`. Throws an `AddError` when the build would find a fault in it, or a
 * chapter whose text, blocks or edition is not that of the book.
 */
export function checkWritten(path: string, book: Book): WorkWithChapters {
	const faults: ContentFault[] = [];
	const work = readWork(path, WRITTEN, faults);
	checkPageLinks([work], dirname(path), faults);
	if (faults.length > 0)
		throw new AddError(
			`The build would not take what is made of this book. Please report it, with the file.\n${new ContentError(faults).message}`
		);
	book.chapters.forEach(({ title, level, tree }, index) => {
		const { text, blocks, edition, level: readLevel = 1 } = work.chapters[index];
		const meant = textOfTree(tree, book.language);
		if (
			text !== meant.text ||
			edition !== meant.edition ||
			readLevel !== Math.min(level, DEEPEST_LEVEL) ||
			JSON.stringify(blocks) !== JSON.stringify(meant.blocks)
		)
			throw new AddError(
				`The chapter “${title}” would not be read as it is in the file. Please report it, with the file.`
			);
	});
	return work;
}

/** Its links name no work, so that any slug will do. */
const WRITTEN = 'written';
