/** Reads a backup: a set of annotations, and under `x-postil` everything else that a reader has. */
import type { FileContent } from '../file-content';
import { isObject } from '../json';
import { POSTIL_KEY } from '../postil-data';
import type { ReadResult } from '../read-result';
import { readWebAnnotations } from '../web-annotation/read';

/** Whether a file is a backup, and no export of single annotations. */
export function isBackup({ json }: FileContent): boolean {
	const data = isObject(json) ? json[POSTIL_KEY] : null;
	return isObject(data) && data.holds === 'backup';
}

/** @throws FileError when it is no set of annotations, or has more of them than are ever read */
export function readBackup(file: FileContent): ReadResult {
	return readWebAnnotations(file);
}
