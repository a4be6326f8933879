/** Finds in a replacement the place of a cut through what it replaced. */
import { BOUNDARY, boundaryScore } from '../clean/boundary-score';
import { BLOCK_SEPARATOR } from '../../text/chapter-text';

// A replacement may be this many times as long as what it replaced; more is an addition.
const LONGEST = 3;
const SLACK = 6;
// Han characters are replaced one by one.
const LONGEST_HAN = 1.5;
const HAN = /\p{Ideographic}/u;
const WORD = /[\p{L}\p{N}]/u;

/** A cut through a replacement. */
export interface Cut {
	at: number;
	/** Units beside it that may stand on its other side; 0 when the words tell, or nothing else can be meant. */
	doubtful: number;
}

/**
 * The offset in `now`, which replaced `old`, that stands for the passage's
 * `side` at `offset` of `old`: all of it when all was the passage's, before or
 * after the same word when both have as many words, else in proportion, at a
 * word's end. When much more came than went, only about as much as went belongs
 * to the passage, the nearest part. What was within a block was replaced there.
 */
export function splitReplacement(old: string, offset: number, now: string, side: Side): Cut {
	const [part] = parts(old, offset, side);
	if (hasBlockEnd(part) || !hasBlockEnd(now)) return cutInBlock(old, offset, now, side);
	const [gone, come] = [nearestBlock(old, side), nearestBlock(now, side)];
	const [before, ahead] =
		side === 'start' ? [old.length - gone.length, now.length - come.length] : [0, 0];
	const cut = cutInBlock(gone, offset - before, come, side);
	// It is gone, unless what came in the next block replaced it.
	const isElsewhere = come === '' && WORD.test(now);
	return { at: ahead + cut.at, doubtful: isElsewhere ? part.length : cut.doubtful };
}

type Side = 'start' | 'end';

/** What of `text` is in the same block as the passage whose `side` it stands at. */
function nearestBlock(text: string, side: Side): string {
	const blocks = text.split(BLOCK_SEPARATOR);
	return side === 'start' ? blocks[blocks.length - 1] : blocks[0];
}

function cutInBlock(old: string, offset: number, now: string, side: Side): Cut {
	const fits = isReplacement(old, now);
	const [part, rest] = parts(old, offset, side);
	const isWhole = rest.trim() === '' && fits;
	const at = isWhole ? outermost(now, side) : sameWord(old, offset, now, side);
	const [come] = parts(now, at ?? 0, side);
	// What stands in another block has likely not replaced it.
	if (at !== null && hasBlockEnd(come) === hasBlockEnd(part)) {
		return { at, doubtful: isWhole ? unitsAdded(part, come, side) : 0 };
	}
	const size = fits ? Math.round((now.length * part.length) / old.length) : part.length;
	const near = Math.min(now.length, size);
	const guess = snap(now, side === 'start' ? now.length - near : near);
	const taken = side === 'start' ? now.length - guess : guess;
	// Without it, the space beside it would not be the passage's either.
	return { at: guess, doubtful: Math.max(taken && taken + 1, now.length - taken) };
}

/** Units of `come`, on its outer side, that are likely not in the place of `gone` but added. */
function unitsAdded(gone: string, come: string, side: Side): number {
	if (HAN.test(gone)) return Math.max(0, come.length - gone.length);
	const starts = sentenceStarts(come);
	const count = sentenceStarts(gone).length;
	if (starts.length <= count) return 0;
	return side === 'start' ? starts[starts.length - 1 - count] : come.length - starts[count];
}

/** Where in `text` another sentence starts. */
function sentenceStarts(text: string): number[] {
	return [...text]
		.map((_, at) => at)
		.filter((at) => at > 0 && boundaryScore(text, at) === BOUNDARY.sentence);
}

/** The passage's part of `text`, and the rest of it. */
function parts(text: string, offset: number, side: Side): [part: string, rest: string] {
	const [head, tail] = [text.slice(0, offset), text.slice(offset)];
	return side === 'start' ? [tail, head] : [head, tail];
}

const hasBlockEnd = (text: string) => text.includes(BLOCK_SEPARATOR);

// More words in a row are seldom replaced one by one; as many may have come by chance.
const FEW_WORDS = 6;

/** Where in `now` the same word has its edge as at `offset` of `old`, within a block of equally many words. */
function sameWord(old: string, offset: number, now: string, side: Side): number | null {
	if (hasBlockEnd(old + now)) return null;
	const [was, is] = [wordEdges(old, side), wordEdges(now, side)];
	const word = was.indexOf(offset);
	const isOneByOne = was.length === is.length && was.length <= FEW_WORDS;
	return word !== -1 && isOneByOne ? is[word] : null;
}

function isReplacement(old: string, now: string): boolean {
	if (HAN.test(old)) return now.length <= old.length * LONGEST_HAN + 1;
	return now.length <= old.length * LONGEST + SLACK;
}

/** The end of `text` without the spaces there. */
function outermost(text: string, side: Side): number {
	return side === 'start' ? text.length - text.trimStart().length : text.trimEnd().length;
}

/** Where the words of `text` start, or end. */
function wordEdges(text: string, side: Side): number[] {
	const words = text.matchAll(/[^\P{L}\p{Ideographic}]+(?:['’]\p{L}+)?|\p{Ideographic}|\p{N}+/gu);
	return [...words].map(({ 0: word, index }) => (side === 'start' ? index : index + word.length));
}

// How far an estimate may be from the cut between words it stands for.
const SNAP = 3;

function snap(text: string, at: number): number {
	if (at === 0 || at === text.length) return at;
	for (let off = 0; off <= SNAP; off += 1) {
		for (const near of [at - off, at + off]) {
			if (near >= 0 && near <= text.length && boundaryScore(text, near) > BOUNDARY.word)
				return near;
		}
	}
	return at;
}
