import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Notes, in place, how far each line of verse is indented in `source`, which
 * `tree` was parsed from: the tree itself has lost the spaces. A step is an em
 * space, an ideographic space, a tab or two spaces.
 */
export function noteVerseIndents(tree: Root, source: string): void {
	const lines = source.split('\n');
	visit(tree, 'containerDirective', (verse) => {
		const { start, end } = verse.position!;
		// After the `> ` of a quotation. The first line of a footnote or of a list's item in one stands
		// further in than the others.
		const column = Math.min(start.column - 1, columnOfEnd(lines[end.line - 1]));
		for (const stanza of verse.children) {
			if (stanza.type !== 'paragraph') continue;
			const { start, end } = stanza.position!;
			const indents = lines
				.slice(start.line - 1, end.line)
				.map((line) => stepsOf(line.slice(column)));
			stanza.data = { ...stanza.data, indents };
		}
	});
}

/** Where the colons that end a verse stand in their line; beyond it when the verse does not end. */
function columnOfEnd(line: string): number {
	return /^[\s>]*(?=:{3,}\s*$)/.exec(line)?.[0].length ?? line.length;
}

function stepsOf(line: string): number {
	const [space] = /^(?:[ \t\u2003\u3000]|&emsp;)*/.exec(line)!;
	const wide = space.match(/[\t\u2003\u3000]|&emsp;/g)?.length ?? 0;
	const narrow = space.match(/ /g)?.length ?? 0;
	return wide + Math.floor(narrow / 2);
}
