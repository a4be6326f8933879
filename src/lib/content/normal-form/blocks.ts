/** Blocks in the normal form: each is written as Markdown and read back without a change. */
import type {
	BlockContent,
	Blockquote,
	Code,
	DefinitionContent,
	Heading,
	Image,
	List,
	Paragraph,
	PhrasingContent,
	RootContent,
	Table,
	TableRow
} from 'mdast';
import type { ContainerDirective, LeafDirective } from '../article/directives';
import { cleanCharacters, cleanLine, isSeen } from './clean-text';
import { toPhrasing } from './line';
import { isBreak, PLAIN, type Run } from './runs';

/** What stands between two empty lines of Markdown. */
export type Block = RootContent;

/** A line of verse. */
export interface VerseLine {
	runs: readonly Run[];
	/** Steps from the left. */
	indent: number;
}

const LARGEST_NUMBER = 999_999_999; // of a list item, in CommonMark
const DEEPEST_INDENT = 6; // that an article shows
const SPACE: Run = { value: ' ', marks: PLAIN };

/** Whether a line shows anything: words, a picture or a footnote's mark. */
function showsAnything(nodes: readonly PhrasingContent[]): boolean {
	return nodes.some((node) => {
		if ('value' in node) return isSeen(node.value);
		if (node.type === 'textDirective' && node.name === 'page') return false;
		if ('children' in node) return showsAnything(node.children);
		return node.type === 'image' || node.type === 'footnoteReference';
	});
}

/** `null` when there is nothing to see; so are the blocks below. */
export function paragraph(runs: readonly Run[]): Paragraph | null {
	const children = toPhrasing(runs);
	return showsAnything(children) ? { type: 'paragraph', children } : null;
}

/** Breaks become spaces: Markdown's headings have one line. */
export function heading(depth: number, runs: readonly Run[]): Heading | null {
	const children = toPhrasing(inOneLine(runs));
	return showsAnything(children) ? { type: 'heading', depth: depth as 1, children } : null;
}

/** The line under a letter, by the directive `::signature`; breaks become spaces. */
export function signature(runs: readonly Run[]): LeafDirective | null {
	const children = toPhrasing(inOneLine(runs), 'label');
	if (!showsAnything(children)) return null;
	return { type: 'leafDirective', name: 'signature', attributes: {}, children };
}

/** Code, its white space as it is but at the ends of lines. */
export function code(source: string): Code | null {
	const lines = cleanCharacters(source.replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')).split('\n');
	const value = lines.map((line) => line.trimEnd()).join('\n');
	const first = /^\n*/.exec(value)![0].length;
	return isSeen(value)
		? { type: 'code', lang: null, meta: null, value: value.slice(first).trimEnd() }
		: null;
}

/** Blocks as a quotation; `null` without any. */
export function quotation(children: readonly Block[]): Blockquote | null {
	return children.length > 0 ? { type: 'blockquote', children: children as BlockContent[] } : null;
}

/**
 * A list; items without content are left out, and so are section breaks within an item, which could
 * be read as part of the list. `start` is the number of the first, `null` for bullets.
 */
export function list(start: number | null, items: readonly (readonly Block[])[]): List | null {
	const filled = items
		.map((children) => children.filter(({ type }) => type !== 'thematicBreak'))
		.filter((children) => children.length > 0);
	if (filled.length === 0) return null;
	const spread = filled.some((children) => children.length > 1);
	return {
		type: 'list',
		ordered: start !== null,
		start: start && Math.max(0, Math.min(start, LARGEST_NUMBER - filled.length)),
		spread,
		children: filled.map((children) => ({
			type: 'listItem',
			spread: children.length > 1,
			checked: null,
			children: children as (BlockContent | DefinitionContent)[]
		}))
	};
}

/** Verse, by stanzas of lines. */
export function verse(stanzas: readonly (readonly VerseLine[])[]): ContainerDirective | null {
	const children = stanzas.flatMap((lines) => stanza(lines) ?? []);
	if (children.length === 0) return null;
	return { type: 'containerDirective', name: 'verse', attributes: {}, children };
}

function stanza(lines: readonly VerseLine[]): Paragraph | null {
	const children: PhrasingContent[] = [];
	const indents: number[] = [];
	for (const { runs, indent } of lines) {
		const line = toPhrasing(inOneLine(runs));
		if (!showsAnything(line)) continue;
		if (indents.length > 0) children.push({ type: 'break' });
		for (const node of line) children.push(node);
		indents.push(Math.min(Math.max(indent, 0), DEEPEST_INDENT));
	}
	return indents.length > 0 ? { type: 'paragraph', children, data: { indents } } : null;
}

/** A table; `head` is the row of its column's names, which may be empty. Rows are filled up to the longest. */
export function table(
	head: readonly (readonly Run[])[],
	rows: readonly (readonly (readonly Run[])[])[]
): Table {
	const width = Math.max(head.length, ...rows.map((row) => row.length));
	const toRow = (cells: readonly (readonly Run[])[]): TableRow => ({
		type: 'tableRow',
		children: Array.from({ length: width }, (_, column) => ({
			type: 'tableCell',
			children: toPhrasing(inOneLine(cells[column] ?? []), 'cell')
		}))
	});
	const align = Array.from({ length: width }, () => null);
	return { type: 'table', align, children: [head, ...rows].map(toRow) };
}

/** A picture alone in a paragraph, with words below it. */
export function figure(image: Image, caption: string): Paragraph {
	const title = cleanLine(caption);
	return { type: 'paragraph', children: [{ ...image, title: isSeen(title) ? title : null }] };
}

function inOneLine(runs: readonly Run[]): readonly Run[] {
	return runs.some(isBreak) ? runs.map((run) => (isBreak(run) ? SPACE : run)) : runs;
}
