/** The paragraph that a passage stood in before its text was corrected. */
import type { Target } from '../annotation/annotation';

/** The paragraph around a target in three parts. */
export interface OldParagraph {
	before: string;
	passage: string;
	after: string;
}

/** @param text the text that the target was made in; of any other text `null` is given */
export function oldParagraph({ start, end, quote }: Target, text: string): OldParagraph | null {
	if (text.slice(start, end) !== quote.exact) return null;
	const from = text.lastIndexOf('\n', start - 1) + 1;
	const next = text.indexOf('\n', end);
	return {
		before: start === 0 ? '' : text.slice(from, start),
		passage: quote.exact,
		after: text.slice(end, next < 0 ? text.length : next)
	};
}
