/** What the service worker and the pages know of a file that was shared to the app. */

/** The cache that it is put into; see `ownName`. */
export const SHARED_CACHE = 'shared';

/** Header that has its name, encoded as a part of an address is. */
export const SHARED_NAME_HEADER = 'X-Postil-Name';

/** Where files are shared to, from the site's root; the manifest says so. */
export const SHARE_TARGET = 'settings/import/';

/** The field of the form that has the file, and that which has a text. */
export const SHARED_FILE = 'file';
export const SHARED_TEXT = 'text';
