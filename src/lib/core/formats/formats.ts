/**
 * The table of formats: how a file of each is known, read and written. A format is a folder beside
 * this file, a row here, and its names in format-names.ts; the compiler asks for what the names promise.
 */
import type { Annotation } from '../annotation/annotation';
import { toAnki } from './anki/write';
import { isBackup, readBackup } from './backup/read';
import { toBackup } from './backup/write';
import type { ExportContext } from './export-context';
import type { FileContent } from './file-content';
import type { FormatId, ReadableFormat, WritableFormat } from './format-names';
import { isHypothesis, readHypothesis } from './hypothesis/read';
import { toHypothesis } from './hypothesis/write';
import { isKindle, readKindle } from './kindle/read';
import { toKindle } from './kindle/write';
import { toMarkdown } from './markdown/write';
import { toPlainText } from './plain-text/write';
import type { ReadResult } from './read-result';
import { isReadwise, readReadwise } from './readwise/read';
import { toReadwise } from './readwise/write';
import { isRescue, readRescue } from './rescue/read';
import { isStudyPacket, readStudyPacket } from './study-packet/read';
import { toStudyPacket } from './study-packet/write';
import { hasPostilData, isJson, readWebAnnotations } from './web-annotation/read';
import { toWebAnnotations } from './web-annotation/write';

/** A format that is read. Both throw a FileError for a file that is damaged as a whole. */
export interface FormatReader {
	/** Whether a file is of this format; asked of one format after the other, in the order of the table. */
	detect(file: FileContent): boolean;
	/** What a file holds of which `detect` said yes. */
	read(file: FileContent): ReadResult;
}

/** A format that is written. */
export interface FormatWriter {
	/** A file's text; the same for the same annotations in whatever order, and the same context. */
	write(annotations: readonly Annotation[], context: ExportContext): string;
}

type FormatTable = {
	[Id in FormatId]: (Id extends ReadableFormat ? FormatReader : object) &
		(Id extends WritableFormat ? FormatWriter : object);
};

export const FORMATS = {
	// Before all JSON, since the title of a book may begin as JSON does.
	kindle: { detect: isKindle, read: readKindle, write: toKindle },
	rescue: { detect: isRescue, read: readRescue },
	hypothesis: { detect: isHypothesis, read: readHypothesis, write: toHypothesis },
	backup: { detect: isBackup, read: readBackup, write: toBackup },
	postil: { detect: hasPostilData, read: readWebAnnotations, write: toWebAnnotations },
	// Behind all other JSON: annotations come in many shapes, and only reading tells.
	'web-annotation': { detect: isJson, read: readWebAnnotations },
	'study-packet': { detect: isStudyPacket, read: readStudyPacket, write: toStudyPacket },
	readwise: { detect: isReadwise, read: readReadwise, write: toReadwise },
	markdown: { write: toMarkdown },
	'plain-text': { write: toPlainText },
	anki: { write: toAnki }
} satisfies FormatTable;
