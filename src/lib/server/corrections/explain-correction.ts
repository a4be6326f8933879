import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError, type ContentFault } from '$lib/content/publishing/faults';
import { readWork } from '../work';
import { CorrectionError } from './correction-error';
import { describeCorrection } from './describe-correction';
import { readPublished, type WorkAddress } from './published-work';

/**
 * What the work's files, as they are now, would do to the text that is published, line by line. `from`
 * is a commit or a folder. Throws a `CorrectionError`, or a `ContentError` with the faults in the files.
 */
export function explainCorrection({ folder, slug }: WorkAddress, from = 'HEAD'): string[] {
	const path = join(folder, slug);
	if (!existsSync(path)) throw new CorrectionError(`There is no work ${path}.`);
	const before = readPublished({ folder, slug }, from);
	const faults: ContentFault[] = [];
	const after = readWork(path, slug, faults);
	if (faults.length > 0) throw new ContentError(faults);
	return describeCorrection(before, after);
}
