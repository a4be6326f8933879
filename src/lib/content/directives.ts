import type { Paragraph, RootContent } from 'mdast';
import type { Report } from './faults';
import { nearestName } from './nearest-name';

/** `:::name` … `:::`, with blocks inside. */
export type ContainerDirective = Extract<RootContent, { type: 'containerDirective' }>;
/** `::name[words]`, on a line of its own. */
export type LeafDirective = Extract<RootContent, { type: 'leafDirective' }>;

type Directive = ContainerDirective | LeafDirective;

const KNOWN = { verse: ':::verse', signature: '::signature[NAME]' };

/** Reports a directive we do not know or that is not written as it should be. */
export function checkDirective(node: Directive, source: string, report: Report): void {
	const typed = `${node.type === 'leafDirective' ? '::' : ':::'}${node.name}`;
	const line = node.position!.start.line;
	if (Object.keys(node.attributes ?? {}).length > 0)
		report(line, `${typed} takes no {…}`, 'Take the braces out.');
	if (node.name === 'verse' && node.type === 'containerDirective') checkVerse(node, source, report);
	else if (node.name === 'signature' && node.type === 'leafDirective') {
		if (node.children.length > 0) return;
		report(line, 'the signature is empty', `Write ${KNOWN.signature}.`);
	} else report(line, `${typed} is not known`, adviceFor(node.name));
}

/** Reports lines of plain text that were meant to be directives: “::: verse”, a “:::” too many. */
export function checkColons(node: Paragraph, source: string, report: Report): void {
	const { start, end } = node.position!;
	const lines = source.slice(start.offset, end.offset).split('\n');
	lines.forEach((line, index) => {
		if (!/^[\s>]*::/.test(line)) return;
		report(
			start.line + index,
			`“${line.trim().slice(0, 40)}” would be shown as it stands`,
			'Write :::verse without a space and ::: alone after it, or ::signature[NAME].'
		);
	});
}

function adviceFor(name: string): string {
	const near = nearestName(name, Object.keys(KNOWN) as (keyof typeof KNOWN)[]);
	if (near) return `Write ${KNOWN[near]}.`;
	return `Known are ${Object.values(KNOWN).join(' and ')}; a backslash before the colons makes them text.`;
}

function checkVerse(node: ContainerDirective, source: string, report: Report): void {
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

const NAMES: Partial<Record<RootContent['type'], string>> = {
	blockquote: 'quotation',
	code: 'block of code',
	containerDirective: 'directive',
	definition: 'link’s address',
	footnoteDefinition: 'footnote’s text',
	leafDirective: 'directive',
	thematicBreak: 'section break'
};
