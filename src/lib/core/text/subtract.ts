import type { TextRange } from './range';

/**
 * What is left of the passage `whole` of `text` without `part`, without the white space at its ends:
 * nothing, one passage, or two, in order.
 */
export function subtract(text: string, whole: TextRange, part: TextRange): TextRange[] {
	return [
		{ start: whole.start, end: Math.min(whole.end, part.start) },
		{ start: Math.max(whole.start, part.end), end: whole.end }
	]
		.filter(({ start, end }) => start < end)
		.map(({ start, end }) => {
			const words = text.slice(start, end);
			return {
				start: start + words.length - words.trimStart().length,
				end: start + words.trimEnd().length
			};
		})
		.filter(({ start, end }) => start < end);
}
