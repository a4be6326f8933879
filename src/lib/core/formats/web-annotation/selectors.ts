/** A target as W3C selectors: all of the same passage, the most portable first. */
import type { Target } from '../../annotation/annotation';
import { countCodePoints, type CodePoints } from '../../text/code-points';
import type { JsonObject } from '../json';
import { quoteAt } from '../../annotation/describe';
import { BLOCK_SEPARATOR } from '../../text/chapter-text';

interface Counted {
	text: string;
	points: CodePoints;
}

/**
 * Gives the selectors of a target: its words with so much around them that no other passage
 * matches, its position within its block and within the chapter, in code points, and how far
 * through the chapter it begins. Of a text that is not at hand only the words: nobody could
 * count its code points.
 */
export function createSelectorWriter(
	texts: ReadonlyMap<string, string>
): (target: Target) => JsonObject[] {
	const counted = new Map<string, Counted>();
	const count = (edition: string): Counted | null => {
		const text = texts.get(edition);
		if (text === undefined) return null;
		const known = counted.get(edition) ?? { text, points: countCodePoints(text) };
		counted.set(edition, known);
		return known;
	};
	return (target) => {
		const { quote, edition, start, end } = target;
		const found = count(edition);
		const known = found && quote.exact !== '' && found.text.slice(start, end) === quote.exact;
		if (!known) return quote.exact === '' ? [] : [{ type: 'TextQuoteSelector', ...quote }];
		return [
			{ type: 'TextQuoteSelector', ...quoteAt(found.text, target) },
			...inBlock(found, target),
			{
				type: 'TextPositionSelector',
				start: found.points.toPoints(start),
				end: found.points.toPoints(end)
			},
			{ type: 'ProgressionSelector', value: start / found.text.length }
		];
	};
}

/** The position in its block, by the block's id; nothing for a mark over several. */
function inBlock({ text, points }: Counted, { start, end, blocks }: Target): JsonObject[] {
	const [first, last] = blocks;
	// A mark can take the separator behind its only block with it, which is in no block.
	const isInside = first === last && !text.slice(start, end).includes(BLOCK_SEPARATOR);
	if (!isInside || !/^[a-z][\w-]*$/i.test(first)) return [];
	const blockStart = points.toPoints(text.lastIndexOf(BLOCK_SEPARATOR, start - 1) + 1);
	const position = {
		type: 'TextPositionSelector',
		start: points.toPoints(start) - blockStart,
		end: points.toPoints(end) - blockStart
	};
	return [{ type: 'CssSelector', value: `#${first}`, refinedBy: position }];
}
