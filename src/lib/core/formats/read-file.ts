/** What a file that a reader gave us holds, whoever made it, known by its content and not by its name. */
import { FileContent } from './file-content';
import { FileError } from './file-error';
import type { ReadableFormat } from './format-names';
import { FORMATS, type FormatReader } from './formats';
import type { ReadResult } from './read-result';

/** What a file of a known format holds. */
export interface ReadFile extends ReadResult {
	format: ReadableFormat;
}

const READERS = Object.entries<object>(FORMATS).filter(
	(row): row is [ReadableFormat, FormatReader] => 'read' in row[1]
);

/**
 * Reads a file of any format that is read. What in it is not understood is listed under `refused`;
 * nothing is lost silently.
 *
 * @throws FileError when the file as a whole is of no such format, damaged, or beyond the limits
 */
export function readFile(bytes: Uint8Array): ReadFile {
	const file = new FileContent(bytes);
	for (const [format, { detect, read }] of READERS) {
		if (detect(file)) return { ...read(file), format };
	}
	throw new FileError(file.text.trim() === '' ? 'empty' : 'unknown-format');
}
