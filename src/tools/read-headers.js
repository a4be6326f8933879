/**
 * One rule of a `_headers` file: the headers for all addresses that match its path.
 *
 * @typedef {{ path: string, pattern: RegExp, headers: [name: string, value: string][] }} Rule
 */

/**
 * Reads a `_headers` file as Cloudflare Pages does: in a path, `*` matches anything, and `:name`
 * matches anything within one segment.
 *
 * @param {string} text
 * @returns {Rule[]}
 * @throws {Error} on a line that is neither a path, a header nor a comment
 * @see https://developers.cloudflare.com/pages/configuration/headers/
 */
export function readRules(text) {
	/** @type {Rule[]} */
	const rules = [];
	for (const line of text.split('\n')) {
		if (/^\s*(#|$)/.test(line)) continue;
		if (line.startsWith('/')) {
			rules.push({ path: line, pattern: toPattern(line), headers: [] });
		} else {
			const [, name, value] = /^\s+([^:]+):\s*(.*)$/.exec(line) ?? [];
			if (!name || rules.length === 0) throw new Error(`_headers: cannot read "${line}"`);
			rules[rules.length - 1].headers.push([name, value]);
		}
	}
	return rules;
}

/**
 * The headers for a path, taken from every rule that matches it. Where several rules set the same
 * header, their values are joined by a comma.
 *
 * @param {Rule[]} rules
 * @param {string} pathname
 * @returns {Record<string, string>} by name
 */
export function headersFor(rules, pathname) {
	/** @type {Record<string, string>} */
	const headers = {};
	for (const rule of rules.filter(({ pattern }) => pattern.test(pathname))) {
		for (const [name, value] of rule.headers) {
			headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
		}
	}
	return headers;
}

/**
 * The base path for which a build was made. The first rule that we write is for everything below it.
 *
 * @param {Rule[]} rules
 * @returns {string} `''` or `/book`
 */
export function basePathOf([first]) {
	return first.path.replace(/\/\*$/, '');
}

/** @param {string} path */
function toPattern(path) {
	const parts = path.split(/(\*|:\w+)/).map((part) => {
		if (part === '*') return '.*';
		return part.startsWith(':') ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
	});
	return new RegExp(`^${parts.join('')}$`);
}
