/**
 * What one annotation can hold, in letters (UTF-16 units): far above what anybody writes, and below what
 * stops a phone. With 10,000 tags on one mark the notebook took 2.5 s to open, with 100,000 a minute.
 */

export const LONGEST_NOTE = 1_000_000;
export const LONGEST_TAG = 100;
export const MOST_TAGS = 200;

/** The first letters of a text, at most `limit`, without half a character at their end. */
export function firstLetters(text: string, limit: number): string {
	return text.slice(0, /[\ud800-\udbff]/.test(text.charAt(limit - 1)) ? limit - 1 : limit);
}
