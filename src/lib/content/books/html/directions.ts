/** Passages that say which way they run, and not in which language they are. */
import type { Direction } from '$lib/core/text/work';
import { directionOf } from '../../publishing/language';
import type { SourceElement, SourceNode } from '../markup/element';
import type { Conversion } from './conversion';

/** Scripts, by language tags of which only the script is known (BCP 47), with what their letters match. */
const SCRIPTS: readonly (readonly [tag: string, letter: RegExp])[] = [
	['und-Hebr', /\p{sc=Hebrew}/u],
	['und-Arab', /\p{sc=Arabic}/u],
	['und-Syrc', /\p{sc=Syriac}/u],
	['und-Thaa', /\p{sc=Thaana}/u],
	['und-Nkoo', /\p{sc=Nko}/u],
	['und-Latn', /\p{sc=Latin}/u],
	['und-Cyrl', /\p{sc=Cyrillic}/u],
	['und-Grek', /\p{sc=Greek}/u]
];

/**
 * The tag of the script in which an element's words are written, when it says that they run the other way
 * than the book's; `null` when it does not, or has no letters that do.
 */
export function turnedScript(
	element: SourceElement,
	{ book, document }: Conversion
): string | null {
	const said = element.attributes.dir?.trim().toLowerCase();
	const direction = said ?? document.styles.lookOf(element).direction;
	if ((direction !== 'rtl' && direction !== 'ltr') || direction === book.dir) return null;
	return (
		SCRIPTS.find(([tag, letter]) => runs(tag, direction) && holds(element, letter))?.[0] ?? null
	);
}

function runs(tag: string, direction: Direction): boolean {
	return directionOf(tag) === direction;
}

function holds(node: SourceNode, letter: RegExp): boolean {
	if (typeof node === 'string') return letter.test(node);
	return node.children.some((child) => holds(child, letter));
}
