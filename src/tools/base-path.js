/**
 * The path on its host at which the site will be published, `''` or `/book`.
 *
 * @param {string} [given] the environment variable `BASE_PATH`
 * @returns {'' | `/${string}`}
 * @throws {Error} when it is not a path that starts, and does not end, with a slash
 */
export function basePath(given = '') {
	if (given === '' || given === '/') return '';
	if (/^(\/[\w.~-]+)+$/.test(given)) return /** @type {`/${string}`} */ (given);
	throw new Error(`BASE_PATH must look like /book, but is "${given}"`);
}
