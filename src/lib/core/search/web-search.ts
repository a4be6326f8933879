/** Where on the web a reader looks words up, if they chose so. Nothing is sent but by a tap on the link. */

export interface WebSearch {
	id: string;
	name: string;
	/** `%s` stands for the words, `%l` for the language of the text. */
	address: string;
}

/** Those one can choose by name. */
export const WEB_SEARCHES: readonly WebSearch[] = [
	{
		id: 'wikipedia',
		name: 'Wikipedia',
		address: 'https://%l.wikipedia.org/w/index.php?search=%s'
	},
	{
		id: 'wiktionary',
		name: 'Wiktionary',
		address: 'https://%l.wiktionary.org/w/index.php?search=%s'
	},
	{ id: 'duckduckgo', name: 'DuckDuckGo', address: 'https://duckduckgo.com/?q=%s' },
	{ id: 'google', name: 'Google', address: 'https://www.google.com/search?q=%s' },
	{ id: 'bing', name: 'Bing', address: 'https://www.bing.com/search?q=%s' }
];

/** The host of a site, and what follows it. */
const HOST = /^https?:\/\/([^\s/?#[\]%@]+)[/?#]/i;

/** Half of a letter of two units, which no address can have. */
const HALF = /\p{Surrogate}/gu;

/** Whether an address that a reader typed can be used: of a site, with a place for the words behind its host. */
export function isSearchAddress(address: string): boolean {
	return HOST.test(address) && address.includes('%s') && !/\s/.test(address);
}

/**
 * The search that was chosen, and its address for some words; `null` when none was, or it is none.
 *
 * @param chosen an `id` of `WEB_SEARCHES`, or an address of one's own; whatever was stored
 * @param language of the words, BCP 47
 */
export function webSearchFor(
	chosen: string,
	words: string,
	language: string
): { name: string; address: string } | null {
	const known = WEB_SEARCHES.find(({ id }) => id === chosen);
	if (!known && !isSearchAddress(chosen)) return null;
	const address = (known?.address ?? chosen)
		.replaceAll('%l', language.split('-')[0].toLowerCase())
		.replaceAll('%s', () => encodeURIComponent(words.replace(HALF, '\ufffd')));
	return { name: known?.name ?? HOST.exec(chosen)![1], address };
}
