/** Writes a target as selectors of the W3C model, all of which select the same passage. */
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
 * Makes a function that gives the selectors of a target, the most portable first: its words with so
 * much around them that no other passage matches, its position within its block and within the
 * chapter, in code points, and the share of the chapter before it. Of a target in a text that is not
 * among `texts` there are only the words, since its code points cannot be counted.
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

/** The position of a target in its block, by the block's id; nothing for a target over several blocks. */
function inBlock({ text, points }: Counted, { start, end, blocks }: Target): JsonObject[] {
	const [first, last] = blocks;
	// A mark can include the separator behind its only block, which is in no block.
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
