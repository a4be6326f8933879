import { join } from 'node:path';
import type { ReportFault } from '$lib/content/publishing/faults';
import { canonicalLanguage, directionOf } from '$lib/content/publishing/language';
import type { Direction, Publication, Work } from '$lib/core/text/work';
import { PUBLICATION_KEYS, readPublication } from './publication';
import { readSourceFile } from './source-file';
import { WORK_FILE, type WorkFolder } from './work-folder';
import { readFields, type Field, type Keys } from './yaml-fields';

/** What that file says. */
export type WorkDescription = Omit<Work, 'slug' | 'chapters'>;

const KEYS: Keys<Exclude<keyof WorkDescription, 'publication'> | keyof Publication> = {
	title: 'required',
	author: 'required',
	language: 'required',
	dir: 'optional',
	source: 'required',
	rights: 'required',
	cover: 'optional',
	...PUBLICATION_KEYS
};

/** Reads the file of a work's folder; with faults reported, what is not known is empty. */
export function readWorkFile(folder: WorkFolder, report: ReportFault): WorkDescription {
	const { path, hasWorkFile: exists } = folder;
	if (!exists)
		report(null, 'is missing', 'Write one with title, author, language, source and rights.');
	const yaml = exists ? readSourceFile(join(path, WORK_FILE), report) : null;
	const fields = yaml === null ? {} : readFields(yaml, KEYS, 1, report);
	const language = readLanguage(fields.language, report);
	const publication = readPublication(fields, report);
	return {
		title: fields.title?.value ?? '',
		author: fields.author?.value ?? '',
		language,
		dir: readDirection(fields.dir, report) ?? directionOf(language),
		source: fields.source?.value ?? '',
		rights: fields.rights?.value ?? '',
		...readCover(fields.cover, folder, report),
		...(publication && { publication })
	};
}

/** The cover; nothing when the file names none, or one that is not there. */
function readCover(
	field: Field | undefined,
	{ images }: WorkFolder,
	report: ReportFault
): { cover?: string } {
	if (!field?.value) return {};
	if (images.has(field.value)) return { cover: field.value };
	report(
		field.line,
		`there is no image ${field.value}`,
		'Write its path from the work’s folder: images/cover.jpg.'
	);
	return {};
}

/** The language tag; `und`, undetermined, stands in for one that is missing or was reported. */
function readLanguage(field: Field | undefined, report: ReportFault): string {
	if (!field?.value) return 'und';
	const language = canonicalLanguage(field.value);
	if (language === null)
		report(
			field.line,
			`“${field.value}” is not a language tag`,
			'Write its code, such as en, en-GB, he, zh-Hant (BCP 47), not its name.'
		);
	return language ?? 'und';
}

/** The direction that the file names; `null` when it names none, or none that there is. */
function readDirection(field: Field | undefined, report: ReportFault): Direction | null {
	if (!field?.value) return null;
	if (field.value === 'ltr' || field.value === 'rtl') return field.value;
	report(
		field.line,
		`“${field.value}” is not a direction`,
		'Write ltr or rtl, or leave the line out: the language tells it.'
	);
	return null;
}
