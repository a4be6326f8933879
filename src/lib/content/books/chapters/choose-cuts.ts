/**
 * Which lines of a book's contents begin a chapter. Reading systems show one document of a book after
 * the other and take what leads into one for a place in it (foliate-js, Readium); converters cut inside
 * of one at headings of chapters and where it is too large (calibre). So a document is one chapter, but
 * for those that hold several.
 */
import type { Block } from '../../normal-form/blocks';
import { countLetters } from './numbers';

/** A block of the whole book, in reading order. */
export interface Place {
	block: Block;
	path: string;
	/** It is the first of its document. */
	isFirst: boolean;
}

/** What begins at a block, by the contents. */
export interface Cut {
	/** What the contents call it; `null` when they do not. */
	title: string | null;
	level: number;
}

/** Letters, two minutes of reading: documents that are shorter, most of them, are sections of a chapter. */
export const SHORT = 2000;
/** Fewer than so many short documents are no trouble to a reader. */
const MANY = 10;

/** Those of the contents' lines, by the numbers of the blocks they lead to, at which chapters begin. */
export function chooseCuts(
	entries: ReadonlyMap<number, Cut>,
	places: readonly Place[]
): Map<number, Cut> {
	const inOrder = [...entries].sort(([a], [b]) => a - b);
	const depth = usualDepth(inOrder, places);
	const cuts = new Map(
		inOrder.filter(
			([at, { level }]) =>
				places[at].isFirst || (level === 1 && !(headingDepth(places[at]) > depth))
		)
	);
	return withoutSections(cuts, places);
}

/**
 * The depth of the headings that most documents of the contents begin with; infinite when fewer than
 * two begin with one: a book in one file is cut wherever its contents lead.
 */
function usualDepth(entries: readonly [number, Cut][], places: readonly Place[]): number {
	const counts = new Map<number, number>();
	for (const [at] of entries) {
		const depth = headingDepth(places[at]);
		if (places[at].isFirst && depth > 0) counts.set(depth, (counts.get(depth) ?? 0) + 1);
	}
	const [usual] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
	return usual && usual[1] > 1 ? usual[0] : Infinity;
}

/** 0 for what is no heading. */
function headingDepth({ block }: Place): number {
	return block.type === 'heading' ? block.depth : 0;
}

/** Takes the deepest level out, while most of its documents are too short to be chapters. */
function withoutSections(cuts: Map<number, Cut>, places: readonly Place[]): Map<number, Cut> {
	const levels = new Set([...cuts.values()].map(({ level }) => level));
	for (const level of [...levels].sort((a, b) => b - a).slice(0, -1)) {
		const starts = [...cuts.keys()];
		const lengths = starts.flatMap((at, index) => {
			if (cuts.get(at)!.level !== level) return [];
			const blocks = places.slice(at, starts[index + 1]).map(({ block }) => block);
			return [countLetters(blocks)];
		});
		lengths.sort((a, b) => a - b);
		if (lengths.length < MANY || lengths[lengths.length >> 1] >= SHORT) break;
		for (const at of starts) if (cuts.get(at)!.level === level) cuts.delete(at);
	}
	return cuts;
}
