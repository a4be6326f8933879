/**
 * Makes the inside of an article of plain data, element by element and never of a string: whatever a
 * file or a backup brought, nothing of it is parsed. What is not on the lists here is left out.
 */
import { CHAPTER_LINK, PICTURE_LINK, type ArticleNode } from '$lib/core/text/article-node';
import { leadsToSite } from '$lib/core/text/links';

/** Where links and pictures of an article lead. */
export interface ArticleLinks {
	/** The address of a chapter of the same work, without a hash. */
	chapter: (slug: string) => string;
	/** The address of a picture of the work; `null` when it is not here. */
	picture: (path: string) => string | null;
}

const ELEMENTS = new Set(
	(
		'a blockquote br code del div em figcaption figure h2 h3 h4 h5 h6 hr img li ol p pre section ' +
		'span strong sub sup table tbody td th thead tr ul'
	).split(' ')
);

const ATTRIBUTES = new Set(
	'alt aria-label class data-noanchor dir height id lang rel role start title width'.split(' ')
);

/** The elements and texts of an article, of what `JSON.parse` gave. */
export function buildArticle(nodes: readonly ArticleNode[], links: ArticleLinks): DocumentFragment {
	const fragment = document.createDocumentFragment();
	fragment.append(...nodes.flatMap((node) => build(node, links)));
	return fragment;
}

/** What stands for a node: nothing for what is none, its content for an element that is not on the list. */
function build(node: unknown, links: ArticleLinks): (string | Element)[] {
	if (typeof node === 'string') return [node];
	if (!Array.isArray(node)) return [];
	const [name, attributes, ...children] = node as [unknown, unknown, ...unknown[]];
	const content = children.flatMap((child) => build(child, links));
	if (typeof name !== 'string' || !ELEMENTS.has(name)) return content;
	const element = document.createElement(name);
	for (const [key, value] of Object.entries(attributes ?? {}))
		if (typeof value === 'string') setAttribute(element, [key, value], links);
	element.append(...content);
	return [element];
}

function setAttribute(
	element: Element,
	[key, value]: [key: string, value: string],
	links: ArticleLinks
): void {
	if (ATTRIBUTES.has(key)) return element.setAttribute(key, value);
	const address =
		key === 'href' && element.localName === 'a'
			? linkAddress(value, links)
			: key === 'src' && element.localName === 'img' && value.startsWith(PICTURE_LINK)
				? links.picture(value.slice(PICTURE_LINK.length))
				: null;
	if (address !== null) element.setAttribute(key, address);
}

function linkAddress(href: string, { chapter }: ArticleLinks): string | null {
	if (href.startsWith(CHAPTER_LINK)) {
		const [slug, hash] = href.slice(CHAPTER_LINK.length).split('#');
		return chapter(encodeURIComponent(slug)) + (hash ? `#${hash}` : '');
	}
	return href.startsWith('#') || leadsToSite(href) || /^mailto:./i.test(href) ? href : null;
}

/** The paths of the pictures that an article shows, each once. */
export function picturesIn(nodes: readonly ArticleNode[]): string[] {
	const paths = new Set<string>();
	const look = (node: ArticleNode) => {
		if (typeof node === 'string') return;
		const [, { src } = {}, ...children] = node;
		if (src?.startsWith(PICTURE_LINK)) paths.add(src.slice(PICTURE_LINK.length));
		children.forEach(look);
	};
	nodes.forEach(look);
	return [...paths];
}
