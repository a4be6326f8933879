import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isReservedSlug, isSlug, suggestSlug } from '$lib/content/publishing/addresses';
import { faultReporter, type ContentFault } from '$lib/content/publishing/faults';
import { isIgnoredFile } from './work-folder';

/**
 * The names, sorted, of the folders in `folder` that can be works; they are the
 * works' slugs. Adds to `faults` everything else that stands there.
 */
export function findWorkFolders(folder: string, faults: ContentFault[]): string[] {
	const report = faultReporter(faults, folder);
	if (!existsSync(folder)) {
		report(null, 'is missing', 'Put each work into a folder of its own in it.');
		return [];
	}
	const entries = readdirSync(folder, { withFileTypes: true }).filter(
		({ name }) => !isIgnoredFile(name)
	);
	if (entries.length === 0)
		report(null, 'holds no work', 'Put each work into a folder of its own in it.');
	return entries
		.filter((entry) => checkEntry(entry.name, entry.isDirectory(), folder, faults))
		.map(({ name }) => name)
		.sort();
}

/** Whether a file or folder can be a work; reported when not. */
function checkEntry(
	name: string,
	isFolder: boolean,
	folder: string,
	faults: ContentFault[]
): boolean {
	const report = faultReporter(faults, join(folder, name));
	if (isFolder && isSlug(name) && !isReservedSlug(name)) return true;
	if (!isFolder)
		report(null, 'belongs to no work', 'Put it into the folder of one, or outside of content.');
	else if (isReservedSlug(name))
		report(null, 'has the name of one of Postil’s own pages', 'Give the folder another name.');
	else
		report(
			null,
			'has a name that cannot be part of an address',
			`Use lowercase letters, digits and hyphens: ${suggestSlug(name) || 'my-life'}.`
		);
	return false;
}

/** A text that changes whenever a file in `folder` is added, removed, renamed or written. */
export function stampOf(folder: string): string {
	if (!existsSync(folder)) return folder;
	const stamps = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => {
		// Absent when it is a link to nowhere, such as an editor's lock file.
		const file = statSync(join(folder, path), { throwIfNoEntry: false });
		return `${path} ${file?.mtimeMs} ${file?.size}`;
	});
	return [folder, ...stamps].join('\n');
}
