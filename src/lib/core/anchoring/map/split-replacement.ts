/** Where a replacement is split by an offset within what it replaced. */
import { BLOCK_SEPARATOR } from '../../text/chapter-text';
import { BOUNDARY, boundaryScore } from '../clean/boundary-score';
import {
	LONGEST_REPLACEMENT,
	LONGEST_IDEOGRAPH_REPLACEMENT,
	LONGEST_REPLACEMENT_UNITS,
	MOST_WORDS_ONE_BY_ONE,
	SNAP_UNITS
} from '../tuning';

const IDEOGRAPH = /\p{Ideographic}/u;
const LETTER = /[\p{L}\p{N}]/u;

/** A split of a replacement. */
export interface Split {
	offset: number;
	/** Units beside it that may belong to its other side; 0 when the words tell, or nothing else can be meant. */
	uncertain: number;
}

/** Which end of the passage the split is. */
type Side = 'start' | 'end';

/**
 * The offset in `inserted`, which replaced `deleted`, that stands for the end `side` of a passage
 * at `offset` of `deleted`. When all of `deleted` was the passage's, all of `inserted` is; else it
 * is before or behind the same word when both have as many words, else in proportion, at a word's
 * boundary. When much more was inserted than deleted, only about as much as was deleted belongs to
 * the passage, the nearest part. What stood in one block was replaced in that block.
 */
export function splitReplacement(
	deleted: string,
	offset: number,
	inserted: string,
	side: Side
): Split {
	const [part] = partsAt(deleted, offset, side);
	if (hasBlockEnd(part) || !hasBlockEnd(inserted)) {
		return splitWithinBlock(deleted, offset, inserted, side);
	}
	const [blockA, blockB] = [nearestBlock(deleted, side), nearestBlock(inserted, side)];
	const [startA, startB] =
		side === 'start' ? [deleted.length - blockA.length, inserted.length - blockB.length] : [0, 0];
	const split = splitWithinBlock(blockA, offset - startA, blockB, side);
	// The words are gone, unless what was inserted in the next block replaced them.
	const isNextBlock = blockB === '' && LETTER.test(inserted);
	return {
		offset: startB + split.offset,
		uncertain: isNextBlock ? part.length : split.uncertain
	};
}

/** What of `text` is in the same block as the passage whose `side` it stands at. */
function nearestBlock(text: string, side: Side): string {
	const blocks = text.split(BLOCK_SEPARATOR);
	return side === 'start' ? blocks[blocks.length - 1] : blocks[0];
}

function splitWithinBlock(deleted: string, offset: number, inserted: string, side: Side): Split {
	const fits = isReplacement(deleted, inserted);
	const [part, rest] = partsAt(deleted, offset, side);
	const isWhole = rest.trim() === '' && fits;
	const exact = isWhole
		? outermost(inserted, side)
		: sameWordOffset(deleted, offset, inserted, side);
	const [ours] = partsAt(inserted, exact ?? 0, side);
	// What stands in another block has likely not replaced it.
	if (exact !== null && hasBlockEnd(ours) === hasBlockEnd(part)) {
		return { offset: exact, uncertain: isWhole ? unitsAdded(part, ours, side) : 0 };
	}
	const proportion = Math.round((inserted.length * part.length) / deleted.length);
	const size = Math.min(inserted.length, fits ? proportion : part.length);
	const estimate = snapToWord(inserted, side === 'start' ? inserted.length - size : size);
	const taken = side === 'start' ? inserted.length - estimate : estimate;
	// Without the words, the space beside them would not be the passage's either.
	const withSpace = taken === 0 ? 0 : taken + 1;
	return { offset: estimate, uncertain: Math.max(withSpace, inserted.length - taken) };
}

/** Units of `inserted`, on its outer side, that were likely not put in the place of `deleted` but added. */
function unitsAdded(deleted: string, inserted: string, side: Side): number {
	if (IDEOGRAPH.test(deleted)) return Math.max(0, inserted.length - deleted.length);
	const starts = sentenceStarts(inserted);
	const count = sentenceStarts(deleted).length;
	if (starts.length <= count) return 0;
	return side === 'start' ? starts[starts.length - 1 - count] : inserted.length - starts[count];
}

/** Where in `text` another sentence starts. */
function sentenceStarts(text: string): number[] {
	return [...text]
		.map((_, at) => at)
		.filter((at) => at > 0 && boundaryScore(text, at) === BOUNDARY.sentence);
}

/** The passage's part of `text`, and the rest of it. */
function partsAt(text: string, offset: number, side: Side): [part: string, rest: string] {
	const [head, tail] = [text.slice(0, offset), text.slice(offset)];
	return side === 'start' ? [tail, head] : [head, tail];
}

const hasBlockEnd = (text: string) => text.includes(BLOCK_SEPARATOR);

/**
 * The offset in `inserted` of the same word's edge as at `offset` of `deleted`; `null` when they
 * have not equally many words within a block, or too many of them.
 */
function sameWordOffset(
	deleted: string,
	offset: number,
	inserted: string,
	side: Side
): number | null {
	if (hasBlockEnd(deleted + inserted)) return null;
	const [edgesA, edgesB] = [wordEdges(deleted, side), wordEdges(inserted, side)];
	if (edgesA === null || edgesA.length !== edgesB?.length) return null;
	const word = edgesA.indexOf(offset);
	return word === -1 ? null : edgesB[word];
}

/** Whether `inserted` is not too long to have replaced `deleted`; what is longer was added. */
function isReplacement(deleted: string, inserted: string): boolean {
	const longest = IDEOGRAPH.test(deleted)
		? deleted.length * LONGEST_IDEOGRAPH_REPLACEMENT + 1
		: deleted.length * LONGEST_REPLACEMENT + LONGEST_REPLACEMENT_UNITS;
	return inserted.length <= longest;
}

/** The outer end of `text`, without the spaces there. */
function outermost(text: string, side: Side): number {
	return side === 'start' ? text.length - text.trimStart().length : text.trimEnd().length;
}

/** Where the words of `text` start, or end; `null` when they are too many to have been replaced one by one. */
function wordEdges(text: string, side: Side): number[] | null {
	const edges: number[] = [];
	const words = text.matchAll(/[^\P{L}\p{Ideographic}]+(?:['’]\p{L}+)?|\p{Ideographic}|\p{N}+/gu);
	for (const { 0: word, index } of words) {
		if (edges.length === MOST_WORDS_ONE_BY_ONE) return null;
		edges.push(side === 'start' ? index : index + word.length);
	}
	return edges;
}

/** The boundary of a word nearest to `at`; `at` itself when there is none within a few units. */
function snapToWord(text: string, at: number): number {
	if (at === 0 || at === text.length) return at;
	for (let distance = 0; distance <= SNAP_UNITS; distance += 1) {
		for (const near of [at - distance, at + distance]) {
			const isInText = near >= 0 && near <= text.length;
			if (isInText && boundaryScore(text, near) > BOUNDARY.insideWord) return near;
		}
	}
	return at;
}
