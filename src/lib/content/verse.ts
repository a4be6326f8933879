import type { Element } from 'hast';
import type { PhrasingContent } from 'mdast';
import type { ContainerDirective } from './directives';
import { element, type State } from './elements';

const DEEPEST_INDENT = 6; // classes there are styles for

/**
 * Verse: each paragraph a stanza, each line of the source a line, with the
 * class `indent-1` to `indent-6` for the space it begins with: an em space or
 * two spaces are one step. `lines` are the file's.
 */
export function renderVerse(
	state: State,
	node: ContainerDirective,
	lines: readonly string[]
): Element {
	const column = node.position!.start.column - 1; // what stands before it is a quotation's `> `
	const paragraphs = node.children.filter((child) => child.type === 'paragraph');
	const stanzas = paragraphs.map((stanza) => {
		const first = stanza.position!.start.line - 1;
		const rows = splitLines(stanza.children).map((children, index) =>
			renderLine(state, children, (lines[first + index] ?? '').slice(column))
		);
		return element('div', { className: ['stanza'] }, state.wrap(rows));
	});
	return element('div', { className: ['verse'] }, state.wrap(stanzas));
}

function renderLine(state: State, children: PhrasingContent[], source: string): Element {
	const indent = Math.min(indentOf(source), DEEPEST_INDENT);
	const className = indent > 0 ? ['line', `indent-${indent}`] : ['line'];
	const [first] = children;
	if (first?.type === 'text') first.value = first.value.trimStart();
	return element('p', { className }, state.all({ type: 'paragraph', children }));
}

function indentOf(source: string): number {
	const [space] = /^(?:[ \t\u2003\u3000]|&emsp;)*/.exec(source)!;
	const wide = space.match(/[\t\u2003\u3000]|&emsp;/g)?.length ?? 0;
	const narrow = space.match(/ /g)?.length ?? 0;
	return wide + Math.floor(narrow / 2);
}

/** Parts `nodes` at the source's line ends; what spans one, such as emphasis, goes on in the next line. */
function splitLines(nodes: PhrasingContent[]): PhrasingContent[][] {
	const lines: PhrasingContent[][] = [[]];
	const add = (pieces: PhrasingContent[]) => {
		pieces.forEach((piece, index) => {
			if (index > 0) lines.push([]);
			lines.at(-1)!.push(piece);
		});
	};
	for (const node of nodes) {
		if (node.type === 'break') lines.push([]);
		else if (node.type === 'text') add(node.value.split('\n').map((value) => ({ ...node, value })));
		else if ('children' in node)
			add(splitLines(node.children).map((children) => ({ ...node, children })));
		else add([node]);
	}
	return lines;
}
