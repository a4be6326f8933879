import {
	readChapter,
	type ChapterContent,
	type ChapterContext
} from '$lib/content/markdown/read-chapter';
import type { ReportFault } from '$lib/content/publishing/faults';
import { minutesToRead } from '$lib/core/reading/reading-time';
import type { ChapterSummary } from '$lib/core/text/work';
import { readFrontMatter } from './front-matter';

/** A chapter as it is published: all that its reading page shows. */
export interface Chapter extends ChapterSummary, ChapterContent {
	/** The line of its file that says its number; `null` when it bears none. */
	numberLine: number | null;
}

/** Makes the chapter `slug` of the text of its file; with faults reported, what is left of it. */
export function readChapterFile(
	slug: string,
	source: string,
	context: ChapterContext,
	report: ReportFault
): Chapter {
	const { title, number, numberLine, level, body } = readFrontMatter(source, report);
	const content = readChapter(body, context, report);
	const minutes = minutesToRead(content.text, context.language);
	return { slug, title, number, numberLine, minutes, ...(level > 1 && { level }), ...content };
}
