/** What Postil writes into rows of Hypothesis that these have no field for, and knows them by. */

/** Whoever imports the rows becomes their owner; the file has to name somebody all the same. */
export const OWN_USER = 'acct:reader@postil.invalid';

/** The last tag of a bookmark. */
export const BOOKMARK_TAG = 'bookmark';
