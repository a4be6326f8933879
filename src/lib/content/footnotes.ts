import type { Element } from 'hast';
import type { FootnoteReference, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { element, holdsBlocks, text, type State } from './elements';
import { renderItem } from './lists';

/** A note's number, and how often it was referred to so far. */
interface Note {
	number: number;
	references: number;
}

/** A chapter's footnotes, numbered in the order in which they are first referred to. */
export class Footnotes {
	#notes = new Map<string, Note>();

	/** The mark in the text, with a link to its note. */
	renderReference({ identifier }: FootnoteReference): Element {
		const note = this.#notes.get(identifier) ?? { number: this.#notes.size + 1, references: 0 };
		this.#notes.set(identifier, note);
		note.references++;
		const link = {
			role: 'doc-noteref',
			id: referenceId(note.number, note.references),
			href: `#note-${note.number}`
		};
		return element('sup', { dataNoanchor: true }, [element('a', link, [text(`${note.number}`)])]);
	}

	/** The section that ends a chapter, to be rendered after all its text; `null` without footnotes. */
	renderSection(state: State): Element | null {
		if (this.#notes.size === 0) return null;
		const items: Element[] = [];
		// Grows while it runs: a note may refer to further notes, which come after it.
		for (const identifier of this.#notes.keys())
			items.push(renderItem(state, state.footnoteById.get(identifier.toUpperCase())!));
		// Only now are all references counted.
		for (const note of this.#notes.values()) addBackLinks(items[note.number - 1], note);
		return element('section', { role: 'doc-endnotes', ariaLabel: 'Notes' }, [
			element('h2', { dataNoanchor: true }, [text('Notes')]),
			text('\n'),
			element('ol', {}, state.wrap(items, true))
		]);
	}
}

/** `noteref-3`; from the second reference to the same note on `noteref-3-2`. */
function referenceId(number: number, reference: number): string {
	return reference === 1 ? `noteref-${number}` : `noteref-${number}-${reference}`;
}

function addBackLinks(item: Element, { number, references }: Note): void {
	const last = item.children.at(-1);
	let end = item;
	if (last?.type === 'element' && last.tagName === 'p') end = last;
	else if (holdsBlocks(item)) {
		end = element('p', {}, []);
		item.children.push(text('\n'), end);
	}
	for (let reference = 1; reference <= references; reference++) {
		const which = references > 1 ? `, place ${reference} of ${references}` : '';
		const link = {
			role: 'doc-backlink',
			href: `#${referenceId(number, reference)}`,
			dataNoanchor: true,
			ariaLabel: `Back to the text, note ${number}${which}`
		};
		// The first is never alone on a line: it keeps to the last word.
		const space = end.children.length > 0 && reference === 1 ? '\u00a0' : ' ';
		// The selector keeps phones from drawing the arrow as an emoji.
		end.children.push(text(space), element('a', link, [text('↩\ufe0e')]));
	}
}

const LINES_OF_TEXT = new Set(['heading', 'leafDirective', 'paragraph', 'tableCell']);

/**
 * Drops, in place, the space before a reference that has a space or nothing
 * after it, so that the mark hugs its word ("Menzhinsky [^1] the"). The block's
 * text stays what it was: it would have made one space of the two.
 */
export function hugFootnoteMarks(tree: Root): void {
	visit(tree, (block) => {
		if (!LINES_OF_TEXT.has(block.type) || !('children' in block)) return;
		const leaves: RootContent[] = [];
		visit(block, (node) => {
			if (!('children' in node)) leaves.push(node);
		});
		leaves.forEach((leaf, index) => {
			const before = leaves[index - 1];
			if (leaf.type !== 'footnoteReference' || before?.type !== 'text') return;
			const after = leaves.slice(index + 1).find(({ type }) => type !== 'footnoteReference');
			const open =
				!after || after.type === 'break' || ('value' in after && /^\s/.test(after.value));
			if (open) before.value = before.value.trimEnd();
		});
	});
}
