import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { ChapterText } from '$lib/core/text/chapter-text';
import { editionOf } from '$lib/core/text/edition';
import { assignBlockIds, collectIds } from '../article/block-ids';
import { isPlain } from '../article/is-plain';
import { renderArticle } from '../article/render-article';
import type { ReportFault } from '../publishing/faults';
import { showUncomposed } from '../publishing/source-text';
import { checkMarkdown } from './check-markdown';
import { removeSpaceBeforeFootnotes } from './footnote-spacing';
import { resolveImages, type WorkImages } from './images';
import { withoutDeepLines } from './deep-lines';
import { checkFragmentLinks, resolveLinks, type PageLink } from './links';
import { parseMarkdown } from './parse-markdown';

/** What the Markdown of a chapter becomes. */
export interface ChapterContent extends ChapterText {
	/** The inner HTML of the chapter's `<article>`. */
	html: string;
	edition: string;
	/** Its page does without `ui/styles/elements.css`. */
	plain: boolean;
	/** The images that are shown, as paths relative to the work's folder. */
	images: string[];
	/** The links to other pages of the site. */
	links: PageLink[];
}

/** What a chapter has to know of its work. */
export interface ChapterContext {
	/** BCP 47. */
	language: string;
	/** The slugs of all chapters of the work, for links between them. */
	chapters: ReadonlySet<string>;
	images: WorkImages;
}

const serializer = unified().use(rehypeStringify).freeze();

/**
 * Makes a chapter's article and text of its Markdown. Whatever the page could not
 * show as it is written is reported; the result is then what is left of it.
 */
export function readChapter(
	source: string,
	{ language, chapters, images }: ChapterContext,
	report: ReportFault
): ChapterContent {
	const markdown = withoutDeepLines(source, report);
	const tree = parseMarkdown(markdown);
	checkMarkdown(tree, markdown, report);
	const shown = resolveImages(tree, images, report);
	const { fragments, pages } = resolveLinks(tree, chapters, report);
	removeSpaceBeforeFootnotes(tree);

	const article = renderArticle(tree, language);
	const { text, blocks } = assignBlockIds(article);
	checkFragmentLinks(fragments, collectIds(article), report);
	checkText(text, markdown, report);
	const html = serializer.stringify(article);
	return {
		html,
		text,
		blocks,
		edition: editionOf(text),
		plain: isPlain(article, language),
		images: shown,
		links: pages
	};
}

function checkText(text: string, markdown: string, report: ReportFault): void {
	if (text === '') report(null, 'has no text', 'Write the chapter below its title.');
	// Markdown in NFC can still spell out a letter and its accent: e&#x301;.
	const isMadeUncomposed = text !== text.normalize('NFC') && markdown === markdown.normalize('NFC');
	if (!isMadeUncomposed) return;
	report(
		null,
		`makes ${showUncomposed(text)}, which is not in the Unicode form NFC`,
		'Write the letter with its accent as one character.'
	);
}
