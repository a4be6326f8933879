import type { Element } from 'hast';
import type { Paragraph, PhrasingContent } from 'mdast';
import type { ContainerDirective } from './directives';
import { element, type State } from './elements';

declare module 'mdast' {
	interface ParagraphData {
		/** Of a stanza of verse: how many steps each of its lines is indented, in order. */
		indents?: number[];
	}
}

const DEEPEST_INDENT = 6; // as many as ui/styles/elements.css has classes for

/**
 * Renders verse: each paragraph is a stanza, each of its lines a line, with a
 * class `indent-1` to `indent-6` where it is indented.
 */
export function renderVerse(state: State, node: ContainerDirective): Element {
	const stanzas = node.children
		.filter((child) => child.type === 'paragraph')
		.map((stanza) => renderStanza(state, stanza));
	return element('div', { className: ['verse'] }, state.wrap(stanzas));
}

function renderStanza(state: State, { children, data }: Paragraph): Element {
	const lines = splitLines(children).map((line, index) =>
		renderLine(state, line, data?.indents?.[index] ?? 0)
	);
	return element('div', { className: ['stanza'] }, state.wrap(lines));
}

function renderLine(state: State, children: PhrasingContent[], steps: number): Element {
	const indent = Math.min(steps, DEEPEST_INDENT);
	const className = indent > 0 ? ['line', `indent-${indent}`] : ['line'];
	const [first] = children;
	if (first?.type === 'text') first.value = first.value.trimStart();
	return element('p', { className }, state.all({ type: 'paragraph', children }));
}

/** Splits the content of a stanza at line ends. What spans a line end, such as emphasis, goes on in the next line. */
export function splitLines(nodes: PhrasingContent[]): PhrasingContent[][] {
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
