/** What a reader may choose of how a text is read, as it is called on the screen. */

/** Encodings, by their names in the Encoding standard. */
export const ENCODINGS: readonly (readonly [encoding: string, name: string])[] = [
	['utf-8', 'Unicode (UTF-8)'],
	['utf-16le', 'Unicode (UTF-16)'],
	['windows-1252', 'Western European'],
	['windows-1250', 'Central European'],
	['windows-1251', 'Cyrillic (Windows)'],
	['koi8-r', 'Cyrillic (KOI8-R)'],
	['ibm866', 'Cyrillic (DOS)'],
	['windows-1253', 'Greek'],
	['windows-1254', 'Turkish'],
	['windows-1255', 'Hebrew'],
	['windows-1256', 'Arabic'],
	['shift_jis', 'Japanese'],
	['gb18030', 'Chinese, simplified'],
	['big5', 'Chinese, traditional'],
	['euc-kr', 'Korean']
];

/** Ways to tell the chapters of a plain text: `ChapterPattern` in content/books/plain-text/. */
export const PATTERN_NAMES: readonly (readonly [pattern: string, name: string])[] = [
	['words', '“Chapter 1”'],
	['roman', 'I, II, III'],
	['numbers', '1, 2, 3'],
	['chinese', '第一章'],
	['none', 'All in one']
];
