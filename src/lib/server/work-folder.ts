import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
	chapterOrder,
	chapterSlug,
	isChapterFile,
	isSlug,
	suggestSlug
} from '$lib/content/publishing/addresses';
import { faultReporter, type ContentFault, type ReportFault } from '$lib/content/publishing/faults';

/** The name of the file in a work's folder that says what the work is. */
export const WORK_FILE = 'work.yaml';

/** What a work's folder holds, by what each file is for. */
export interface WorkFolder {
	path: string;
	/** In reading order. */
	chapters: ChapterFile[];
	/** Paths relative to the folder, with `/`. */
	images: Set<string>;
	hasWorkFile: boolean;
}

export interface ChapterFile {
	slug: string;
	path: string;
}

const IMAGE = /\.(png|jpe?g|gif|webp|svg)$/i;

/** Whether a file is left alone where it is: the system's own (`.DS_Store`), a README. */
export function isIgnoredFile(name: string): boolean {
	return name.startsWith('.') || /^(readme\.md|thumbs\.db|desktop\.ini)$/i.test(name);
}

/** Sorts the files of a work's folder; adds to `faults` those that are out of place or wrongly named. */
export function openWorkFolder(path: string, faults: ContentFault[]): WorkFolder {
	const folder: WorkFolder = { path, chapters: [], images: new Set(), hasWorkFile: false };
	const files = new Map<number, string>(); // of chapters, by their numbers
	for (const file of listFiles(path)) {
		const report = faultReporter(faults, join(path, file));
		if (file === WORK_FILE) folder.hasWorkFile = true;
		else if (IMAGE.test(file)) folder.images.add(file);
		else if (file.includes('/') || !isChapterFile(file))
			report(null, 'is neither a chapter nor an image', adviceForFile(file));
		else if (checkChapterName(file, report)) {
			const chapter = { slug: chapterSlug(file), path: join(path, file) };
			const twin = files.get(orderOf(chapter));
			if (twin) report(null, `has the same number as ${twin}`, 'Give one of them another.');
			files.set(orderOf(chapter), file);
			folder.chapters.push(chapter);
		}
	}
	folder.chapters.sort((a, b) => orderOf(a) - orderOf(b));
	return folder;
}

/** The number of a chapter whose name was checked. */
function orderOf({ slug }: ChapterFile): number {
	return chapterOrder(slug)!;
}

/** Whether a file's name can be a chapter's; reported when not. */
function checkChapterName(file: string, report: ReportFault): boolean {
	const slug = chapterSlug(file);
	if (isSlug(slug) && chapterOrder(slug) !== null) return true;
	const better = suggestSlug(slug).replace(/^(?!\d)/, '1-');
	report(
		null,
		isSlug(slug) ? 'has no number to order it by' : 'has a name that cannot be part of an address',
		`Use a number, lowercase letters, digits and hyphens: ${better}.md.`
	);
	return false;
}

/** All files in a folder and below it, as sorted paths relative to it, with `/`. */
function listFiles(path: string): string[] {
	return readdirSync(path, { recursive: true, withFileTypes: true })
		.filter((entry) => !entry.isDirectory() && !isIgnoredFile(entry.name))
		.map((entry) => join(entry.parentPath, entry.name).slice(join(path, '/').length))
		.map((file) => file.replaceAll('\\', '/'))
		.sort();
}

function adviceForFile(file: string): string {
	if (isChapterFile(file)) return `Move it up: ${basename(file)} beside ${WORK_FILE}.`;
	if (/\.(markdown|mdown|txt)$/i.test(file)) return 'A chapter’s file name ends in .md.';
	if (/\.ya?ml$/i.test(file)) return `The file about the work is called ${WORK_FILE}.`;
	return 'Images are PNG, JPEG, GIF, WebP or SVG; keep other files outside of content.';
}
