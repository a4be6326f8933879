/** Reads a file of a format that is not known yet: the content tells it, and not the name of the file. */
import { FileContent } from './file-content';
import { FileError } from './file-error';
import type { ReadableFormat } from './format-names';
import { FORMATS, type FormatReader } from './formats';
import type { ReadResult } from './read-result';

/** What a file holds, and its format. */
export interface ReadFile extends ReadResult {
	format: ReadableFormat;
}

const READERS = Object.entries<object>(FORMATS).filter(
	(row): row is [ReadableFormat, FormatReader] => 'read' in row[1]
);

/**
 * Reads a file of any format that the table has a reader for. What of it is not understood is listed
 * under `refused`, so that nothing is lost in silence.
 *
 * @throws FileError when the file as a whole is of no such format, is damaged, or is beyond the limits
 */
export function readFile(bytes: Uint8Array): ReadFile {
	const file = new FileContent(bytes);
	for (const [format, { detect, read }] of READERS) {
		if (detect(file)) return { ...read(file), format };
	}
	throw new FileError(file.text.trim() === '' ? 'empty' : 'unknown-format');
}
