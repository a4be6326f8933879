/** An article as plain data, which a page makes elements of: see `ArticleNode`. */
import type { Element, Properties, Root } from 'hast';
import {
	CHAPTER_LINK,
	PICTURE_LINK,
	type ArticleNode,
	type Attributes
} from '$lib/core/text/article-node';
import { leadsToSite } from '$lib/core/text/links';

/** What links and pictures of an article may lead to. */
export interface ArticleContext {
	/** The slugs of the work's chapters. */
	chapters: ReadonlySet<string>;
	/** The paths of the work's pictures. */
	pictures: ReadonlySet<string>;
}

/** The inside of an article. A link or a picture that leads to nothing there is, or where none may, has no address. */
export function toArticleNodes(article: Root, context: ArticleContext): ArticleNode[] {
	return childNodes(article, context);
}

function childNodes({ children }: Root | Element, context: ArticleContext): ArticleNode[] {
	return children.flatMap((child): ArticleNode[] => {
		if (child.type === 'text') return [child.value];
		if (child.type !== 'element') return [];
		return [[child.tagName, attributesOf(child, context), ...childNodes(child, context)]];
	});
}

/** The attributes that are not called as their properties are, in lower case. */
const NAMES: Readonly<Record<string, string>> = {
	className: 'class',
	dataNoanchor: 'data-noanchor',
	ariaLabel: 'aria-label'
};

function attributesOf({ properties }: Element, context: ArticleContext): Attributes {
	const attributes: Attributes = {};
	for (const [property, value] of Object.entries(properties)) {
		const text = textOf(value);
		if (text !== null) attributes[NAMES[property] ?? property.toLowerCase()] = text;
	}
	const { href, src } = attributes;
	if (href !== undefined) Object.assign(attributes, linkTo(href, context));
	if (attributes.href === NOWHERE) delete attributes.href;
	if (src !== undefined) {
		if (context.pictures.has(src)) attributes.src = PICTURE_LINK + src;
		else delete attributes.src;
	}
	return attributes;
}

function textOf(value: Properties[string]): string | null {
	if (value === null || value === undefined || value === false) return null;
	if (value === true) return '';
	return Array.isArray(value) ? value.join(' ') : String(value);
}

const NOWHERE = '';
const CHAPTER = /^([a-z0-9][a-z0-9-]*)\.md(#[^\s]*)?$/;

/** An address of the book's own tree (`3-the-exile.md#p5`, `#p5`) or of another site, as a page needs it. */
function linkTo(href: string, { chapters }: ArticleContext): Attributes {
	if (href.startsWith('#')) return { href };
	const [, chapter, hash = ''] = CHAPTER.exec(href) ?? [];
	if (chapter && chapters.has(chapter)) return { href: CHAPTER_LINK + chapter + hash };
	if (leadsToSite(href)) return { href, rel: 'noopener noreferrer' };
	return { href: /^mailto:./i.test(href) ? href : NOWHERE };
}
