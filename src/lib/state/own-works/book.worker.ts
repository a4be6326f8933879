/** Opens books off the main thread. It opens no database: the page commits. */
import { BookReader } from '$lib/content/books/book-reader';
import { openFile, type OpenMarkdown } from '$lib/content/books/open-file';
import { answerTasks, MarkdownFound } from './answer-tasks';

/** Loaded for files in Markdown alone: it is as large as all the rest. */
let openMarkdown: OpenMarkdown = () => {
	throw new MarkdownFound();
};

async function loadMarkdown(): Promise<void> {
	({ openMarkdown } = await import('$lib/content/books/markdown-file/open-markdown'));
}

const reader = new BookReader((bytes, name, options) =>
	openFile(bytes, name, options, (text, title) => openMarkdown(text, title))
);
answerTasks(self, reader, loadMarkdown);
