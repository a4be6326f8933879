import type { ContainerDirective } from '../../article/directives';
import { verse, type Block, type VerseLine } from '../../normal-form/blocks';
import { isBreak, type Run } from '../../normal-form/runs';
import { childElements, elementsIn, isTyped, lineOf, type SourceElement } from '../markup/element';
import { BLOCKS } from './allow-list';
import { claimIds, noteId, type Conversion } from './conversion';
import { addRuns } from './inline';
import { isPassedOver } from './passed-over';

const VERSE =
	/(^|[\s:_-])(verse|poem|poetry|stanza|linegroup|hymn|song|lyrics?|strophe)s?(?=$|[\s:_-])/i;
const LINE = /(^|\s)(line|l|v|verse-?line|i\d+|indent-?\d*)(\s|$)/i;
const INDENT = /(?:^|\s)(?:i|indent-?)(\d+)(?:\s|$)/;
/** Blocks that a poem may be made of. */
const PARTS = /^(p|div|section|center|blockquote)$/;
const LONGEST_LINE = 200; // letters; longer ones are prose

/** Whether an element says that it is verse: by its type (`epub:type`, `role`), or a word of its class. */
export function isVerse(element: SourceElement): boolean {
	return isTyped(element, VERSE) || VERSE.test(element.attributes.class ?? '');
}

/** The verse in an element that holds lines alone; `null` when it holds other things. */
export function convertVerse(element: SourceElement, conversion: Conversion): Block | null {
	const stanzas = stanzasOf(element, conversion);
	if (!stanzas) return null;
	const block = verse(stanzas);
	return block && claimIds(block, conversion);
}

/** The stanzas in an element; `null` when there is anything else in it, or prose. */
function stanzasOf(element: SourceElement, conversion: Conversion): VerseLine[][] | null {
	const blocks = [...elementsIn(element)].filter(({ name }) => BLOCKS.has(name));
	const hasOther = blocks.some(({ name }) => !PARTS.test(name));
	const lines = blocks.length > 0 ? blocks.filter(isLeaf) : [element];
	if (hasOther || lines.some((line) => isProse(line))) return null;
	if (blocks.length === 0) {
		const found = linesOf(element, conversion);
		const isStanza = found.length > 1 || LINE.test(element.attributes.class ?? '');
		return isStanza ? [found] : null;
	}
	return gather(element, conversion);
}

function isLeaf(element: SourceElement): boolean {
	return !childElements(element).some(({ name }) => BLOCKS.has(name));
}

function isProse(element: SourceElement): boolean {
	const breaks = [...elementsIn(element)].filter(({ name }) => name === 'br' || name === 'span');
	return lineOf(element).length > LONGEST_LINE * (breaks.length + 1);
}

/** The stanzas of an element with blocks: neighbours of one line each are one stanza. */
function gather(element: SourceElement, conversion: Conversion): VerseLine[][] {
	const stanzas: VerseLine[][] = [];
	let open: VerseLine[] | null = null;
	for (const child of childElements(element)) {
		if (isPassedOver(child, conversion)) continue;
		noteId(child, conversion);
		if (!isLeaf(child)) {
			for (const stanza of gather(child, conversion)) stanzas.push(stanza);
			open = null;
			continue;
		}
		const lines = linesOf(child, conversion);
		if (lines.length === 1 && !isVerse(child)) {
			if (open) open.push(lines[0]);
			else stanzas.push((open = [lines[0]]));
		} else {
			if (lines.length > 0) stanzas.push(lines);
			open = null;
		}
	}
	return stanzas;
}

/** The lines of an element without blocks, parted by its breaks. */
function linesOf(element: SourceElement, conversion: Conversion): VerseLine[] {
	const runs: Run[] = [];
	addRuns(element.children, conversion, runs);
	const lines: Run[][] = [[]];
	for (const run of runs)
		if (isBreak(run)) lines.push([]);
		else lines.at(-1)!.push(run);
	const indents = indentsOf(element);
	return lines
		.filter((line) => line.some(({ value }) => typeof value !== 'string' || /\S/.test(value)))
		.map((line, index) => ({ runs: line, indent: indents[index] || leadingSteps(line) }));
}

/** Steps by the classes of an element, or of the elements that are its lines. */
function indentsOf(element: SourceElement): number[] {
	const own = stepsOf(element);
	if (own > 0) return [own];
	return childElements(element)
		.filter(({ name }) => name === 'span')
		.map(stepsOf);
}

/** `i2` is one step, `i4` two: their numbers are letters' widths. */
function stepsOf({ attributes }: SourceElement): number {
	const [, letters] = INDENT.exec(attributes.class ?? '') ?? [];
	return letters ? Math.ceil(Number(letters) / 2) : 0;
}

/** Steps by the white space that a line begins with and that a browser would show. */
function leadingSteps(line: readonly Run[]): number {
	const first = line.find(({ value }) => typeof value !== 'string' || value.trim() !== '');
	const index = first ? line.indexOf(first) : 0;
	const text = line
		.slice(0, index + 1)
		.map(({ value }) => (typeof value === 'string' ? value : ''));
	const [space] = /^[\s\u00a0\u2003]*/.exec(text.join(''))!;
	const shown = space.replace(/[ \t\r\n]/g, '');
	const wide = shown.match(/[\u2003\u3000]/g)?.length ?? 0;
	return wide + Math.floor((shown.length - wide) / 2);
}

/** Blocks of which verse that follows verse is one; what links to either leads to that. */
export function joinVerse(blocks: readonly Block[], { book }: Conversion): Block[] {
	const joined: Block[] = [];
	for (const block of blocks) {
		const last = joined.at(-1);
		if (last && isVerseBlock(last) && isVerseBlock(block)) {
			for (const stanza of block.children) last.children.push(stanza);
			book.anchors.move(block, last);
		} else joined.push(block);
	}
	return joined;
}

function isVerseBlock(block: Block): block is ContainerDirective {
	return block.type === 'containerDirective';
}
