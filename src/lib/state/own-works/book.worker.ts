/** Opens books off the main thread. It opens no database: the page commits. */
import { BookReader } from '$lib/content/books/book-reader';
import { openFile, type RareReaders } from '$lib/content/books/open-file';
import { answerTasks, RarePartNeeded, type RarePart } from './answer-tasks';

// Loaded for the files that need them: what reads Markdown is as large as all the rest.
const readers: RareReaders = {
	openMarkdown: () => needs('markdown'),
	isPassiveSvg: () => needs('svg')
};

function needs(part: RarePart): never {
	throw new RarePartNeeded(part);
}

async function load(part: RarePart): Promise<void> {
	if (part === 'markdown')
		Object.assign(readers, await import('$lib/content/books/markdown-file/open-markdown'));
	else Object.assign(readers, await import('$lib/content/publishing/check-svg'));
}

const reader = new BookReader((bytes, name, options) => openFile(bytes, name, options, readers));
answerTasks(self, reader, load);
