/** Whether a marked word is still the same word after an edit. */
import { MOST_LETTERS_LOST, SAME_WORD_GROWTH, SAME_WORD_SHARE } from '../tuning';

const LETTERS = /^\p{L}+$/u;
// Ideographs are replaced one by one.
const IDEOGRAPH = /\p{Ideographic}/u;

/**
 * Whether `now`, in which the share `survived` of the letters of `was` is left, is still that word:
 * "been" and "bell" are two words. True for whatever is more than one word.
 */
export function isSameWord(was: string, now: string, survived: number): boolean {
	if (!LETTERS.test(was)) return true;
	if (now.length > was.length * SAME_WORD_GROWTH) return false;
	const lettersLost = was.length * (1 - survived);
	return IDEOGRAPH.test(was) || survived >= SAME_WORD_SHARE || lettersLost <= MOST_LETTERS_LOST;
}
