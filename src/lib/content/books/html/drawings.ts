/** Drawings in SVG that stand in a document, as files of their own. */
import {
	elementsIn,
	findElement,
	lineOf,
	type SourceElement,
	type SourceNode
} from '../markup/element';
import { BLOCKS } from './allow-list';

const NAMESPACES = {
	xmlns: 'http://www.w3.org/2000/svg',
	'xmlns:xlink': 'http://www.w3.org/1999/xlink'
};

/**
 * The file of a drawing; `null` for one that would not look the same alone: that has its looks or its parts
 * from elsewhere in the book, does not say its size, or is a sign among words, which no picture is here.
 */
export function drawingFile(svg: SourceElement): string | null {
	const { source = '' } = svg;
	const tag = source.slice(0, source.indexOf('>'));
	if (!saysSize(tag) || usesLooksOfBook(svg) || usesPartsOfBook(svg)) return null;
	if (standsAmongWords(svg)) return null;
	const missing = Object.entries(NAMESPACES).filter(
		([name]) => !tag.includes(`${name}=`) && (name === 'xmlns' || source.includes('xlink:'))
	);
	const declared = missing.map(([name, address]) => ` ${name}="${address}"`).join('');
	return source.replace(/^<[\w:]+/, `$&${declared}`);
}

/** As whoever looks at it as a file reads it: with capitals. */
function saysSize(tag: string): boolean {
	const says = (name: string) => new RegExp(`\\s${name}=["'][\\d.]+(px)?["']`).test(tag);
	return /\sviewBox=["']/.test(tag) || (says('width') && says('height'));
}

/** By classes, which a style sheet of the book is for. */
function usesLooksOfBook(svg: SourceElement): boolean {
	if (findElement(svg, 'style')) return false;
	return [...elementsIn(svg)].some(({ attributes }) => attributes.class !== undefined);
}

function usesPartsOfBook(svg: SourceElement): boolean {
	const ids = new Set([...elementsIn(svg)].map(({ attributes }) => attributes.id));
	return [...elementsIn(svg, 'use')].some(({ attributes }) => {
		const address = attributes.href ?? attributes['xlink:href'] ?? '';
		return !ids.has(address.slice(1));
	});
}

/** Whether words stand in the same line. */
function standsAmongWords(svg: SourceElement): boolean {
	let outermost = svg;
	while (outermost.parent && !BLOCKS.has(outermost.parent.name)) outermost = outermost.parent;
	const { parent } = outermost;
	return parent !== null && wordsIn(parent).some((node) => node !== outermost);
}

/** Of the blocks that were asked about, what of their own lines has words: a line may hold many drawings. */
const wordsOfBlocks = new WeakMap<SourceElement, readonly SourceNode[]>();

function wordsIn(block: SourceElement): readonly SourceNode[] {
	const known = wordsOfBlocks.get(block);
	if (known) return known;
	const words = block.children.filter(
		(node) => !(typeof node !== 'string' && BLOCKS.has(node.name)) && lineOf(node) !== ''
	);
	wordsOfBlocks.set(block, words);
	return words;
}
