import type { Paragraph, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import {
	languageOf,
	type ContainerDirective,
	type LeafDirective,
	type TextDirective
} from '../article/directives';
import type { ReportFault } from '../publishing/faults';
import { canonicalLanguage } from '../publishing/language';
import { nearestName } from '../publishing/nearest-name';

/** The directives that an article can show, as they are to be written. */
const KNOWN = { verse: ':::verse', signature: '::signature[NAME]' };

const LONGEST_EXCERPT = 40; // characters

/** Reports directives that are unknown or wrongly written, and lines that were meant to be some. */
export function checkDirectives(tree: Root, source: string, report: ReportFault): void {
	visit(tree, (node) => {
		if (node.type === 'leafDirective' || node.type === 'containerDirective')
			checkDirective(node, source, report);
		if (node.type === 'textDirective') checkTextDirective(node, report);
		if (node.type === 'paragraph') checkLookalikes(node, source, report);
	});
}

function checkDirective(
	node: ContainerDirective | LeafDirective,
	source: string,
	report: ReportFault
): void {
	const typed = `${node.type === 'leafDirective' ? '::' : ':::'}${node.name}`;
	const line = node.position!.start.line;
	if (Object.keys(node.attributes ?? {}).length > 0)
		report(line, `${typed} takes no {…}`, 'Take the braces out.');
	if (node.name === 'verse' && node.type === 'containerDirective') checkVerse(node, source, report);
	else if (node.name === 'signature' && node.type === 'leafDirective') {
		if (node.children.length > 0) return;
		report(line, 'the signature is empty', `Write ${KNOWN.signature}.`);
	} else report(line, `${typed} is not known`, adviceForName(node.name));
}

/** Reports a directive within a line that would show nothing, or whose braces would be lost. */
function checkTextDirective(node: TextDirective, report: ReportFault): void {
	const typed = `:${node.name}`;
	const line = node.position!.start.line;
	if (node.children.length === 0)
		report(
			line,
			`${typed}[ has no words or no end`,
			`Write ${typed}[words], or a backslash before it.`
		);
	const attributes = Object.keys(node.attributes ?? {});
	if (node.name !== 'lang') {
		if (attributes.length > 0) report(line, `${typed} takes no {…}`, 'Take the braces out.');
	} else if (attributes.length !== 1 || canonicalLanguage(languageOf(node)!) === null)
		report(line, ':lang[…] does not say its language', 'Write its code in braces: :lang[mot]{fr}.');
}

/** Reports lines of a paragraph that look like directives and were not parsed as such: `::: verse`, a `:::` too many. */
function checkLookalikes(node: Paragraph, source: string, report: ReportFault): void {
	const { start, end } = node.position!;
	const lines = source.slice(start.offset, end.offset).split('\n');
	lines.forEach((line, index) => {
		if (!/^[\s>]*::/.test(line)) return;
		report(
			start.line + index,
			`“${line.trim().slice(0, LONGEST_EXCERPT)}” would be shown as it stands`,
			'Write :::verse without a space and ::: alone after it, or ::signature[NAME].'
		);
	});
}

function adviceForName(name: string): string {
	const near = nearestName(name, Object.keys(KNOWN) as (keyof typeof KNOWN)[]);
	if (near) return `Write ${KNOWN[near]}.`;
	return `Known are ${Object.values(KNOWN).join(' and ')}; a backslash before the colons makes them text.`;
}

function checkVerse(node: ContainerDirective, source: string, report: ReportFault): void {
	const { start, end } = node.position!;
	const lastLine = source.slice(0, end.offset).split('\n').at(-1)!;
	if (end.line === start.line || !/^[\s>]*:{3,}\s*$/.test(lastLine))
		report(start.line, 'this :::verse does not end', 'Write ::: on a line of its own after it.');
	if (node.children.length === 0)
		report(start.line, 'this :::verse is empty', 'Write its lines before the closing :::.');
	for (const child of node.children) {
		if (child.type === 'paragraph') {
			if (child.data?.directiveLabel)
				report(start.line, ':::verse takes no […]', 'Write its title in a line above it.');
			continue;
		}
		report(
			child.position!.start.line,
			`verse is made of lines only, this is a ${NAMES[child.type] ?? child.type}`,
			'Put a backslash before the sign that begins the line, or take it out of the verse.'
		);
	}
}

/** What a publisher calls a node, where that is not the name of its type. */
const NAMES: Partial<Record<RootContent['type'], string>> = {
	blockquote: 'quotation',
	code: 'block of code',
	containerDirective: 'directive',
	definition: 'link’s address',
	footnoteDefinition: 'footnote’s text',
	leafDirective: 'directive',
	thematicBreak: 'section break'
};
