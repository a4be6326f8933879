/** A chapter's text out of its page, without opening the page: for what lists passages of many chapters. */
import { trustedHtml } from '$lib/core/app/trusted-types';
import type { ChapterText } from '$lib/core/text/chapter-text';
import { TextMap } from './text-map';

/** One edition of a chapter, as its page holds it. */
export interface ChapterEdition extends ChapterText {
	edition: string;
}

/** Which edition the page `html` holds; `null` when it is no chapter's page. Costs no parsing. */
export function editionIn(html: string): string | null {
	return /<article\b[^<>]*\bdata-edition="([0-9a-f]+)"/.exec(html)?.[1] ?? null;
}

/** The chapter on the page `html`, by the text model; `null` when it is no chapter's page. */
export function readChapterPage(html: string): ChapterEdition | null {
	const article = articleOf(html);
	if (!article) return null;
	const { text, blocks } = new TextMap(article);
	return { edition: article.dataset.edition!, text, blocks };
}

/** The article on the page `html`, in a document that is not shown; `null` when it is no chapter's page. */
export function articleOf(html: string): HTMLElement | null {
	// The article alone: a browser complains of the page's own styles, which our policy does not
	// know on this page, even where they only are parsed.
	const found = articleIn(html);
	if (found === null) return null;
	// It is only read: a parsed document without a window runs no script and loads no picture.
	const parsed = new DOMParser().parseFromString(trustedHtml(found, window), 'text/html');
	return parsed.querySelector<HTMLElement>('article[data-edition]');
}

const END = '</article>';

function articleIn(html: string): string | null {
	const start = html.search(/<article\b/);
	const end = html.lastIndexOf(END);
	return start === -1 || end < start ? null : html.slice(start, end + END.length);
}
