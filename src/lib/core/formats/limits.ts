/** How much of a file is taken. Each is far above what readers have, and below what stops a phone. */

/** Bytes of a file: a hundred thousand marks with their notes are 150 MB; engines end strings at 500. */
export const MAX_BYTES = 256 * 2 ** 20;

/** Marks in a file: twice the most that the notebook was measured with. */
export const MAX_ITEMS = 200_000;

/** Values in a JSON file: a mark has 50, and each takes a phone 20 to 100 bytes of memory. */
export const MAX_VALUES = 20_000_000;

/** Columns of a table; Readwise has 11. */
export const MAX_COLUMNS = 64;

/** Levels of a JSON file. Ours have 8, an annotation of the W3C model's examples 10. */
export const MAX_DEPTH = 32;

/** Units of any text in a file: a whole book of a million words is 6 million. */
export const MAX_TEXT_LENGTH = 16 * 2 ** 20;

/** Units of a chapter's kept text: 350,000 words. Opening a chapter compares it with today's. */
export const MAX_CHAPTER_LENGTH = 2 * 2 ** 20;

/** Units of an id, a slug, a tag, a colour: names that stand in attributes and addresses. */
export const MAX_NAME_LENGTH = 512;

/** Units of a quote that is searched when it does not stand in a text as it is: ten pages. */
export const MAX_SEARCHED_LENGTH = 20_000;

/** Readings and dates from here on are damage, not a clock that runs ahead: 2100, in ms since 1970. */
export const LATEST_TIME = Date.UTC(2100, 0);

/** Of what is not placed or not understood, so many are shown: nobody reads more. */
export const MAX_SHOWN = 100;
