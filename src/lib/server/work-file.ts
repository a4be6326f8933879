import { join } from 'node:path';
import type { ReportFault } from '$lib/content/publishing/faults';
import { canonicalLanguage, directionOf } from '$lib/content/publishing/language';
import type { Direction, Work } from '$lib/core/text/work';
import { readSourceFile } from './source-file';
import { readFields, type Field, type Keys } from './yaml-fields';

/** The name of the file in a work's folder that says what the work is. */
export const WORK_FILE = 'work.yaml';

/** What that file says. */
export type WorkDescription = Omit<Work, 'slug' | 'chapters'>;

const KEYS: Keys<keyof WorkDescription> = {
	title: 'required',
	author: 'required',
	language: 'required',
	dir: 'optional',
	source: 'required',
	rights: 'required'
};

/** Reads the file in the work's folder at `path`; with faults reported, what is not known is empty. */
export function readWorkFile(path: string, exists: boolean, report: ReportFault): WorkDescription {
	if (!exists)
		report(null, 'is missing', 'Write one with title, author, language, source and rights.');
	const yaml = exists ? readSourceFile(join(path, WORK_FILE), report) : null;
	const fields = yaml === null ? {} : readFields(yaml, KEYS, 1, report);
	const language = readLanguage(fields.language, report);
	return {
		title: fields.title?.value ?? '',
		author: fields.author?.value ?? '',
		language,
		dir: readDirection(fields.dir, report) ?? directionOf(language),
		source: fields.source?.value ?? '',
		rights: fields.rights?.value ?? ''
	};
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
