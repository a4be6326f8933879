import { join } from 'node:path';
import type { Work } from '$lib/core/text/work';
import { readChapter, type Chapter } from './chapter';
import { reportTo, type Fault, type Report } from '$lib/content/faults';
import { canonicalLanguage, directionOf } from '$lib/content/language';
import { readSource } from './source-text';
import { openWorkFolder, WORK_FILE } from './work-folder';
import { readFields, type Field, type Keys } from './yaml-fields';

/** A work with its chapters' texts. */
export interface WorkWithChapters extends Omit<Work, 'chapters'> {
	/** In reading order. */
	chapters: Chapter[];
}

type Key = 'title' | 'author' | 'language' | 'dir' | 'source' | 'rights';

const KEYS: Keys<Key> = {
	title: 'required',
	author: 'required',
	language: 'required',
	dir: 'optional',
	source: 'required',
	rights: 'required'
};

/** Reads the work in folder `path` and adds to `faults` what is wrong with it. */
export function readWork(path: string, slug: string, faults: Fault[]): WorkWithChapters {
	const folder = openWorkFolder(path, faults);
	if (folder.chapters.length === 0)
		reportTo(faults, path)(
			null,
			'has no chapters',
			'Put its first chapter in it, in a file with a name like 1-beginning.md.'
		);
	const about = readWorkFile(path, folder.hasWorkFile, reportTo(faults, join(path, WORK_FILE)));
	const setting = {
		language: about.language,
		chapters: new Set(folder.chapters.map((chapter) => chapter.slug)),
		images: { folder: path, files: folder.images }
	};
	const chapters = folder.chapters.flatMap((file) => {
		const report = reportTo(faults, file.path);
		const source = readSource(file.path, report);
		return source === null ? [] : [readChapter(file.slug, source, setting, report)];
	});
	checkNumbers(chapters, path, faults);
	return { slug, ...about, chapters };
}

/** Reports, in each of their files, chapters that say they bear one number. */
function checkNumbers(chapters: readonly Chapter[], path: string, faults: Fault[]): void {
	for (const { slug, number, numberLine } of chapters) {
		const twin = chapters.find((other) => other.slug !== slug && other.number === number);
		if (number === null || !twin) continue;
		reportTo(faults, join(path, `${slug}.md`))(
			numberLine,
			`bears the number of ${twin.slug}.md, “${number}”`,
			'Give one of them another, or take the line out.'
		);
	}
}

function readWorkFile(
	path: string,
	exists: boolean,
	report: Report
): Omit<WorkWithChapters, 'slug' | 'chapters'> {
	if (!exists)
		report(null, 'is missing', 'Write one with title, author, language, source and rights.');
	const yaml = exists ? readSource(join(path, WORK_FILE), report) : null;
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

/** `und`, undetermined, stands in for a language that is missing or was reported. */
function readLanguage(field: Field | undefined, report: Report): string {
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

function readDirection(field: Field | undefined, report: Report): 'ltr' | 'rtl' | null {
	if (!field?.value) return null;
	if (field.value === 'ltr' || field.value === 'rtl') return field.value;
	report(
		field.line,
		`“${field.value}” is not a direction`,
		'Write ltr or rtl, or leave the line out: the language tells it.'
	);
	return null;
}
