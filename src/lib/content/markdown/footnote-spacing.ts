import type { Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { trimSpacesAtEnd } from '../normal-form/clean-text';

// What holds the words of a line; a footnote never refers to one from outside of these.
const LINES_OF_TEXT = new Set(['heading', 'leafDirective', 'paragraph', 'tableCell']);

/**
 * Removes, in place, the space before a reference to a footnote that has a space
 * or nothing after it ("Menzhinsky [^1] the"), so that the number stands at its
 * word. The text of the block stays the same: it has one space for the two.
 */
export function removeSpaceBeforeFootnotes(tree: Root): void {
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
			const isSpaceAfter =
				!after || after.type === 'break' || ('value' in after && /^\s/.test(after.value));
			if (isSpaceAfter) before.value = trimSpacesAtEnd(before.value);
		});
	});
}
