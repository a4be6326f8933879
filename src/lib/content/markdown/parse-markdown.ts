import type { Definition, Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import type { Construct } from 'micromark-util-types';
import { unified, type Processor } from 'unified';
import { visit } from 'unist-util-visit';
import { onlyKnown } from './known-text-directives';
import { noteVerseIndents } from './verse-indents';

// Constructs of micromark that are switched off. Code by indentation would take in paragraphs and
// verses that were pasted with leading spaces; an address without <…> would take in the quotation
// mark that follows it.
const DISABLED_CONSTRUCTS = ['codeIndented', 'wwwAutolink', 'protocolAutolink', 'emailAutolink'];

const parser = unified()
	.use(remarkParse)
	.use(remarkGfm, { singleTilde: false })
	.use(remarkDirective)
	.use(disableConstructs)
	.freeze();

/**
 * The syntax tree of a chapter's Markdown: CommonMark, GFM, directives that
 * stand on lines of their own (`:::verse`, `::signature[…]`), and the few known
 * ones within a line (`:sc[…]`). Verse knows its indents.
 */
export function parseMarkdown(markdown: string): Root {
	const tree = parser.parse(markdown);
	noteVerseIndents(tree, markdown);
	return tree;
}

/**
 * Turns `[text][label]` and `![alt][label]` into links and images of their own,
 * in place, and returns the definitions that nothing refers to.
 */
export function resolveReferences(tree: Root): Definition[] {
	const definitions = new Map<string, Definition>();
	const unused = new Set<Definition>();
	visit(tree, 'definition', (node) => {
		unused.add(node);
		if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
	});
	visit(tree, (node) => {
		if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
		const definition = definitions.get(node.identifier)!; // without one it would not parse as a reference
		const type = node.type === 'linkReference' ? 'link' : 'image';
		Object.assign(node, { type, url: definition.url, title: definition.title });
		unused.delete(definition);
	});
	return [...unused];
}

/** A plugin of unified that switches off what reads more into plain text than a writer of prose means. */
function disableConstructs(this: Processor): void {
	const extensions = this.data('micromarkExtensions')!;
	const directives = extensions.at(-1)!; // remark-directive's, which was used just before
	const [[colon, construct]] = Object.entries(directives.text!);
	directives.text = { [colon]: onlyKnown(construct as Construct) }; // others would take in “10:30”
	extensions.push({ disable: { null: DISABLED_CONSTRUCTS } });
	// The second half of GFM's addresses works on the tree, and leaves nodes without a position.
	for (const extension of this.data('fromMarkdownExtensions')!.flat()) delete extension.transforms;
}
