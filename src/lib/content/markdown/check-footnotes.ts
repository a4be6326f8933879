import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { isSeen } from '../normal-form/clean-text';
import type { ReportFault } from '../publishing/faults';

// A reference as it is typed; a backslash before its bracket makes it plain text.
const REFERENCE = /(?<!\\)\[\^([^[\]\s]+)\]/g;

/**
 * Reports references to footnotes that are not defined, and footnotes that
 * nothing refers to, that are defined twice, that are empty, or whose reference
 * stands in a link. `source` is what `tree` was parsed from.
 */
export function checkFootnotes(tree: Root, source: string, report: ReportFault): void {
	const definitions = new Map<string, FootnoteDefinition>();
	visit(tree, 'footnoteDefinition', (node) => {
		const first = definitions.get(node.identifier);
		if (first) reportDefinedTwice(node, first, report);
		else definitions.set(node.identifier, node);
	});
	const referenced = findReferenced(tree, definitions);
	for (const [identifier, node] of definitions) {
		if (!referenced.has(identifier)) reportUnreferenced(node, report);
		if (isEmpty(node)) reportEmpty(node, report);
	}
	checkUndefined(tree, source, report);
	checkWithinLinks(tree, report);
}

/** The identifiers of the footnotes that the text refers to, by itself or through other footnotes. */
function findReferenced(tree: Root, definitions: Map<string, FootnoteDefinition>): Set<string> {
	const referenced = new Set<string>();
	const follow = (node: Nodes) => {
		if (node.type === 'footnoteReference' && !referenced.has(node.identifier)) {
			referenced.add(node.identifier);
			definitions.get(node.identifier)!.children.forEach(follow);
		} else if ('children' in node && node.type !== 'footnoteDefinition')
			node.children.forEach(follow);
	};
	follow(tree);
	return referenced;
}

/** Whether a footnote has no words: it would have no block, and its reference nowhere to lead. */
function isEmpty(definition: FootnoteDefinition): boolean {
	let empty = true;
	visit(definition, (node) => {
		const words = node.type === 'image' ? (node.title ?? '') : 'value' in node ? node.value : '';
		if (isSeen(words)) empty = false;
	});
	return empty;
}

/** Reports undefined references. They do not parse as references, so they are looked for in plain text. */
function checkUndefined(tree: Root, source: string, report: ReportFault): void {
	visit(tree, 'text', ({ position }) => {
		const { start, end } = position!;
		const typed = source.slice(start.offset, end.offset);
		let { line } = start;
		let read = 0;
		for (const match of typed.matchAll(REFERENCE)) {
			line += typed.slice(read, match.index).split('\n').length - 1;
			read = match.index;
			report(
				line,
				`a footnote ${match[0]} has no text`,
				`Add a line “${match[0]}: …” with its text, or write \\[ if it is no footnote.`
			);
		}
	});
}

function checkWithinLinks(tree: Root, report: ReportFault): void {
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

function reportDefinedTwice(
	{ label, position }: FootnoteDefinition,
	first: FootnoteDefinition,
	report: ReportFault
): void {
	report(
		position!.start.line,
		`the footnote [^${label}] is defined twice, first in line ${first.position!.start.line}`,
		'Give one of the two another number, here and at its reference.'
	);
}

function reportUnreferenced({ label, position }: FootnoteDefinition, report: ReportFault): void {
	report(
		position!.start.line,
		`nothing refers to the footnote [^${label}]`,
		`Write [^${label}] where it belongs in the text, or take it out.`
	);
}

function reportEmpty({ label, position }: FootnoteDefinition, report: ReportFault): void {
	report(
		position!.start.line,
		`the footnote [^${label}] has no words`,
		`Write its text after “[^${label}]:”.`
	);
}
