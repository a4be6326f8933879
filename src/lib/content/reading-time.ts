const WORDS_A_MINUTE = 250; // an adult reading prose silently: 238 to 260 in English
const LETTERS_A_MINUTE = 450; // about as fast, where a letter is a word or a syllable

// Written without spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
const WITHOUT_SPACES = /^(zh|yue|lzh|ja|th|lo|km|my)(-|$)/;

/**
 * Minutes to read `text`, rounded, at least 1. A word is a run of letters,
 * digits and apostrophes; languages written without spaces are counted by
 * letters. (`Intl.Segmenter` finds their words, but takes thrice the time of
 * all the rest of the build.)
 */
export function minutesToRead(text: string, language: string): number {
	const minutes = WITHOUT_SPACES.test(language)
		? count(text, /\p{L}/gu) / LETTERS_A_MINUTE
		: count(text, /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu) / WORDS_A_MINUTE;
	return Math.max(1, Math.round(minutes));
}

function count(text: string, what: RegExp): number {
	return text.match(what)?.length ?? 0;
}
