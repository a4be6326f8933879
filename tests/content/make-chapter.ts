import type { ImageSize } from '$lib/content/markdown/images';
import { readChapter, type ChapterContent } from '$lib/content/markdown/read-chapter';
import type { ReportFault } from '$lib/content/publishing/faults';

/** What a chapter's work has beside it. */
export interface WorkOptions {
	language?: string;
	/** Slugs of other chapters. */
	chapters?: readonly string[];
	/** Image files, by path; `null` for one that cannot be read. */
	images?: Readonly<Record<string, ImageSize | null>>;
}

/** The chapter `1-a` that `markdown` makes. Throws when it has a fault. */
export function makeChapter(markdown: string, work: WorkOptions = {}): ChapterContent {
	return read(markdown, work, (...fault) => {
		throw new Error(fault.join(' '));
	});
}

/** The faults of `markdown` in the order in which they are found, as `line  message | advice`. */
export function findFaults(markdown: string, work: WorkOptions = {}): string[] {
	const faults: string[] = [];
	read(markdown, work, (line, message, advice) => {
		faults.push(`${line ?? 'all'}  ${message} | ${advice}`);
	});
	return faults;
}

function read(
	markdown: string,
	{ language = 'en', chapters = [], images = {} }: WorkOptions,
	report: ReportFault
): ChapterContent {
	const context = {
		language,
		chapters: new Set(['1-a', ...chapters]),
		images: { paths: new Set(Object.keys(images)), sizeOf: (path: string) => images[path] }
	};
	return readChapter(markdown, context, report);
}
