/** A chapter of a book as it is stored: its article as plain data, and its text. */
import { minutesToRead } from '$lib/core/reading/reading-time';
import type { ChapterText } from '$lib/core/text/chapter-text';
import { editionOf } from '$lib/core/text/edition';
import { toArticleNodes, type ArticleContext } from '../article/article-nodes';
import { assignBlockIds } from '../article/block-ids';
import { isPlain } from '../article/is-plain';
import { renderArticle } from '../article/render-article';
import { removeSpaceBeforeFootnotes } from '../markdown/footnote-spacing';
import type { BookChapter } from './book';

export interface RenderedChapter
	extends ChapterText, Pick<BookChapter, 'slug' | 'title' | 'level'> {
	edition: string;
	minutes: number;
	/** Its page does without `ui/styles/elements.css`. */
	plain: boolean;
	/** `ArticleNode[]` as JSON. */
	article: string;
}

/** Renders a chapter, as the publisher's build would render its Markdown. Its tree is changed by that. */
export function renderChapter(
	{ slug, title, level, tree }: BookChapter,
	context: ArticleContext & { language: string }
): RenderedChapter {
	removeSpaceBeforeFootnotes(tree);
	const article = renderArticle(tree, context.language);
	const { text, blocks } = assignBlockIds(article);
	return {
		slug,
		title,
		level,
		text,
		blocks,
		edition: editionOf(text),
		minutes: minutesToRead(text, context.language),
		plain: isPlain(article, context.language),
		article: JSON.stringify(toArticleNodes(article, context))
	};
}
