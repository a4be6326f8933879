import type { Paragraph, Parents, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ReportFault } from '../publishing/faults';

/** A sign of some dialect of Markdown, or of another language, that would stand in the book as it was typed. */
interface Sign {
	/** As it is typed; a backslash before it makes it plain text. */
	pattern: RegExp;
	advice: string;
}

const LONGEST_EXCERPT = 40; // characters

// Each stops at what it begins with, so that none looks twice at the same letters of a long text.
export const SIGNS: readonly Sign[] = [
	{
		pattern: /(?<![\\*])\*{1,3}(?=[^\s*])|(?<=[^\s*\\])\*{1,3}(?!\*)/gu,
		advice:
			'Emphasis needs a * on both sides, in one paragraph. Beside a letter, put the quotation mark or bracket outside: “**word**”. Write \\* for a star, [^1] for a footnote.'
	},
	{
		pattern: /(?<![\p{L}\p{N}_\\])_{1,2}(?=[^\s_])|(?<=[^\s_\\])_{1,2}(?![\p{L}\p{N}_])/gu,
		advice: 'Emphasis needs a * on both sides: *word*. Write \\_ for the sign itself.'
	},
	{
		pattern: /(?<!\\)~~|(?<![\\~])~[^\s~]+~(?!~)/gu,
		advice:
			'Struck words are ~~words~~; there are no lowered letters. Write \\~ for the sign itself.'
	},
	{
		pattern: /(?<!\\)\^\[/g,
		advice: 'Write a footnote as [^1], with a line “[^1]: its text”.'
	},
	{
		pattern: /(?<![\\^[])\^[^\s^[\]]+\^/gu,
		advice: 'There are no raised letters; a footnote is [^1]. Write \\^ for the sign itself.'
	},
	{
		pattern:
			/(?<![\\=\p{L}\p{N}])==[^\s=][^=\n]*==(?!=)|(?<![\\+\p{L}\p{N}])\+\+[^\s+][^+\n]*\+\+(?!\+)/gu,
		advice: 'Write *words* or **words**, or a backslash before the sign.'
	},
	{
		pattern: /(?<![\\$])\$\$|(?<![\\$\p{L}\p{N}])\$(?=[^\s$])[^$\n]*(?<=[^\s$])\$(?![\d$])/gu,
		advice: 'Formulas are not set. Write it in words and signs, or \\$ for the sign itself.'
	},
	{
		pattern: /(?<!\\)\\[a-z]+/gi,
		advice: 'Commands of TeX do nothing here. Take it out, or write \\\\ for a backslash.'
	},
	{
		pattern: /(?<!\\)\{(?:[.#%<{][^{}\n]*|[\w-]+=[^{}\n]*)\}/gu,
		advice: 'Braces do nothing here. Take them out, or write \\{ for the sign itself.'
	},
	{
		pattern: /(?<!\\)!?\[\[/g,
		advice: 'Write a link as [words](44-next.md), an image as ![words](images/map.png), or \\[.'
	},
	{
		pattern: /(?<!\\)!?\[[^[\]\n]*\]\([^()\n]*\)/gu,
		advice:
			'An address with spaces stands between < and >: ![A map](<images/the map.png>). Or write \\[.'
	},
	{
		pattern: /(?<!\\)\[[^[\]\n]+\]\[[^[\]\n]*\]/gu,
		advice:
			'Write the address in parentheses, [words](https://…), or in a line “[label]: https://…”.'
	},
	{
		pattern: /(?<!\\)\[(?:@[\p{L}\p{N}]|toc\])/giu,
		advice: 'Contents are made by themselves, and sources belong in footnotes. Or write \\[.'
	},
	{
		pattern: /(?<![\\:\p{L}\p{N}]):[a-z][a-z0-9_+-]{1,40}:(?![:\p{L}\p{N}])/gu,
		advice: 'Write the character itself, or \\: for the sign.'
	},
	{
		pattern: /(?<!\\)%%[^%\n]+%%/g,
		advice: 'Take the comment out; notes to yourself belong in a file of your own.'
	},
	{
		pattern: /(?<!\\)<!--/g,
		advice: 'Take the comment out; notes to yourself belong in a file of your own.'
	},
	{
		pattern: /(?<!\\)&[a-z][a-z0-9]{1,30};/gi,
		advice: 'No character has that name. Write it itself, or \\& for the sign.'
	}
];

/**
 * Reports signs in the text of a chapter that would be shown as they stand, though they were most likely
 * meant to do something. `source` is what `tree` was parsed from.
 */
export function checkSigns(tree: Root, source: string, report: ReportFault): void {
	visit(tree, 'text', (node, _, parent) => {
		if (!isAddress(node, parent!)) checkText(node, source, report);
	});
}

/** Whether a text is the address of its link, as in `<https://…>`. */
function isAddress({ value }: Text, parent: Parents): boolean {
	return parent.type === 'link' && [value, `mailto:${value}`].includes(parent.url);
}

function checkText({ value, position }: Text, source: string, report: ReportFault): void {
	const { start, end } = position!;
	const typed = source.slice(start.offset, end.offset);
	for (const { pattern, advice } of SIGNS) {
		const found = [...typed.matchAll(pattern)].find(([sign]) => value.includes(sign));
		if (!found) continue;
		const line = start.line + typed.slice(0, found.index).split('\n').length - 1;
		const excerpt = found[0].slice(0, LONGEST_EXCERPT);
		report(line, `“${excerpt}” would be shown as it stands`, advice);
	}
}

/** What the lines of a paragraph begin with, when they were meant to be something else. */
export const TYPED_LINES: readonly {
	pattern: RegExp;
	/** In how many lines of a paragraph, at least. */
	times: number;
	what: string;
	advice: string;
}[] = [
	{
		pattern: /^(?:#{1,6}[^\s#\d]|#{7,}\s|={1,5}\s\S|h[1-6]\.\s)/u,
		times: 1,
		what: 'would be no heading',
		advice: 'Write “# Heading”, with a space, or a backslash before the sign itself.'
	},
	{
		pattern: /^\[\d{1,4}\]:?\s/,
		times: 1,
		what: 'would be no footnote',
		advice: 'Write “[^1]: its text”, and [^1] where it belongs; or \\[ for a bracket.'
	},
	{
		pattern: /^(?:\[![a-z]+\]|!!!\s|\.\.\s[a-z-]+::)/i,
		times: 1,
		what: 'would be shown as it stands',
		advice:
			'Begin the lines of a box with > alone, its title in bold; or write a backslash before it.'
	},
	{
		pattern: /^:\s+\S/,
		times: 1,
		what: 'would be no definition',
		advice: 'Write a list: “- **word**: what it means”. Or \\: for the sign itself.'
	},
	{
		pattern: /^\||^\+[-=+]{2,}\+\s*$/,
		times: 2,
		what: 'would be no table',
		advice: 'A table has a line |---|---| below its first; an empty line before it. Or write \\|.'
	},
	{
		pattern: /^(?:[•‣◦▪●]|[-+][^\s\d+-])/u,
		times: 2,
		what: 'would run on in one paragraph',
		advice: 'Begin each item with “- ”, or leave an empty line between the two.'
	},
	{
		pattern: /^(?:\d{1,3}[.)][^\s\d]|\(?[a-z]{1,3}\)\s)/u,
		times: 2,
		what: 'would run on in one paragraph',
		advice: 'Begin each item with “1. ”, or leave an empty line between the two.'
	}
];

/** Reports lines of paragraphs that were meant to be something else, and would run on as prose. */
export function checkLines(paragraph: Paragraph, source: string, report: ReportFault): void {
	const { start, end } = paragraph.position!;
	const lines = source.slice(start.offset, end.offset).split('\n');
	const typed = lines.map((line) => line.replace(/^[\s>]+/, ''));
	for (const { pattern, times, what, advice } of TYPED_LINES) {
		const found = typed.flatMap((line, index) => (pattern.test(line) ? [index] : []));
		if (found.length < times) continue;
		const [first] = found;
		report(start.line + first, `“${typed[first].slice(0, LONGEST_EXCERPT)}” ${what}`, advice);
	}
}
