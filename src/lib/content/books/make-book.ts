/** A source book becomes a book: chapters in the normal form, with their notes, links and pictures. */
import { canonicalLanguage, directionOf } from '../publishing/language';
import type { Block } from '../normal-form/blocks';
import { BookError, type Book } from './book';
import { cutIntoChapters, type Section } from './chapters/cut';
import { addFootnotes } from './chapters/footnotes';
import { resolveBookLinks, type LinkedChapter, type LinkTargets } from './chapters/links';
import { hasWords } from './chapters/numbers';
import { slugFor, takeTitle } from './chapters/titles';
import { Anchors } from './html/anchors';
import { convertDocument, convertNote } from './html/convert';
import type { BookConversion } from './html/conversion';
import { findNotes } from './html/notes';
import { BookImages } from './images';
import type { SourceBook } from './source-book';
import { emptyDocument } from './source-document';

export interface BookOptions {
	/** Whether a picture can be shown, which only what opens pictures knows. */
	canShow?: (bytes: Uint8Array, name: string) => boolean;
	/** Is called before each document of the book, with how many are done of all. */
	onprogress?: (done: number, all: number) => void;
}

/** Throws a `BookError` when there is nothing to read in it. */
export function makeBook(
	source: SourceBook,
	{ canShow = () => true, onprogress = () => {} }: BookOptions
): Book {
	const { report, documents } = source;
	const images = new BookImages(source.readImage, canShow, report);
	const language = canonicalLanguage(source.language.replace('_', '-')) ?? 'und';
	const dir = source.dir ?? directionOf(language);
	if (language === 'und') report.count('language');
	const cover = source.cover === null ? null : images.pathOf(source.cover);
	const conversion: BookConversion = {
		notes: findNotes(documents),
		documents: new Set(documents.map(({ path }) => path)),
		imageAt: (path) => images.pathOf(path),
		imageOfDrawing: (svg) => images.pathOfDrawing(svg),
		report,
		anchors: new Anchors(),
		language,
		dir
	};
	const { sections, notes } = convertSections(source, conversion, { cover, onprogress });
	const chapters = makeChapters(source, sections, { notes, anchors: conversion.anchors });
	if (documents.some(({ styles }) => styles.wasCut)) report.count('styles');
	return {
		format: source.format,
		title: source.title,
		author: source.author,
		language,
		dir,
		source: source.source,
		rights: source.rights,
		identifier: source.identifier,
		chapters,
		images: images.files,
		cover,
		report,
		textFile: null
	};
}

/** What a book's documents were made into. */
interface Converted {
	sections: Section[];
	/** The blocks of the book's notes by their ids. */
	notes: Map<string, readonly Block[]>;
}

/**
 * The documents as blocks, without pages that show nothing but the cover, and their notes. Each document
 * is emptied when it is done: a book of thousands would be in memory twice.
 */
function convertSections(
	{ documents, report }: SourceBook,
	conversion: BookConversion,
	{ cover, onprogress }: { cover: string | null } & Required<Pick<BookOptions, 'onprogress'>>
): Converted {
	const notes = new Map<string, readonly Block[]>();
	const sections = documents.map((document, index) => {
		onprogress(index, documents.length);
		const blocks = convertDocument(document, conversion);
		for (const note of conversion.notes.within.get(document) ?? [])
			notes.set(note.id, convertNote(note, conversion));
		conversion.notes.within.delete(document);
		emptyDocument(document);
		const isCover = cover !== null && blocks.length === 1 && showsOnly(blocks[0], cover);
		if (isCover) report.count('coverPage');
		return { path: document.path, blocks: isCover ? [] : blocks };
	});
	return { sections, notes };
}

function showsOnly(block: Block, image: string): boolean {
	if (block.type !== 'paragraph' || block.children.length !== 1) return false;
	const [only] = block.children;
	return only.type === 'image' && only.url === image;
}

function makeChapters(
	{ title, contents, report }: SourceBook,
	sections: readonly Section[],
	{ notes, anchors }: Pick<LinkTargets, 'notes' | 'anchors'>
): LinkedChapter[] {
	const blocks = sections.flatMap((section) => section.blocks);
	if (!blocks.some(hasWords))
		throw new BookError(
			blocks.length > 0
				? 'The book’s pages are pictures. Postil reads text only.'
				: 'There is no text in the file.'
		);
	const drafts = cutIntoChapters(sections, contents, anchors);
	const [first] = drafts;
	// A text of one chapter that does not begin with its title has the title of the book.
	if (drafts.length === 1 && first.blocks[0].type !== 'heading') first.title ??= title || null;
	const chapters = drafts.map((draft, index) => {
		const taken = takeTitle(draft, report);
		const { children, numbers } = addFootnotes(taken.blocks, notes);
		const slug = slugFor(index + 1, taken.title);
		const tree = { type: 'root' as const, children };
		return {
			slug,
			title: taken.title,
			level: draft.level,
			tree,
			cut: draft.blocks,
			notes: numbers
		};
	});
	resolveBookLinks(chapters, { anchors, documents: firstNodes(sections), notes });
	return chapters;
}

/** By path, the first block of a document, or of the next that has any. */
function firstNodes(sections: readonly Section[]): Map<string, object> {
	const firsts = new Map<string, object>();
	let next: object | undefined;
	for (const { path, blocks } of [...sections].reverse()) {
		next = blocks[0] ?? next;
		if (next) firsts.set(path, next);
	}
	return firsts;
}
