import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { reportTo, type Fault } from '$lib/content/faults';
import { isSlug, RESERVED_SLUGS, toSlug } from './slugs';
import { isIgnoredFile } from './work-folder';

/**
 * The names, sorted, of the folders in `folder` that can be works; they become
 * the works' slugs. Adds to `faults` what stands there and cannot.
 */
export function findWorkFolders(folder: string, faults: Fault[]): string[] {
	const report = reportTo(faults, folder);
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

function checkEntry(name: string, isFolder: boolean, folder: string, faults: Fault[]): boolean {
	const report = reportTo(faults, join(folder, name));
	if (isFolder && isSlug(name) && !RESERVED_SLUGS.includes(name)) return true;
	if (!isFolder)
		report(null, 'belongs to no work', 'Put it into the folder of one, or outside of content.');
	else if (RESERVED_SLUGS.includes(name))
		report(null, 'has the name of one of Postil’s own pages', 'Give the folder another name.');
	else
		report(
			null,
			'has a name that cannot be part of an address',
			`Use lowercase letters, digits and hyphens: ${toSlug(name) || 'my-life'}.`
		);
	return false;
}

/** A text that is another whenever a file in `folder` is added, removed, renamed or written. */
export function stampOf(folder: string): string {
	if (!existsSync(folder)) return folder;
	const stamps = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => {
		// Absent: an editor's lock file, a link to nowhere.
		const file = statSync(join(folder, path), { throwIfNoEntry: false });
		return `${path} ${file?.mtimeMs} ${file?.size}`;
	});
	return [folder, ...stamps].join('\n');
}
