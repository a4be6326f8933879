import type { Element, ElementContent, Properties, Root as HtmlRoot } from 'hast';
import type {
	Code,
	FootnoteReference,
	Heading,
	ListItem,
	Paragraph,
	Parents,
	Root,
	Table,
	TableRow,
	Text
} from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { directionOf } from '../publishing/language';
import { turnBlocks } from './directions';
import type { ContainerDirective, LeafDirective, TextDirective } from './directives';
import { element, text, type Handler, type State } from './elements';
import { Footnotes } from './footnotes';
import { renderItem } from './lists';
import { renderTextDirective } from './text-directives';
import { renderVerse } from './verse';

/**
 * The inner HTML of a chapter's article, as a tree; its blocks have no ids yet
 * (`block-ids.ts` gives them). `language` is that of the text, BCP 47.
 */
export function renderArticle(tree: Root, language: string): HtmlRoot {
	// For words of ours, so that they are not spoken as words of the text's language.
	const english = /^en(-|$)/.test(language) ? {} : { lang: 'en' };
	const handlers = handlersFor(new Footnotes(language), english);
	const article = toHast(tree, { handlers }) as HtmlRoot; // of a root, so a root
	turnBlocks(article, directionOf(language));
	return article;
}

function handlersFor(footnotes: Footnotes, english: Properties): Record<string, Handler> {
	return {
		root(state: State, node: Root) {
			const blocks = state.all(node);
			const notes = footnotes.renderSection(state);
			return state.wrap(notes ? [...blocks, notes] : blocks);
		},
		containerDirective: (state: State, node: ContainerDirective) => renderVerse(state, node),
		footnoteReference: (_: State, node: FootnoteReference) => footnotes.renderReference(node),
		leafDirective: (state: State, node: LeafDirective) =>
			element('p', { className: ['signature'] }, state.all(node)),
		listItem: (state: State, node: ListItem) => renderItem(state, node),
		code: (_: State, node: Code) => element('pre', {}, [element('code', {}, [text(node.value)])]),
		heading: renderHeading,
		html: () => undefined,
		paragraph: renderParagraph,
		tableRow: renderTableRow,
		textDirective: (state: State, node: TextDirective) => renderTextDirective(state, node, english),
		text: (_: State, node: Text) => text(collapseSpace(node.value))
	};
}

/** Renders `#` as `h2`, since the `h1` of the page is the chapter's title. */
function renderHeading(state: State, node: Heading): Element {
	return element(`h${Math.min(node.depth + 1, 6)}`, {}, state.all(node));
}

/** Renders a paragraph; an image alone in one, with a title, is a figure with that as its caption. */
function renderParagraph(state: State, node: Paragraph): Element {
	const [only, ...others] = node.children;
	if (only?.type !== 'image' || !only.title || others.length > 0)
		return element('p', {}, state.all(node));
	const image = state.one({ ...only, title: null }, node) as ElementContent;
	return element('figure', {}, [image, element('figcaption', {}, [text(only.title)])]);
}

/** Renders a row of a table. Cells are aligned by class: the security policy allows no style attributes. */
function renderTableRow(state: State, node: TableRow, parent: Parents | undefined): Element {
	const { align, children: rows } = parent as Table;
	const tagName = node === rows[0] ? 'th' : 'td';
	const cells = rows[0].children.map((_, column) => {
		const cell = node.children[column]; // missing where the row is short
		const side = align?.[column];
		const properties = side && side !== 'left' ? { className: [side] } : {};
		return element(tagName, properties, cell ? state.all(cell) : []);
	});
	return element('tr', {}, cells);
}

// Chinese and Japanese characters, their punctuation and full-width forms.
const CJK = '[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\u3000-\\u303f\\uff01-\\uff60]';
const LINE_END_IN_CJK = new RegExp(`(?<=${CJK})\\n(?=${CJK})`, 'gu');

/** A text with white space as the page shows it: a line end is a space; in Chinese and Japanese it is nothing. */
function collapseSpace(value: string): string {
	return value.replace(LINE_END_IN_CJK, '').replace(/[ \t\n]+/g, ' ');
}
