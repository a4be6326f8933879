/** What stands within a line: words, marks, pictures, references to notes. */
import { textDirective } from '../../article/directives';
import { LINE_BREAK, PLAIN, type Run } from '../../normal-form/runs';
import { lineOf, type SourceElement, type SourceNode } from '../markup/element';
import { BLOCKS } from './allow-list';
import { noteId, type Conversion } from './conversion';
import { formulaRuns } from './formulas';
import { withMarksOf } from './marks';
import { isPassedOver, pageOf } from './passed-over';
import { pictureOf, picturesOfSvg } from './pictures';

/** Adds the runs of nodes to a line. A block among them stands on a line of its own. */
export function addRuns(nodes: readonly SourceNode[], conversion: Conversion, runs: Run[]): void {
	for (const node of nodes) {
		if (typeof node === 'string') runs.push({ value: node, marks: conversion.marks });
		else if (isPassedOver(node, conversion)) continue;
		else if (BLOCKS.has(node.name)) addLine(node, conversion, runs);
		else addInline(node, conversion, runs);
	}
}

/** Adds the runs of an element that is passed over by none of the rules. */
export function addInline(element: SourceElement, conversion: Conversion, runs: Run[]): void {
	noteId(element, conversion);
	const note = conversion.book.notes.byReference.get(element);
	const page = pageOf(element);
	if (note) {
		const value = { type: 'footnoteReference' as const, identifier: note.id, label: note.id };
		runs.push({ value, marks: PLAIN });
	} else if (page !== null) runs.push(...pageRuns(page));
	else if (Object.hasOwn(SPECIAL, element.name)) SPECIAL[element.name](element, conversion, runs);
	else if (conversion.document.styles.lookOf(element).block && element.name !== 'a')
		addLine(element, conversion, runs);
	else if (standsAtLineEnd(element, conversion)) between(' ', ' ')(element, conversion, runs);
	else addRuns(element.children, withMarksOf(element, conversion), runs);
}

/** Whether an element is set apart from its line, as the number of a verse is. An initial is set at the beginning. */
function standsAtLineEnd(element: SourceElement, { book, document }: Conversion): boolean {
	return document.styles.lookOf(element).float === (book.dir === 'rtl' ? 'left' : 'right');
}

function pageRuns(number: string): Run[] {
	if (number === '') return [];
	return [{ value: textDirective('page', [{ type: 'text', value: number }]), marks: PLAIN }];
}

/** Adds an element between two breaks. */
function addLine(element: SourceElement, conversion: Conversion, runs: Run[]): void {
	noteId(element, conversion);
	if (runs.length > 0) runs.push(LINE_BREAK);
	addRuns(element.children, withMarksOf(element, conversion), runs);
	runs.push(LINE_BREAK);
}

type AddRuns = (element: SourceElement, conversion: Conversion, runs: Run[]) => void;

const between =
	(before: string, after: string): AddRuns =>
	(element, conversion, runs) => {
		const inside = withMarksOf(element, conversion);
		runs.push({ value: before, marks: inside.marks });
		addRuns(element.children, inside, runs);
		runs.push({ value: after, marks: inside.marks });
	};

const addPicture: AddRuns = (element, conversion, runs) => {
	const value = pictureOf(element, conversion);
	if (value) runs.push({ value, marks: PLAIN });
};

/** Elements that are more than their words with marks. */
const SPECIAL: Readonly<Record<string, AddRuns>> = {
	br: (_, __, runs) => void runs.push(LINE_BREAK),
	wbr: () => {},
	img: addPicture,
	image: addPicture,
	svg: (element, conversion, runs) => {
		for (const value of picturesOfSvg(element, conversion)) runs.push({ value, marks: PLAIN });
	},
	math: (element, conversion, runs) => {
		for (const run of formulaRuns(element, conversion)) runs.push(run);
	},
	q: between('“', '”'),
	rt: (element, conversion, runs) => {
		conversion.book.report.count('ruby');
		if (lineOf(element) !== '') between('（', '）')(element, conversion, runs);
	}
};
