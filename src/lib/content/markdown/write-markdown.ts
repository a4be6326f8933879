import type { Paragraph, PhrasingContent, Root, Text } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import {
	defaultHandlers,
	toMarkdown,
	type Handle,
	type Info,
	type Options,
	type State
} from 'mdast-util-to-markdown';
import {
	languageOf,
	TEXT_DIRECTIVES,
	type ContainerDirective,
	type LeafDirective,
	type TextDirective
} from '../article/directives';
import { escapeLines, escapeSigns } from './escape-signs';

const EM_SPACE = '\u2003';

/** A chapter's tree, in the normal form, as the Markdown that `parseMarkdown` reads. */
export function writeMarkdown(tree: Root): string {
	return toMarkdown(tree, OPTIONS);
}

const writeText: Handle = (node: Text, parent, state, info) =>
	escapeSigns(defaultHandlers.text(node, parent, state, info));

const writeParagraph: Handle = (node: Paragraph, parent, state, info) =>
	escapeLines(defaultHandlers.paragraph(node, parent, state, info));

/** Verse: each line on a line of its own, moved in by em spaces. */
const writeVerse: Handle = (node: ContainerDirective, _, state, info) => {
	const stanzas = node.children.filter((child) => child.type === 'paragraph');
	const written = stanzas.map((stanza) => writeStanza(stanza, state, info));
	return `:::verse\n${written.join('\n\n')}\n:::`;
};

function writeStanza({ children, data }: Paragraph, state: State, info: Info): string {
	const lines: PhrasingContent[][] = [[]];
	for (const node of children)
		if (node.type === 'break') lines.push([]);
		else lines.at(-1)!.push(node);
	const written = lines.map(
		(line, index) => EM_SPACE.repeat(data?.indents?.[index] ?? 0) + writeLine(line, state, info)
	);
	return escapeLines(written.join('\n'));
}

function writeLine(children: PhrasingContent[], state: State, info: Info): string {
	const exitParagraph = state.enter('paragraph');
	const exit = state.enter('phrasing');
	const around = { ...info, before: '\n', after: '\n' };
	const value = state.containerPhrasing({ type: 'paragraph', children }, around);
	exit();
	exitParagraph();
	return value;
}

const writeSignature: Handle = (node: LeafDirective, _, state, info) =>
	`::signature${writeLabel(node, state, info)}`;

const writeTextDirective: Handle & { peek: Handle } = Object.assign(
	(node: TextDirective, _: unknown, state: State, info: Info) => {
		const attributes = node.name === 'lang' ? `{${languageOf(node)}}` : '';
		// Braces that follow would be read as this directive's.
		const end = attributes === '' && info.after.startsWith('{') ? '{}' : attributes;
		return `:${node.name}${writeLabel(node, state, info)}${end}`;
	},
	{ peek: () => ':' }
);

function writeLabel(node: LeafDirective | TextDirective, state: State, info: Info): string {
	const exits = [state.enter('phrasing'), state.enter('label')];
	const value = state.containerPhrasing(node, { ...info, before: '[', after: ']' });
	exits.forEach((exit) => exit());
	return `[${value}]`;
}

const OPTIONS: Options = {
	bullet: '-',
	emphasis: '*',
	strong: '*',
	rule: '-',
	fences: true,
	listItemIndent: 'one',
	incrementListMarker: true,
	resourceLink: true,
	handlers: {
		containerDirective: writeVerse,
		leafDirective: writeSignature,
		paragraph: writeParagraph,
		text: writeText,
		textDirective: writeTextDirective
	},
	unsafe: [
		// Two colons begin a directive of a line's own; one that stands before `:sc[` would hide it.
		{ character: ':', after: '(?=:)', inConstruct: 'phrasing' },
		// A name before a link, an image or a footnote's mark.
		{ character: ':', after: `(?=(?:${TEXT_DIRECTIVES.join('|')})\\[)`, inConstruct: 'phrasing' },
		// A footnote's mark and a colon would be read as its definition.
		{ before: '\\]', character: ':', inConstruct: 'phrasing' }
	],
	extensions: [
		gfmTableToMarkdown({ tablePipeAlign: false }),
		gfmFootnoteToMarkdown(),
		gfmStrikethroughToMarkdown()
	]
};
