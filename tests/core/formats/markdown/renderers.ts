/** What three renderers that nobody here wrote make of Markdown, as the text and the elements of its HTML. */
import { decodeHTML } from 'entities';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const commonMark = new MarkdownIt('commonmark');
const withLinks = new MarkdownIt({ html: true, linkify: true, typographer: false });
const gfm = unified()
	.use(remarkParse)
	.use(remarkGfm)
	.use(remarkRehype, { allowDangerousHtml: true })
	.use(rehypeStringify, { allowDangerousHtml: true });

export const RENDERERS: Readonly<Record<string, (markdown: string) => string>> = {
	'markdown-it, CommonMark': (markdown) => commonMark.render(markdown),
	'markdown-it, with links': (markdown) => withLinks.render(markdown),
	'marked, gfm': (markdown) => marked.parse(markdown, { async: false, gfm: true }),
	'remark, gfm': (markdown) => String(gfm.processSync(markdown))
};

const TAG = /<(\/?)([a-z!][^\s>/]*)([^>]*)>/gi;

/** The text of a page's body and the names of its elements, and where its links lead. */
export function look(html: string): { text: string; elements: string[]; links: string[] } {
	const tags = [...html.matchAll(TAG)];
	const open = tags.filter(([, slash]) => slash === '');
	const text = html.replace(TAG, (_, slash: string, name: string) =>
		name === 'br' || (slash !== '' && name === 'p') ? '\n' : ''
	);
	return {
		text: decodeHTML(text),
		elements: open.map(([, , name]) => name),
		links: open
			.filter(([, , name]) => name === 'a')
			.map(([, , , rest]) => decodeHTML(/href="([^"]*)"/.exec(rest)?.[1] ?? ''))
	};
}
