/** How long a text takes to read, how much of that is left, and how both are written. */

// Adults read prose silently at 238 to 260 words a minute (Brysbaert 2019, English).
const WORDS_PER_MINUTE = 250;
// About the same pace in scripts in which one letter is a word or a syllable.
const LETTERS_PER_MINUTE = 450;

// Languages written without spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
const WITHOUT_SPACES = /^(zh|yue|lzh|ja|th|lo|km|my)(-|$)/;

/**
 * The minutes it takes to read `text`, rounded, at least 1. A word is a run of
 * letters, digits and apostrophes; in languages that are written without spaces
 * the letters are counted instead. (`Intl.Segmenter` would find the words there,
 * but it takes three times as long as the rest of the build.)
 */
export function minutesToRead(text: string, language: string): number {
	const minutes = WITHOUT_SPACES.test(language)
		? countMatches(text, /\p{L}/gu) / LETTERS_PER_MINUTE
		: countMatches(text, /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu) / WORDS_PER_MINUTE;
	return Math.max(1, Math.round(minutes));
}

/** Of `minutes` in all, the whole minutes that are left at `progress` (0 to 1); 0 only at the end. */
export function minutesLeft(minutes: number, progress: number): number {
	// 1 - 0.9 is a little more than 0.1: without the margin it would be rounded up.
	return Math.max(0, Math.ceil(minutes * (1 - progress) - 1e-9));
}

/** Minutes as the page shows them: `27 min`, `1 h 05 min`, `12 h`. */
export function formatMinutes(minutes: number): string {
	if (minutes < 60) return `${minutes} min`;
	const hours = Math.floor(minutes / 60);
	const rest = minutes % 60;
	return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')} min`;
}

function countMatches(text: string, pattern: RegExp): number {
	return text.match(pattern)?.length ?? 0;
}
