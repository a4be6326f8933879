/**
 * The address under which a built file is asked for, relative to the site's root.
 *
 * @param {string} file as in `my-life/43-the-exile/index.html`
 * @returns {string} as in `my-life/43-the-exile/`; the root is `./`, since an empty one would be
 *     the worker's own address
 */
export function addressOf(file) {
	const address = file.replace(/(^|\/)index\.html$/, '$1') || './';
	return encodeURI(address).replace(/[?#]/g, encodeURIComponent);
}
