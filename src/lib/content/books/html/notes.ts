/**
 * Which links of a book are references to notes, and which elements are those notes. By `epub:type`
 * and role; else a short or raised link, of a number, letter or sign, to a block further on that links
 * back to it: the conditions that Kobo and KOReader have (koreader#4261).
 */
import {
	elementsIn,
	isTyped,
	isWithin,
	lineOf,
	textOf,
	addressOf,
	type SourceElement
} from '../markup/element';
import { targetOf, type SourceDocument } from '../source-document';

export interface Note {
	/** Counted through the book. */
	id: string;
	element: SourceElement;
	document: SourceDocument;
}

/** Weak, so that a document is let go of once it and its notes are converted. */
export interface Notes {
	/** By the links to them. */
	byReference: WeakMap<SourceElement, Note>;
	byElement: WeakMap<SourceElement, Note>;
	/** Links from a note back to the text. */
	backLinks: WeakSet<SourceElement>;
	/** By the documents that they stand in. */
	within: Map<SourceDocument, Note[]>;
}

/** The links to each note. */
type References = Map<Note, SourceElement[]>;

interface Link {
	document: SourceDocument;
	element: SourceElement;
}

const BLOCK = /^(p|li|aside|div|dd|dt|td|tr|section|blockquote|figure)$/;
const REFERENCE = /\bnoteref\b|doc-noteref/;
const BACK_LINK = /backlink/;
const NOTE = /(^|\s)(footnote|endnote|rearnote|note)(\s|$)|doc-(footnote|endnote)(\s|$)/;
/** What holds so much that a link to it leads to no reference in particular. */
const WIDE = /^(body|section|div|#root)$/;
const MARK =
	/^[[({]?\s*(?:note\s*|fn\s*)?(\d{1,4}|[ivxlcdm]{1,7}|[a-z]|[*†‡§¶#⁂]{1,4})\s*[\])}.:]?$/i;
const ARROW = /^[↩↑←⏎▲^\s\ufe0e]+$/;

// Letters of a note that is known by its link alone.
const SHORTEST_NOTE = 9;
const LONGEST_NOTE = 5000;
const LONGEST_RAISED_MARK = 8;
const MOST_REFERENCES = 50; // of one note that are looked at for a way back

/**
 * Which elements of a book are its notes, and which links refer to them. Where the markup does not say so
 * a note is what a link that looks like its mark (`3`, `[a]`, `*`) leads to, if it leads back and is as long as one.
 */
export function findNotes(documents: readonly SourceDocument[]): Notes {
	const byPath = new Map(documents.map((document) => [document.path, document]));
	const order = new Map<SourceElement, number>();
	for (const { body } of documents)
		for (const element of elementsIn(body)) order.set(element, order.size);
	const links = documents.flatMap((document) =>
		[...elementsIn(document.body, 'a')].map((element) => ({ document, element }))
	);
	const targetOfLink = (link: Link) => followLink(link, byPath);
	const notes: Notes = {
		byReference: new WeakMap(),
		byElement: new WeakMap(),
		backLinks: new WeakSet(),
		within: new Map()
	};
	const references: References = new Map();
	for (const link of links) addReference(link, targetOfLink, order, notes, references);
	for (const link of links) addBackLink(link, targetOfLink, order, notes, references);
	return notes;
}

type Follow = (link: Link) => Link | null;

/** The element that a link leads to, and its document; `null` when it leads to none. */
function followLink({ document, element }: Link, byPath: Map<string, SourceDocument>): Link | null {
	const address = addressOf(element);
	const target = address?.includes('#') ? targetOf(document, address) : null;
	const to = target && byPath.get(target.path);
	const found = to?.ids.get(target!.fragment);
	return to && found ? { document: to, element: found } : null;
}

function addReference(
	link: Link,
	follow: Follow,
	order: Map<SourceElement, number>,
	notes: Notes,
	references: References
): void {
	const isTypedReference = isTyped(link.element, REFERENCE);
	if (!isTypedReference && (isTyped(link.element, BACK_LINK) || !looksLikeMark(link))) return;
	const target = follow(link);
	const element = target && noteAround(target.element);
	if (!element || isWithin(link.element, element)) return;
	const isSure = isTypedReference || isTyped(element, NOTE);
	if (!isSure && !answers(element, target.document, link, follow, order)) return;
	let note = notes.byElement.get(element);
	if (!note) {
		note = { id: String(references.size + 1), element, document: target.document };
		notes.byElement.set(element, note);
		references.set(note, []);
		const before = notes.within.get(note.document) ?? [];
		notes.within.set(note.document, before);
		before.push(note);
	}
	references.get(note)!.push(link.element);
	notes.byReference.set(link.element, note);
}

function looksLikeMark({ document, element }: Link): boolean {
	const words = lineOf(element);
	if (MARK.test(words)) return true;
	const isRaised =
		element.parent?.name === 'sup' ||
		element.children.some((child) => typeof child !== 'string' && child.name === 'sup') ||
		document.styles.lookOf(element).raised;
	return !!isRaised && words.length < LONGEST_RAISED_MARK;
}

/** The note around what a reference leads to: the element that says so, else the nearest block. */
function noteAround(target: SourceElement): SourceElement | null {
	for (let up: SourceElement | null = target; up && up.name !== 'body'; up = up.parent)
		if (isTyped(up, NOTE)) return up;
	let block: SourceElement | null = target;
	while (block && !BLOCK.test(block.name)) block = block.parent;
	return block?.name === 'td' && block.parent?.name === 'tr' ? block.parent : block;
}

/** Whether an element that nothing calls a note comes after the link, is as long as one, and leads back. */
function answers(
	element: SourceElement,
	document: SourceDocument,
	link: Link,
	follow: Follow,
	order: Map<SourceElement, number>
): boolean {
	if (order.get(element)! < order.get(link.element)!) return false;
	const { length } = lineOf(element);
	if (length < SHORTEST_NOTE || length > LONGEST_NOTE) return false;
	return [...elementsIn(element, 'a')].some((back) => {
		const target = follow({ document, element: back });
		return target?.document === link.document && isAt(target.element, link.element);
	});
}

/** Whether an anchor is a reference, is around it or in it, or stands right beside it. */
function isAt(anchor: SourceElement, reference: SourceElement): boolean {
	if (isWithin(reference, anchor)) return !WIDE.test(anchor.name);
	return isWithin(anchor, reference) || isNextTo(anchor, reference);
}

const MOST_SIBLINGS = 3000;

/** `<a id="r1"/><a href="#n1">1</a>`, or the link in a raised number of its own. */
function isNextTo(anchor: SourceElement, reference: SourceElement): boolean {
	const { parent } = reference;
	if (!parent || parent.children.length > MOST_SIBLINGS) return false;
	if (anchor.parent !== parent) return parent.name === 'sup' && anchor.parent === parent.parent;
	return Math.abs(parent.children.indexOf(anchor) - parent.children.indexOf(reference)) <= 2;
}

function addBackLink(
	link: Link,
	follow: Follow,
	order: Map<SourceElement, number>,
	notes: Notes,
	references: References
): void {
	const { element } = link;
	const note = noteHolding(element, notes);
	if (!note || notes.byReference.has(element)) return;
	const target = follow(link)?.element;
	const some = references.get(note)!.slice(0, MOST_REFERENCES);
	const leadsBack =
		isTyped(element, BACK_LINK) ||
		(target !== undefined && some.some((reference) => isAt(target, reference))) ||
		ARROW.test(textOf(element)) ||
		(target !== undefined &&
			order.get(target)! < order.get(element)! &&
			MARK.test(lineOf(element)));
	if (leadsBack) notes.backLinks.add(element);
}

function noteHolding(element: SourceElement, notes: Notes): Note | null {
	for (let up: SourceElement | null = element; up; up = up.parent) {
		const note = notes.byElement.get(up);
		if (note) return note;
	}
	return null;
}
