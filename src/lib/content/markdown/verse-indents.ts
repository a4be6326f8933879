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
		const column = verse.position!.start.column - 1; // after the `> ` of a quotation
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

function stepsOf(line: string): number {
	const [space] = /^(?:[ \t\u2003\u3000]|&emsp;)*/.exec(line)!;
	const wide = space.match(/[\t\u2003\u3000]|&emsp;/g)?.length ?? 0;
	const narrow = space.match(/ /g)?.length ?? 0;
	return wide + Math.floor(narrow / 2);
}
