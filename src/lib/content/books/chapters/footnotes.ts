import type { FootnoteDefinition, Nodes, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { paragraph, type Block } from '../../normal-form/blocks';
import { PLAIN } from '../../normal-form/runs';
import { hasWords } from './numbers';

declare const structuredClone: <T>(value: T) => T;

/** The text of a note that has none, or a picture alone. */
const WORDLESS = [paragraph([{ value: '—', marks: PLAIN }])!];

/**
 * A chapter with the notes that it refers to at its end, in the order of their first marks, and the
 * numbers of those notes by their ids in the book. A note that two chapters refer to goes with both.
 */
export function addFootnotes(
	blocks: readonly Block[],
	notes: ReadonlyMap<string, readonly Block[]>
): { children: RootContent[]; numbers: Map<string, number> } {
	const numbers = new Map<string, number>();
	const renumber = (node: Nodes) =>
		visit(node, 'footnoteReference', (reference) => {
			if (!numbers.has(reference.identifier)) numbers.set(reference.identifier, numbers.size + 1);
			const number = String(numbers.get(reference.identifier));
			Object.assign(reference, { identifier: number, label: number });
		});
	const children: RootContent[] = [...blocks];
	children.forEach(renumber);
	// Grows while it runs: notes refer to notes.
	for (const [id, number] of numbers) {
		const label = String(number);
		const text = notes.get(id) ?? [];
		const content = structuredClone(
			text.some(hasWords) ? text : [...text, ...WORDLESS]
		) as FootnoteDefinition['children'];
		content.forEach(renumber);
		children.push({ type: 'footnoteDefinition', identifier: label, label, children: content });
	}
	return { children, numbers };
}
