import type { Code, Heading, List, Nodes, Root, Table } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ReportFault } from '../publishing/faults';
import { checkLines } from './check-signs';

/**
 * Reports blocks that most likely were not meant to be what they are, or of which the page would leave
 * something out: lists made of years, headings made of dashes, code that does not end, cells beyond the
 * first row of a table, and what is empty. `source` is what `tree` was parsed from.
 */
export function checkBlocks(tree: Root, source: string, report: ReportFault): void {
	let lastNumber = 0; // of the ordered lists so far, for those that go on after a paragraph
	visit(tree, (node) => {
		if (node.type === 'heading') checkHeading(node, source, report);
		else if (node.type === 'list' && node.ordered)
			lastNumber = checkNumbers(node, { source, lastNumber }, report);
		else if (node.type === 'table') checkTable(node, report);
		else if (node.type === 'code') checkCode(node, source, report);
		else if (node.type === 'paragraph') checkLines(node, source, report);
		else if (node.type === 'blockquote' || node.type === 'link') checkEmpty(node, report);
	});
}

function checkHeading(node: Heading, source: string, report: ReportFault): void {
	const { line } = node.position!.start;
	if (node.children.length === 0)
		report(line, 'a heading has no words', 'Write them after the #, or \\# for the sign itself.');
	const typed = source.slice(node.position!.start.offset, node.position!.end.offset);
	if (/\n[\s>]*-+\s*$/.test(typed))
		report(
			line,
			'the line of dashes below makes this a heading',
			'Leave an empty line before a section break, or write “## …” for a heading.'
		);
}

// No list begins with it, and many a sentence does.
const FIRST_YEAR = 1000;

/** The last number of a list; reports numbers that it would not be shown with, and a year that begins one. */
function checkNumbers(
	{ children, start }: List,
	{ source, lastNumber }: { source: string; lastNumber: number },
	report: ReportFault
): number {
	const first = start ?? 1;
	const typed = children.map(({ position }) =>
		Number(/\d+/.exec(source.slice(position!.start.offset, position!.start.offset! + 9))?.[0])
	);
	const isCounted = typed.every((number) => number === first); // “1.” before each is a way to write it
	const wrong = isCounted ? -1 : typed.findIndex((number, index) => number !== first + index);
	const isAlone = children.length === 1 && first > 1 && first !== lastNumber + 1;
	const isYear = first >= FIRST_YEAR;
	const at = wrong >= 0 ? wrong : 0;
	const { line } = children[at].position!.start;
	if (isAlone || isYear)
		report(
			line,
			`“${first}.” begins a list here`,
			`Write ${first}\\. if it is a year, a date or the end of a sentence.`
		);
	else if (wrong >= 0)
		report(
			line,
			`the list would be shown with ${first + wrong} in the place of ${typed[wrong]}`,
			`Number its items one by one, or write ${typed[wrong]}\\. for what is no list.`
		);
	return first + children.length - 1;
}

function checkTable({ children: rows }: Table, report: ReportFault): void {
	for (const row of rows) {
		const more = row.children.length - rows[0].children.length;
		if (more <= 0) continue;
		report(
			row.position!.start.line,
			`a row has ${row.children.length} cells, the first one ${rows[0].children.length}`,
			'Give each row as many; write \\| for the sign within a cell.'
		);
	}
}

function checkCode({ position }: Code, source: string, report: ReportFault): void {
	const { start, end } = position!;
	const lines = source.slice(start.offset, end.offset).split('\n');
	const fence = /^(?:`{3,}|~{3,})/.exec(lines[0])?.[0];
	const last = lines.length > 1 ? lines.at(-1)!.replace(/[\s>]+/g, '') : '';
	if (!fence || (last.startsWith(fence) && /^(?:`+|~+)$/.test(last))) return;
	report(
		start.line,
		`the block of code that ${fence} begins does not end`,
		`Write ${fence} in a line after it.`
	);
}

/** What a publisher calls what is empty. */
const NAMES: Partial<Record<Nodes['type'], string>> = {
	blockquote: 'a quotation',
	link: 'a link'
};

function checkEmpty(node: Nodes & { children: unknown[] }, report: ReportFault): void {
	if (node.children.length > 0) return;
	report(
		node.position!.start.line,
		`${NAMES[node.type]} has no words`,
		'Write them, or take it out.'
	);
}
