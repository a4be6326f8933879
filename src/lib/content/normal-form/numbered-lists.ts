import type { List } from 'mdast';
import { paragraph, type Block } from './blocks';
import { runsOf } from './runs-of';
import { PLAIN, type Run } from './runs';

const FIRST_YEAR = 1000; // no list begins with it; `check-blocks.ts` has the same

/**
 * Blocks that stand after each other, without lists that nobody could tell from a date: one that goes on
 * counting is part of the list before it, and of one that begins with a year, or has one item that is
 * not the first, the numbers are words.
 */
export function withPlainNumbers(blocks: readonly Block[]): Block[] {
	const joined: Block[] = [];
	for (const block of blocks) {
		const last = joined.at(-1);
		if (block.type === 'list' && last?.type === 'list' && goesOn(last, block)) {
			const children = [...last.children, ...block.children];
			joined[joined.length - 1] = { ...last, spread: last.spread || block.spread, children };
		} else joined.push(block);
	}
	return joined.flatMap((block) =>
		block.type === 'list' && block.ordered && isDoubtful(block) ? unrolled(block) : [block]
	);
}

function goesOn(before: List, after: List): boolean {
	return Boolean(
		before.ordered && after.ordered && after.start === before.start! + before.children.length
	);
}

function isDoubtful({ start, children }: List): boolean {
	return start! >= FIRST_YEAR || (children.length === 1 && start! > 1);
}

function unrolled({ start, children: items }: List): Block[] {
	return items.flatMap(({ children: [first, ...rest] }, index): Block[] => {
		const number: Run = { value: `${start! + index}. `, marks: PLAIN };
		if (first.type !== 'paragraph') return [paragraph([number])!, first, ...rest];
		first.children = paragraph([number, ...runsOf(first.children)])!.children;
		return [first, ...rest];
	});
}
