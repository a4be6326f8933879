/** What parsing a file as Markdown would take, told from its letters before it is tried. */

/** What there is too much of: signs without a partner in a paragraph, certain blocks, or blocks within each other. */
export type TooMuch = 'signs' | 'blocks' | 'depth';

// A paragraph takes the product of its letters and of the signs in it that have no partner near them, since
// the parser looks for the partner of each up to its end: of `<!--` 100,000 letters took a minute. This many
// take about two seconds; a book that is all one paragraph may have two hundred such signs.
const MOST_COST = 100_000_000;
// The parser's list of events is cut and joined at each quotation, and at each heading with a line below it:
// the last of many takes as much as all before it, each so much. Four thousand of them take about two seconds.
const COST_OF_EARLIER_BLOCK = 12;
// Quotations, lists and directives within each other: thousands of them took minutes, or ran out of stack.
const DEEPEST = 100;

const DEEP_LINE = new RegExp(`^(?:[ \\t]*(?:>|(?:[-*+]|\\d{1,9}[.)])[ \\t])){${DEEPEST}}`);
const BLANK = /^[\s>]*$/;
const OPENING = /^[\s>]*:{3,}\s*[a-z]/i;
const CLOSING = /^[\s>]*:{3,}\s*$/;
const QUOTATION = /^\s*>/;
const UNDERLINE = /^[\s>]*(?:=+|-+)\s*$/;
const BULLET = /^[\s>]*[-*+] /;
// What has its partner near it. Each repetition has a bound, so that nothing is looked through twice.
const PAIRED = [
	/<\/?[a-z][a-z\d]{0,20}(?: [a-z:-]{1,20}="[^"<>]{0,500}"){0,5} ?\/?>/gi,
	/<(?:https?:\/\/|mailto:)[^<>\s]{1,500}>/g,
	/<!--[^<>]{0,500}-->/g,
	/(`{1,3})(?!`)[^`]{1,500}(?<!`)\1(?!`)/g,
	/!?\[[^[\]]{0,500}\](?:\([^()<>\s]{0,500}(?: "[^"()]{0,200}")?\))?/g,
	/(\*{1,3}|_{1,3}|~{2})(?=[^\s*_~`])[^*_~`]{1,500}\1/g
];
const SIGN = /<|`+|[[\]]|[*_]|~+/g;

/** Why `markdown` is not to be parsed; `null` when it can be. Takes time as its length, whatever stands in it. */
export function tooCostly(markdown: string): TooMuch | null {
	let cost = 0;
	let depth = 0;
	let blocks = 0;
	let paragraph: string[] = [];
	for (const line of [...markdown.split('\n'), '']) {
		if (DEEP_LINE.test(line)) return 'depth';
		if (OPENING.test(line)) depth += 1;
		else if (CLOSING.test(line)) depth = Math.max(0, depth - 1);
		if (depth > DEEPEST) return 'depth';
		const isQuotation = paragraph.length === 0 && QUOTATION.test(line);
		if (isQuotation || (paragraph.length > 0 && UNDERLINE.test(line))) {
			blocks += 1;
			cost += COST_OF_EARLIER_BLOCK * blocks;
		}
		if (!BLANK.test(line)) {
			paragraph.push(line.replace(BULLET, ''));
			continue;
		}
		cost += costOf(paragraph.join('\n'));
		if (cost > MOST_COST) return blocks > 1000 ? 'blocks' : 'signs';
		paragraph = [];
	}
	return null;
}

function costOf(paragraph: string): number {
	const rest = PAIRED.reduce((text, pattern) => text.replace(pattern, ''), paragraph);
	return paragraph.length * (rest.match(SIGN)?.length ?? 0);
}
