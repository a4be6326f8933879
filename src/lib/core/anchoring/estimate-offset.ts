/** Where to look for a passage that is not in today's text: between its old neighbours. */
import { placeAll, type Edition } from './place-all';
import type { Target } from '../annotation/annotation';
import { describe } from '../annotation/describe';
import { BLOCK_SEPARATOR, joinBlocks, type Block } from '../text/chapter-text';

/** Blocks each side of the passage that are looked for: farther ones are no neighbours. */
const NEIGHBOURS = 5;

/**
 * The offset in today's text at which a target stood, as far as can be told: where its
 * paragraph is now, else the nearest paragraph beside it, else the words beside it.
 * `snapshot` is the text it was made in; `null` for both when nothing is known.
 */
export function estimateOffset(
	now: Edition,
	target: Target,
	snapshot: string | null
): number | null {
	const known = snapshot?.slice(target.start, target.end) === target.quote.exact ? snapshot : null;
	const neighbours = known === null ? [] : neighboursOf(known, target);
	const beside = [...neighbours, ...contextOf(target)];
	const places = placeAll(now, beside, new Map(known === null ? [] : [[target.edition, known]]));
	return places.find(({ range }) => range !== null)?.range?.start ?? null;
}

/** The blocks around a target in the text it was made in, the nearest first. */
function neighboursOf(text: string, { start, ...target }: Target): Target[] {
	const lines = text.split(BLOCK_SEPARATOR);
	const { blocks } = joinBlocks(lines.map((line, index) => ({ id: `p${index + 1}`, text: line })));
	const at = Math.max(
		0,
		blocks.findIndex((block) => block.end > start)
	);
	const from = (block: Block) => Math.abs(blocks.indexOf(block) - at);
	return blocks
		.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1)
		.filter((block) => block.end > block.start)
		.sort((a, b) => from(a) - from(b))
		.map((block) => describe(text, block, { ...target, blocks }));
}

/** The words behind and before a target, as passages to be searched by themselves. */
function contextOf(target: Target): Target[] {
	const { prefix, suffix } = target.quote;
	return [suffix, prefix]
		.filter((words) => words.trim() !== '')
		.map((exact) => ({ ...target, edition: '', quote: { exact, prefix: '', suffix: '' } }));
}
