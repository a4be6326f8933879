import { readFileSync } from 'node:fs';
import type { ReportFault } from '$lib/content/publishing/faults';
import { decodeSource } from '$lib/content/publishing/source-text';

/** The text of the file at `path`; reports what is wrong with its bytes, and gives `null` when they are no text. */
export function readSourceFile(path: string, report: ReportFault): string | null {
	return decodeSource(readFileSync(path), report);
}
