import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { ChapterText } from '$lib/core/text/chapter-text';
import type { ChapterHead } from '$lib/core/text/work';
import { collectIds, nameBlocks } from '$lib/content/blocks';
import { checkMarkdown } from '$lib/content/check-markdown';
import { editionOf } from '$lib/core/text/edition';
import type { Report } from '$lib/content/faults';
import { hugFootnoteMarks } from '$lib/content/footnotes';
import { readFrontMatter } from './front-matter';
import { placeImages, type ImageSource } from './images';
import { checkFragments, placeLinks } from '$lib/content/links';
import { parseMarkdown } from '$lib/content/markdown';
import { minutesToRead } from '$lib/content/reading-time';
import { renderArticle } from '$lib/content/render';
import { showUncomposed } from './source-text';

/** One reading page, whole. */
export interface Chapter extends ChapterHead, ChapterText {
	/** The inner HTML of its `<article>`. */
	html: string;
	edition: string;
	/** The line of its file that says its number; `null` without one. */
	numberLine: number | null;
	/** The images it shows, as paths relative to the work's folder. */
	images: string[];
}

/** What a chapter has to know of its work. */
export interface ChapterSetting {
	language: string;
	/** The slugs of all its chapters, for links between them. */
	chapters: ReadonlySet<string>;
	images: ImageSource;
}

const printer = unified().use(rehypeStringify).freeze();

/** Makes a chapter of its file's content; with faults reported, what is left of it. */
export function readChapter(
	slug: string,
	source: string,
	setting: ChapterSetting,
	report: Report
): Chapter {
	const { title, number, numberLine, body } = readFrontMatter(source, report);
	const tree = parseMarkdown(body);
	checkMarkdown(tree, body, report);
	const images = placeImages(tree, setting.images, report);
	const fragments = placeLinks(tree, setting.chapters, report);
	hugFootnoteMarks(tree);

	const article = renderArticle(tree, body);
	const { text, blocks } = nameBlocks(article);
	checkFragments(fragments, collectIds(article), report);
	checkText(text, source, report);
	return {
		slug,
		title,
		number,
		numberLine,
		minutes: minutesToRead(text, setting.language),
		html: printer.stringify(article),
		text,
		blocks,
		edition: editionOf(text),
		images
	};
}

function checkText(text: string, source: string, report: Report): void {
	if (text === '') report(null, 'has no text', 'Write the chapter below its title.');
	// A file in NFC can still spell out a letter and its accent: e&#x301;.
	if (text === text.normalize('NFC') || source !== source.normalize('NFC')) return;
	report(
		null,
		`makes ${showUncomposed(text)}, which is not in the Unicode form NFC`,
		'Write the letter with its accent as one character.'
	);
}
