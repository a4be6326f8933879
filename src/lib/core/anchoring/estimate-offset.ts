/** Estimates where to look for a passage that is not in today's text: between its old neighbours. */
import type { Target } from '../annotation/annotation';
import { describe } from '../annotation/describe';
import { BLOCK_SEPARATOR, joinBlocks, type Block } from '../text/chapter-text';
import { placeAll, type Edition } from './place-all';
import { NEIGHBOUR_BLOCKS } from './tuning';

/**
 * The offset in today's text near which an unplaced target stood, as far as can be told: where its
 * paragraph is now, else the nearest paragraph beside it, else the words beside it. `snapshot` is
 * the text it was made in, `null` when that is not at hand. `null` when none of these is there.
 */
export function estimateOffset(
	now: Edition,
	target: Target,
	snapshot: string | null
): number | null {
	const isMadeIn = snapshot?.slice(target.start, target.end) === target.quote.exact;
	const old = isMadeIn ? snapshot : null;
	const neighbours = old === null ? [] : neighbouringBlocks(old, target);
	const snapshots = new Map(old === null ? [] : [[target.edition, old]]);
	const places = placeAll(now, [...neighbours, ...contextOf(target)], snapshots);
	return places.find(({ range }) => range !== null)?.range?.start ?? null;
}

/** The block of a target and those around it, in the text it was made in, the nearest first. */
function neighbouringBlocks(text: string, { start, ...target }: Target): Target[] {
	const lines = text.split(BLOCK_SEPARATOR);
	const { blocks } = joinBlocks(lines.map((line, index) => ({ id: `p${index + 1}`, text: line })));
	const own = Math.max(
		0,
		blocks.findIndex((block) => block.end > start)
	);
	const distance = (block: Block) => Math.abs(blocks.indexOf(block) - own);
	return blocks
		.slice(Math.max(0, own - NEIGHBOUR_BLOCKS), own + NEIGHBOUR_BLOCKS + 1)
		.filter((block) => block.end > block.start)
		.sort((a, b) => distance(a) - distance(b))
		.map((block) => describe(text, block, { ...target, blocks }));
}

/** The words behind and before a target, as passages to be searched by themselves. */
function contextOf(target: Target): Target[] {
	const { prefix, suffix } = target.quote;
	return [suffix, prefix]
		.filter((words) => words.trim() !== '')
		.map((exact) => ({ ...target, edition: '', quote: { exact, prefix: '', suffix: '' } }));
}
