/** What converting one document takes along, from the outermost element to the words. */
import type { Direction } from '$lib/core/text/work';
import type { Block } from '../../normal-form/blocks';
import { PLAIN, type Marks, type Run } from '../../normal-form/runs';
import type { SourceElement, SourceNode } from '../markup/element';
import type { BookReport } from '../report';
import { idOf, type SourceDocument } from '../source-document';
import type { Anchors } from './anchors';
import type { Notes } from './notes';

/** What the documents of a book have in common while they are converted. */
export interface BookConversion {
	notes: Notes;
	/** The paths of the documents, which links may lead to. */
	documents: ReadonlySet<string>;
	/** The path that a picture at a path of the book gets in the work's folder; `null` when it cannot be shown. */
	imageAt: (path: string) => string | null;
	/** The same of a drawing that stands in a document, by its SVG. */
	imageOfDrawing: (svg: string) => string | null;
	report: BookReport;
	anchors: Anchors;
	/** BCP 47; passages in another are marked. */
	language: string;
	dir: Direction;
}

export interface Conversion {
	book: BookConversion;
	document: SourceDocument;
	marks: Marks;
	isVerse: boolean;
	/** The note that is converted, whose element is otherwise passed over. */
	note: SourceElement | null;
	/** What waits for the next block: ids that lead to it, and numbers of pages that begin in it. */
	pending: { ids: string[]; pages: Run[] };
	/** Whether an element holds blocks, once it is known. */
	blocksWithin: WeakMap<SourceElement, boolean>;
	/** Converts nodes between blocks; here, since lists and tables hold such again. */
	convertFlow: (nodes: readonly SourceNode[], conversion: Conversion) => Block[];
}

/**
 * The state in which a document, or a note of it, is begun to be converted.
 *
 * @param note the element of the note; `null` for the text itself
 */
export function startConversion(
	book: BookConversion,
	document: SourceDocument,
	convertFlow: Conversion['convertFlow'],
	note: SourceElement | null = null
): Conversion {
	const pending = { ids: [], pages: [] };
	const start = { book, document, marks: PLAIN, isVerse: false, note, pending, convertFlow };
	return { ...start, blocksWithin: new WeakMap() };
}

/** Notes that links may lead to an element. */
export function noteId(element: SourceElement, { document, pending }: Conversion): void {
	const id = idOf(element);
	if (id) pending.ids.push(`${document.path}#${id}`);
}

/** Has what leads to elements before a block, or in it, lead to the block. */
export function claimIds<T extends object>(block: T, { book, pending }: Conversion): T {
	for (const id of pending.ids) book.anchors.add(id, block);
	pending.ids = [];
	return block;
}
