/** A file of any kind becomes a book. */
import { isPassiveSvg } from '../publishing/check-svg';
import type { Book } from './book';
import { openMarkdown } from './markdown-file/open-markdown';
import { openFile, type OpenOptions } from './open-file';

export type { OpenOptions };

/** The book in a file; `name` is the file's. Throws a `BookError` when it is none that can be read. */
export function openBook(bytes: Uint8Array, name: string, options: OpenOptions = {}): Book {
	return openFile(bytes, name, options, { openMarkdown, isPassiveSvg });
}
