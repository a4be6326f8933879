/** What the service worker and the pages know of files that were shared to the app. */

/** The cache that they are put into; see `ownName`. */
export const SHARED_CACHE = 'shared';

/** Header that has a file's name, encoded as a part of an address is. A text without a file has none. */
export const SHARED_NAME_HEADER = 'X-Postil-Name';

/** Where files are shared to, from the site's root; the manifest says so. */
export const SHARE_TARGET = 'settings/import/';

/** The field of the form that has the files, and that which has a text. */
export const SHARED_FILE = 'file';
export const SHARED_TEXT = 'text';

/** The parameter of the page's address that says how many files were sent. */
export const SHARED_COUNT = 'shared';
