import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { tooCostly } from '../../markdown/parse-cost';
import { parseMarkdown, resolveReferences } from '../../markdown/parse-markdown';
import { canonicalLanguage, directionOf } from '../../publishing/language';
import {
	code,
	figure,
	heading,
	list,
	paragraph,
	quotation,
	signature,
	table,
	verse,
	type Block
} from '../../normal-form/blocks';
import { withPlainNumbers } from '../../normal-form/numbered-lists';
import { runsOf } from '../../normal-form/runs-of';
import { splitLines } from '../../article/verse';
import { BookError, type Book } from '../book';
import { cutIntoChapters } from '../chapters/cut';
import { addFootnotes } from '../chapters/footnotes';
import { hasWords } from '../chapters/numbers';
import { slugFor, takeTitle } from '../chapters/titles';
import { BookReport } from '../report';

const TOO_MUCH = {
	signs: 'A paragraph of it has too many signs like < and * that have no partner.',
	blocks: 'It has too many quotations, or headings with a line below them.',
	depth: 'Quotations, lists or directives stand too deeply within each other in it.'
};

/**
 * The book in a Markdown file. Its pictures, which lie beside it, are not in it. Throws a `BookError`
 * when it has no text, or would take too long to read.
 */
export function openMarkdown(text: string, name: string): Book {
	const report = new BookReport();
	const { fields, body } = readFrontMatter(text.replace(/\r\n?/g, '\n'));
	const much = tooCostly(body);
	if (much) throw new BookError(`${TOO_MUCH[much]} The file is not opened.`);
	const tree = parseMarkdown(body.normalize('NFC'));
	resolveReferences(tree);
	const notes = new Map<string, Block[]>();
	visit(tree, 'footnoteDefinition', ({ identifier, children }) => {
		if (!notes.has(identifier)) notes.set(identifier, normalize(children, report));
	});
	dropUnwritable(tree, report);
	const blocks = normalize(tree.children, report);
	if (!blocks.some(hasWords)) throw new BookError('There is no text in the file.');
	const language = canonicalLanguage(fields.language ?? '') ?? 'und';
	if (language === 'und') report.count('language');
	const title = fields.title ?? null;
	const chapters = cutIntoChapters([{ path: name, blocks }], [], new Map()).map((draft, index) => {
		const taken = takeTitle(index === 0 ? { ...draft, title } : draft, report);
		const { children } = addFootnotes(taken.blocks, notes);
		const slug = slugFor(index + 1, taken.title);
		return {
			slug,
			title: taken.title,
			level: draft.level,
			tree: { type: 'root' as const, children }
		};
	});
	return {
		format: 'Markdown',
		title: title ?? chapters[0].title,
		author: fields.author ?? '',
		language,
		dir: directionOf(language),
		source: fields.source ?? '',
		rights: fields.rights ?? '',
		identifier: null,
		chapters,
		images: new Map(),
		cover: null,
		report,
		textFile: null
	};
}

/** The simple lines `key: value` that a file may begin with, between two lines of hyphens. */
function readFrontMatter(text: string): { fields: Partial<Record<string, string>>; body: string } {
	const end = text.startsWith('---\n') ? text.indexOf('\n---\n') : -1;
	if (end < 0) return { fields: {}, body: text };
	const lines = text.slice(4, end).split('\n');
	const fields = lines.flatMap((line) => {
		const colon = line.indexOf(':');
		const value = line
			.slice(colon + 1)
			.trim()
			.replace(/^(["'])(.*)\1$/, '$2');
		return colon > 0 && value !== '' ? [[line.slice(0, colon).trim(), value] as const] : [];
	});
	return { fields: Object.fromEntries(fields), body: text.slice(end + 5) };
}

/** Takes out, in place, pictures, and links that lead out of the file to no site. */
function dropUnwritable(tree: Root, report: BookReport): void {
	visit(tree, (node, index, parent) => {
		if (!parent || index === undefined) return;
		const isPlainLink = node.type === 'link' && !/^(https?:\/\/|mailto:)./i.test(node.url);
		if (node.type === 'image') report.count('missingImage');
		else if (node.type === 'html') report.count('html');
		else if (isPlainLink) report.count('deadLink');
		else return;
		parent.children.splice(
			index,
			1,
			...((isPlainLink ? node.children : []) as typeof parent.children)
		);
		return index;
	});
}

/** Blocks that Markdown's parser made, in the normal form. */
function normalize(nodes: readonly Nodes[], report: BookReport): Block[] {
	const blocks = nodes.flatMap((node): Block[] => {
		const block = normalizeBlock(node, report);
		return block ? [block] : [];
	});
	return withPlainNumbers(blocks);
}

function normalizeBlock(node: Nodes, report: BookReport): Block | null {
	switch (node.type) {
		case 'paragraph': {
			const [only] = node.children;
			if (only?.type === 'image' && only.title) return figure(only, only.title);
			return paragraph(runsOf(node.children));
		}
		case 'heading':
			return heading(node.depth, runsOf(node.children));
		case 'thematicBreak':
			return { type: 'thematicBreak' };
		case 'blockquote':
			return quotation(normalize(node.children, report));
		case 'code':
			return code(node.value);
		case 'leafDirective':
			return signature(runsOf(node.children));
		case 'list':
			return list(
				node.ordered ? (node.start ?? 1) : null,
				node.children.map((item) => normalize(item.children, report))
			);
		case 'table': {
			const [head = [], ...rows] = node.children.map(({ children }) =>
				children.map((cell) => runsOf(cell.children))
			);
			return table(head, rows);
		}
		case 'containerDirective':
			return verse(
				node.children.map((stanza) => {
					if (stanza.type !== 'paragraph') return [];
					const indents = stanza.data?.indents ?? [];
					return splitLines(stanza.children).map((line, index) => ({
						runs: runsOf(line),
						indent: indents[index] ?? 0
					}));
				})
			);
		case 'html':
			report.count('html');
			return null;
		default:
			return null; // texts of notes, and addresses that were put where they are referred to
	}
}
