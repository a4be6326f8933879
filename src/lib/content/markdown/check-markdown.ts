import type { Html, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ReportFault } from '../publishing/faults';
import { checkBlocks } from './check-blocks';
import { checkDirectives } from './check-directives';
import { checkFootnotes } from './check-footnotes';
import { checkSigns } from './check-signs';
import { resolveReferences } from './parse-markdown';

const LONGEST_EXCERPT = 40; // characters

/**
 * Reports what a chapter's Markdown holds that the page would lose or garble:
 * HTML, unknown directives, signs of other dialects, task lists, and footnotes and
 * link addresses that nothing refers to. `source` is what `tree` was parsed from. On the way, the
 * tree's references to links and images are resolved.
 */
export function checkMarkdown(tree: Root, source: string, report: ReportFault): void {
	checkHtml(tree, report);
	checkFootnotes(tree, source, report);
	for (const { label, identifier, position } of resolveReferences(tree))
		report(
			position!.start.line,
			`nothing refers to “[${label ?? identifier}]:”, so the line would not be shown`,
			'Take it out, or write \\[ if it is part of the text.'
		);
	checkDirectives(tree, source, report);
	checkSigns(tree, source, report);
	checkBlocks(tree, source, report);
	visit(tree, 'listItem', ({ checked, position }) => {
		if (typeof checked !== 'boolean') return;
		report(
			position!.start.line,
			'a check box cannot be shown',
			'Write \\[ ] or \\[x] to have the brackets as text.'
		);
	});
}

function checkHtml(tree: Root, report: ReportFault): void {
	const opened = new Set<string>();
	visit(tree, 'html', (node) => {
		const name = tagName(node);
		// A closing tag goes with its opening tag, which was reported.
		if (node.value.startsWith('</') && opened.has(name)) return;
		opened.add(name);
		const excerpt = node.value.split('\n', 1)[0].slice(0, LONGEST_EXCERPT);
		report(node.position!.start.line, `HTML is not supported: ${excerpt}`, adviceForTag(name));
	});
}

/** The name of a tag in lowercase; of a comment and its like, how it begins. */
function tagName({ value }: Html): string {
	return /^<\/?([a-z][a-z0-9-]*)/i.exec(value)?.[1].toLowerCase() ?? value.slice(0, 4);
}

/** What to write instead of a tag. */
const MARKDOWN_FOR: Record<string, string> = {
	'<!--': 'Take the comment out; notes to yourself belong in a file of your own.',
	a: 'Write a link as [words](https://address).',
	b: 'Write bold as **words**.',
	blockquote: 'Begin each line of a quotation with >.',
	br: 'End the line before with a backslash (\\), or set verse in :::verse.',
	code: 'Write code between backticks: `code`.',
	del: 'Write struck words as ~~words~~.',
	div: 'Leave an empty line between paragraphs instead.',
	em: 'Write italics as *words*.',
	hr: 'Write a section break as --- between two empty lines.',
	i: 'Write italics as *words*.',
	img: 'Write an image as ![what it shows](images/file.png).',
	p: 'Leave an empty line between paragraphs instead.',
	s: 'Write struck words as ~~words~~.',
	strong: 'Write bold as **words**.',
	sup: 'Write a footnote as [^1], with a line “[^1]: its text”.',
	table: 'Write a table with | between its cells.'
};

function adviceForTag(name: string): string {
	return MARKDOWN_FOR[name] ?? 'Take the tag out, or write \\< when a real < is meant.';
}
