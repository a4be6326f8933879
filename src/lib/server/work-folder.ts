import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { reportTo, type Fault, type Report } from '$lib/content/faults';
import { isSlug, toSlug } from './slugs';

/** What a work's folder holds, by what each file is for. */
export interface WorkFolder {
	path: string;
	/** In reading order. */
	chapters: ChapterFile[];
	/** Paths relative to the folder, with `/`. */
	images: Set<string>;
	hasWorkFile: boolean;
}

/** A chapter's file; its name is its slug, and begins with its number. */
export interface ChapterFile {
	slug: string;
	path: string;
}

/** A folder's file that describes its work. */
export const WORK_FILE = 'work.yaml';

const IMAGE = /\.(png|jpe?g|gif|webp|svg)$/i;

/** Whether a file is left where it is and not looked at: the system's own (`.DS_Store`), a README. */
export function isIgnoredFile(name: string): boolean {
	return name.startsWith('.') || /^(readme\.md|thumbs\.db|desktop\.ini)$/i.test(name);
}

/** Sorts a work's files; adds to `faults` those that are out of place or wrongly named. */
export function openWorkFolder(path: string, faults: Fault[]): WorkFolder {
	const folder: WorkFolder = { path, chapters: [], images: new Set(), hasWorkFile: false };
	const numbers = new Map<number, string>();
	for (const file of listFiles(path)) {
		const report = reportTo(faults, join(path, file));
		if (file === WORK_FILE) folder.hasWorkFile = true;
		else if (IMAGE.test(file)) folder.images.add(file);
		else if (file.includes('/') || !file.endsWith('.md'))
			report(null, 'is neither a chapter nor an image', adviceForFile(file));
		else if (checkChapterName(file, report)) {
			const chapter = { slug: file.slice(0, -'.md'.length), path: join(path, file) };
			const twin = numbers.get(orderOf(chapter));
			if (twin) report(null, `has the same number as ${twin}`, 'Give one of them another.');
			numbers.set(orderOf(chapter), file);
			folder.chapters.push(chapter);
		}
	}
	folder.chapters.sort((a, b) => orderOf(a) - orderOf(b));
	return folder;
}

/** Whether a file's name can be a chapter's; reported when not. */
function checkChapterName(file: string, report: Report): boolean {
	const name = file.slice(0, -'.md'.length);
	const hasNumber = /^\d+(-|$)/.test(name);
	if (hasNumber && isSlug(name)) return true;
	const better = toSlug(name).replace(/^(?!\d)/, '1-');
	report(
		null,
		isSlug(name) ? 'has no number to order it by' : 'has a name that cannot be part of an address',
		`Use a number, lowercase letters, digits and hyphens: ${better}.md.`
	);
	return false;
}

/** All files in a folder and below, as sorted paths relative to it, with `/`. */
function listFiles(path: string): string[] {
	return readdirSync(path, { recursive: true, withFileTypes: true })
		.filter((entry) => !entry.isDirectory() && !isIgnoredFile(entry.name))
		.map((entry) => join(entry.parentPath, entry.name).slice(join(path, '/').length))
		.map((file) => file.replaceAll('\\', '/'))
		.sort();
}

function orderOf({ slug }: ChapterFile): number {
	return Number.parseInt(slug, 10);
}

function adviceForFile(file: string): string {
	if (file.endsWith('.md')) return `Move it up: ${basename(file)} beside ${WORK_FILE}.`;
	if (/\.(markdown|mdown|txt)$/i.test(file)) return 'A chapter’s file name ends in .md.';
	if (/\.ya?ml$/i.test(file)) return `The file about the work is called ${WORK_FILE}.`;
	return 'Images are PNG, JPEG, GIF, WebP or SVG; keep other files outside of content.';
}
