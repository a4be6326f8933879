/**
 * How much of a file is taken. Each limit is far above what readers have, and below what stops a phone.
 * Lengths count UTF-16 units.
 */

/** Bytes of a file. A hundred thousand marks with their notes are 150 MB; no engine has strings over 500. */
export const MAX_BYTES = 256 * 2 ** 20;

/** Marks in a file: twice as many as the notebook was ever measured with. */
export const MAX_ITEMS = 200_000;

/** Values in a JSON file. A mark has 50 of them, and each takes 20 to 100 bytes of a phone's memory. */
export const MAX_VALUES = 20_000_000;

/** Columns of a table. Readwise's has 11. */
export const MAX_COLUMNS = 64;

/** Levels of a JSON file. Postil's own have 8, an annotation among the examples of the W3C model 10. */
export const MAX_DEPTH = 32;

/** Length of any text in a file. A whole book of a million words has 6 million units. */
export const MAX_TEXT_LENGTH = 16 * 2 ** 20;

/** Length of a chapter's kept text, 350,000 words: it is compared with today's whenever the chapter is opened. */
export const MAX_CHAPTER_LENGTH = 2 * 2 ** 20;

/** Length of an id, a slug, a tag, a colour: names that stand in attributes and addresses. */
export const MAX_NAME_LENGTH = 512;

/** Length of a quote, ten pages, that is searched word by word when a text does not have it as it is. */
export const MAX_SEARCHED_LENGTH = 20_000;

/** The year 2100 in ms since 1970: a date or a clock reading from then on is damage, and no clock that runs ahead. */
export const LATEST_TIME = Date.UTC(2100, 0);

/** How many are listed of those that are not placed or not understood: nobody reads more. */
export const MAX_SHOWN = 100;
