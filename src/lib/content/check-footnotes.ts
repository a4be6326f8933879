import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from './faults';

// A reference as typed; a backslash before its bracket makes it plain text.
const REFERENCE = /(?<!\\)\[\^([^\]\s]+)\]/g;

/** Reports references without a text, texts without a reference, twice defined, empty and linked ones. */
export function checkFootnotes(tree: Root, source: string, report: Report): void {
	const definitions = new Map<string, FootnoteDefinition>();
	visit(tree, 'footnoteDefinition', (node) => {
		const first = definitions.get(node.identifier);
		if (first) reportTwice(node, first, report);
		else definitions.set(node.identifier, node);
	});
	const reached = reachFrom(tree, definitions);
	for (const [identifier, node] of definitions) {
		if (!reached.has(identifier)) reportUnreached(node, report);
		if (isEmpty(node)) reportEmpty(node, report);
	}
	checkTyped(tree, source, report);
	checkLinked(tree, report);
}

/** The footnotes a reader gets to from the text: referred to in it, or in one of those. */
function reachFrom(tree: Root, definitions: Map<string, FootnoteDefinition>): Set<string> {
	const reached = new Set<string>();
	const follow = (node: Nodes) => {
		if (node.type === 'footnoteReference' && !reached.has(node.identifier)) {
			reached.add(node.identifier);
			definitions.get(node.identifier)!.children.forEach(follow);
		} else if ('children' in node && node.type !== 'footnoteDefinition')
			node.children.forEach(follow);
	};
	follow(tree);
	return reached;
}

/** Without words there is no block, and nowhere for its reference to lead. */
function isEmpty(definition: FootnoteDefinition): boolean {
	let empty = true;
	visit(definition, (node) => {
		if ('value' in node && node.value.trim() !== '') empty = false;
	});
	return empty;
}

/** A reference without a text does not parse as one: it is found as it was typed, in plain text. */
function checkTyped(tree: Root, source: string, report: Report): void {
	visit(tree, 'text', ({ position }) => {
		const { start, end } = position!;
		const typed = source.slice(start.offset, end.offset);
		for (const match of typed.matchAll(REFERENCE)) {
			const line = start.line + typed.slice(0, match.index).split('\n').length - 1;
			report(
				line,
				`a footnote ${match[0]} has no text`,
				`Add a line “${match[0]}: …” with its text, or write \\[ if it is no footnote.`
			);
		}
	});
}

function checkLinked(tree: Root, report: Report): void {
	visit(tree, 'link', (link) => {
		visit(link, 'footnoteReference', ({ label, position }) => {
			report(
				position!.start.line,
				`the footnote [^${label}] stands inside a link`,
				'Put it after the link.'
			);
		});
	});
}

function reportTwice(
	{ label, position }: FootnoteDefinition,
	first: FootnoteDefinition,
	report: Report
): void {
	report(
		position!.start.line,
		`the footnote [^${label}] is defined twice, first in line ${first.position!.start.line}`,
		'Give one of the two another number, here and at its reference.'
	);
}

function reportUnreached({ label, position }: FootnoteDefinition, report: Report): void {
	report(
		position!.start.line,
		`nothing refers to the footnote [^${label}]`,
		`Write [^${label}] where it belongs in the text, or take it out.`
	);
}

function reportEmpty({ label, position }: FootnoteDefinition, report: Report): void {
	report(
		position!.start.line,
		`the footnote [^${label}] has no words`,
		`Write its text after “[^${label}]:”.`
	);
}
