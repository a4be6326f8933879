/** A source document becomes blocks in the normal form, by the allow-list. */
import type { Heading } from 'mdast';
import {
	code,
	heading,
	paragraph,
	quotation,
	signature,
	type Block
} from '../../normal-form/blocks';
import { withPlainNumbers } from '../../normal-form/numbered-lists';
import { isBreak, type Run } from '../../normal-form/runs';
import { findElement, textOf, type SourceElement, type SourceNode } from '../markup/element';
import type { SourceDocument } from '../source-document';
import { BLOCKS, isLeftOut } from './allow-list';
import {
	claimIds,
	noteId,
	startConversion,
	type BookConversion,
	type Conversion
} from './conversion';
import { convertFigure } from './figures';
import { addInline, addRuns } from './inline';
import { convertList, convertTerm } from './lists';
import { withMarksOf } from './marks';
import type { Note } from './notes';
import { isPassedOver, pageOf } from './passed-over';
import { convertTable } from './tables';
import { convertVerse, isVerse, joinVerse } from './verse';

/** The blocks of a document. Its notes are passed over: `convertNote` gives them. */
export function convertDocument(document: SourceDocument, book: BookConversion): Block[] {
	return convertFlow(document.body.children, startConversion(book, document, convertFlow));
}

/** The blocks of a note; empty when it has no words. */
export function convertNote(note: Note, book: BookConversion): Block[] {
	const conversion = startConversion(book, note.document, convertFlow, note.element);
	const blocks = convertFlow([note.element], conversion);
	const [only] = blocks;
	// A note that was an item of the book's own list of notes.
	if (blocks.length === 1 && only.type === 'list' && only.children.length === 1)
		return only.children[0].children;
	return blocks;
}

function convertFlow(nodes: readonly SourceNode[], conversion: Conversion): Block[] {
	const blocks: Block[] = [];
	let runs: Run[] = [];
	const endParagraph = () => {
		for (const part of splitAtEmptyLines(runs)) append(blocks, convertParagraph(part, conversion));
		runs = [];
	};
	for (const node of nodes) {
		if (typeof node === 'string') runs.push({ value: node, marks: conversion.marks });
		else if (isPassedOver(node, conversion)) {
			if (BLOCKS.has(node.name)) endParagraph();
		} else if (BLOCKS.has(node.name) && pageOf(node) === null) {
			endParagraph();
			noteId(node, conversion);
			append(blocks, convertBlock(node, conversion));
		} else if (partsText(node, conversion)) {
			endParagraph();
			noteId(node, conversion);
			append(blocks, convertFlow(node.children, withMarksOf(node, conversion)));
		} else addInline(node, conversion, runs);
	}
	endParagraph();
	return withPlainNumbers(conversion.isVerse ? joinVerse(blocks, conversion) : blocks);
}

/** Not `push(…)`: a hundred thousand arguments overflow the stack. */
function append(blocks: Block[], more: readonly Block[]): void {
	for (const block of more) blocks.push(block);
}

/** Whether an element within a line holds blocks, and so has to be opened. */
function partsText(element: SourceElement, conversion: Conversion): boolean {
	if (/^(svg|math)$/.test(element.name) || pageOf(element) !== null) return false;
	return !conversion.book.notes.byReference.has(element) && holdsBlocks(element, conversion);
}

function holdsBlocks(element: SourceElement, conversion: Conversion): boolean {
	const known = conversion.blocksWithin.get(element);
	if (known !== undefined) return known;
	const holds = element.children.some(
		(child) =>
			typeof child !== 'string' &&
			!isLeftOut(child.name) &&
			(BLOCKS.has(child.name) || holdsBlocks(child, conversion))
	);
	conversion.blocksWithin.set(element, holds);
	return holds;
}

/** Two breaks in a row part paragraphs. */
function splitAtEmptyLines(runs: readonly Run[]): Run[][] {
	const parts: Run[][] = [[]];
	let breaks = 0;
	for (const run of runs) {
		if (isBreak(run)) breaks++;
		else if (typeof run.value !== 'string' || run.value.trim() !== '') {
			if (breaks > 1) parts.push([]);
			breaks = 0;
		}
		parts.at(-1)!.push(run);
	}
	return parts;
}

/** A paragraph, with the numbers of pages that stood before it. Those of one without words go to the next. */
function convertParagraph(runs: readonly Run[], conversion: Conversion): Block[] {
	const { pending } = conversion;
	const block = paragraph([...pending.pages, ...runs]);
	if (!block) {
		for (const run of runs) if (isPageNumber(run)) pending.pages.push(run);
		return [];
	}
	pending.pages = [];
	return [claimIds(block, conversion)];
}

function isPageNumber({ value }: Run): boolean {
	return typeof value !== 'string' && value.type === 'textDirective';
}

type Convert = (element: SourceElement, conversion: Conversion) => Block[];

const claimed = (block: Block | null, conversion: Conversion) =>
	block ? [claimIds(block, conversion)] : [];

/** Blocks that are more than what they hold. */
const CONVERT: Readonly<Record<string, Convert>> = {
	hr: () => [{ type: 'thematicBreak' }],
	blockquote: (element, conversion) => {
		const block = quotation(convertFlow(element.children, conversion));
		return block ? [block] : [];
	},
	ul: convertList,
	ol: convertList,
	menu: convertList,
	dir: convertList,
	dt: convertTerm,
	table: convertTable,
	figure: convertFigure,
	hgroup: convertHeading,
	pre: (element, conversion) => claimed(code(textOf(element)), conversion)
};
for (const level of [1, 2, 3, 4, 5, 6]) Object.assign(CONVERT, { [`h${level}`]: convertHeading });

function convertBlock(element: SourceElement, conversion: Conversion): Block[] {
	const startsVerse = isVerse(element);
	const inside = {
		...withMarksOf(element, conversion),
		isVerse: conversion.isVerse || startsVerse
	};
	if (Object.hasOwn(CONVERT, element.name)) return CONVERT[element.name](element, inside);
	if (inside.isVerse) {
		const verse = convertVerse(element, inside);
		if (verse) return [verse];
	}
	if (
		/(^|\s)signature(\s|$)/.test(element.attributes.class ?? '') &&
		!holdsBlocks(element, conversion)
	)
		return convertSignature(element, inside);
	return convertFlow(element.children, inside);
}

function convertHeading(element: SourceElement, conversion: Conversion): Block[] {
	const runs: Run[] = [];
	addRuns(element.children, conversion, runs);
	const block = heading(
		depthOf(element),
		runs.filter((run) => !isPageNumber(run))
	);
	for (const run of runs) if (isPageNumber(run)) conversion.pending.pages.push(run);
	return claimed(block, conversion);
}

function depthOf(element: SourceElement): Heading['depth'] {
	const [, level] = /^h([1-6])$/.exec(element.name) ?? [];
	if (level) return Number(level) as Heading['depth'];
	return ([1, 2, 3] as const).find((depth) => findElement(element, `h${depth}`)) ?? 4;
}

function convertSignature(element: SourceElement, conversion: Conversion): Block[] {
	const runs: Run[] = [];
	addRuns(element.children, conversion, runs);
	return claimed(signature(runs.filter((run) => !isPageNumber(run))), conversion);
}
