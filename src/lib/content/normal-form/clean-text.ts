/** Characters of a source's text as a chapter may hold them. */

// What separates words and is no character of its own: not the no-break space, nor an em space.
const SPACES = /[ \t\n\r\f\v\u0085\u2028\u2029]+/g;
const CJK = '[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\u3000-\\u303f\\uff01-\\uff60]';
const LINE_END_IN_CJK = new RegExp(`(?<=${CJK})[ \\t]*\\r?\\n\\s*(?=${CJK})`, 'gu');
// eslint-disable-next-line no-control-regex -- they are what is taken out
const CONTROLS = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]/g;
/** What a block's text leaves out, where it would part a letter from its accent. */
const WITHIN_LETTER = /(?<![\u00ad\u200b\ufeff\u2060])[\u00ad\u200b\ufeff\u2060]+(?=\p{M})/gu;
const SEEN = /[^\s\u00ad\u200b\ufeff\u2060]/u;

/**
 * `text` in Unicode's composed form, without control characters, halves of surrogate pairs and the
 * sign for what could not be read (U+FFFD), each white space one space. A line end between Chinese or Japanese characters is nothing.
 */
export function cleanText(text: string): string {
	return cleanCharacters(text.replace(LINE_END_IN_CJK, '')).replace(SPACES, ' ');
}

/** The same with its white space as it is. */
export function cleanCharacters(text: string): string {
	const characters = text.replace(CONTROLS, '').toWellFormed().replaceAll('\ufffd', '');
	return characters.replace(WITHIN_LETTER, '').normalize('NFC');
}

/** Cleaned, and without white space at its ends. */
export function cleanLine(text: string): string {
	return cleanText(text).trim();
}

/** Whether a reader sees anything of `text`. */
export function isSeen(text: string): boolean {
	return SEEN.test(text);
}

/** `text` without spaces (U+0020) at its end; a pattern would take the square of its length. */
export function trimSpacesAtEnd(text: string): string {
	let end = text.length;
	while (end > 0 && text[end - 1] === ' ') end--;
	return text.slice(0, end);
}
