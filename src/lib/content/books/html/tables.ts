import type { Paragraph } from 'mdast';
import { table, type Block } from '../../normal-form/blocks';
import { runsOf } from '../../normal-form/runs-of';
import { PLAIN, type Run } from '../../normal-form/runs';
import { childElements, findElement, type SourceElement, type SourceNode } from '../markup/element';
import { noteId, type Conversion } from './conversion';
import { withMarksOf } from './marks';
import { isPassedOver } from './passed-over';

interface Row {
	/** What each column holds; nothing where a cell spans others. */
	cells: Block[][];
	/** All of its cells are headers. */
	isHead: boolean;
}

const MOST_COLUMNS = 40;
const MOST_SPANNED = 200;
const MOST_ROWS = 5000; // a table of 50,000 took 467 MB
const MOST_PARAGRAPHS = 4; // in a cell

/** A table; one that has no form in Markdown becomes the blocks of its cells, and is reported. */
export function convertTable(element: SourceElement, conversion: Conversion): Block[] {
	const { rows: elements, others } = partsOf(element, conversion);
	const before = conversion.convertFlow(others, conversion);
	const rows = readRows(elements, conversion).filter(({ cells }) => cells.some(isFilled));
	if (rows.length === 0) return before;
	const width = largest(rows, ({ cells }) => cells.length);
	const filled = largest(rows, ({ cells }) => cells.filter(isFilled).length);
	const isSimple =
		!findElement(element, 'table') && rows.every(({ cells }) => cells.every(isWritable));
	const hasForm = filled > 1 && rows.length > 1 && rows.length <= MOST_ROWS;
	if (!isSimple || !hasForm || width > MOST_COLUMNS) {
		// One row or one column only puts things beside or below each other: boxes, labels with their words.
		if (filled > 1 && rows.length > 1) conversion.book.report.count('table');
		return [...before, ...rows.flatMap(({ cells }) => cells.flat())];
	}
	const [first, ...rest] = rows;
	const head = first.isHead ? first.cells : [];
	const block = table(
		head.map(runsOfCell),
		(first.isHead ? rest : rows).map(({ cells }) => cells.map(runsOfCell))
	);
	moveAnchors(first.isHead ? rows : [{ cells: [], isHead: true }, ...rows], block, conversion);
	return [...before, block];
}

/** Not `Math.max(…)` of all: a hundred thousand arguments overflow the stack. */
function largest(rows: readonly Row[], numberOf: (row: Row) => number): number {
	return rows.reduce((most, row) => Math.max(most, numberOf(row)), 0);
}

const isFilled = (cell: readonly Block[]) => cell.length > 0;

const isWritable = (cell: readonly Block[]) =>
	cell.length <= MOST_PARAGRAPHS && cell.every(({ type }) => type === 'paragraph');

/** The rows of a table, and what else stands in it: its caption, and words between rows. */
function partsOf(
	element: SourceElement,
	conversion: Conversion
): { rows: SourceElement[]; others: SourceNode[] } {
	const rows: SourceElement[] = [];
	const others: SourceNode[] = [];
	for (const child of element.children) {
		if (typeof child === 'string') {
			if (child.trim() !== '') others.push(child);
		} else if (isPassedOver(child, conversion)) continue;
		else if (child.name === 'tr') rows.push(child);
		else if (/^(thead|tbody|tfoot)$/.test(child.name)) {
			const inner = partsOf(child, conversion);
			for (const row of inner.rows) rows.push(row);
			for (const other of inner.others) others.push(other);
		} else if (child.name !== 'colgroup' && child.name !== 'col') others.push(child);
	}
	return { rows, others };
}

function readRows(elements: readonly SourceElement[], conversion: Conversion): Row[] {
	/** By column: in how many further rows a cell of a row before stands. */
	const spanned = new Map<number, number>();
	return elements.map((element) => {
		noteId(element, conversion);
		const cells: Block[][] = [];
		let isHead = true;
		const skipSpanned = () => {
			for (let left = spanned.get(cells.length); left; left = spanned.get(cells.length)) {
				spanned.set(cells.length, left - 1);
				cells.push([]);
			}
		};
		for (const cell of childElements(element)) {
			if (isPassedOver(cell, conversion)) continue;
			skipSpanned();
			if (cell.name !== 'th') isHead = false;
			const down = spanOf(cell.attributes.rowspan);
			const across = Math.min(spanOf(cell.attributes.colspan), MOST_COLUMNS);
			for (let column = 0; column < across; column++) {
				if (down > 1) spanned.set(cells.length, down - 1);
				cells.push(column === 0 ? convertCell(cell, conversion) : []);
			}
		}
		skipSpanned();
		return { cells, isHead };
	});
}

function spanOf(value: string | undefined): number {
	const span = Number.parseInt(value ?? '1', 10);
	return span > 0 ? Math.min(span, MOST_SPANNED) : 1;
}

function convertCell(cell: SourceElement, conversion: Conversion): Block[] {
	noteId(cell, conversion);
	return conversion.convertFlow(cell.children, withMarksOf(cell, conversion));
}

/** The content of a cell on one line; its paragraphs are parted by a space. */
function runsOfCell(blocks: readonly Block[]): Run[] {
	const lines = (blocks as Paragraph[]).map(({ children }) => runsOf(children));
	return lines.flatMap((runs, index) =>
		index > 0 ? [{ value: ' ', marks: PLAIN }, ...runs] : runs
	);
}

/** Has what led to a paragraph of a cell lead to the cell. */
function moveAnchors(
	rows: readonly Row[],
	block: ReturnType<typeof table>,
	{ book }: Conversion
): void {
	rows.forEach(({ cells }, row) =>
		cells.forEach((blocks, column) => {
			for (const old of blocks) book.anchors.move(old, block.children[row].children[column]);
		})
	);
}
