/** How long speech may take, by which one sees that an engine has fallen silent without saying so. */

/** Letters a second at the rate 1, of the slowest voices. */
const SLOWEST = 8;
/** Ms for which a voice may think before it speaks. */
const BEFORE = 5000;

/** Ms after which a part has been spoken for certain. */
export function longestTime(letters: number, rate: number): number {
	return BEFORE + (letters / (SLOWEST * rate)) * 1000;
}

/**
 * UTF-16 units of one utterance, at most: Chrome cuts voices of the network off after some 14 s (15 letters
 * a second); Android takes 4,000 letters.
 */
export function longestPart(isOffline: boolean, rate: number): number {
	return isOffline ? 3000 : Math.floor(160 * rate);
}
