/** A passage as it is handed on: with its source, and an address that leads to it. */

export interface Source {
	author: string;
	work: string;
	chapter: string;
	/** `¶ 12` */
	where: string;
}

/** A quotation mark, of any language, at either end. An apostrophe at the end counts: it does no harm. */
const QUOTED = /^["“”„«»‹›‘‚「『]|["“”„«»‹›’」』]$/u;

/**
 * The words with their source, as one puts them into a letter. Words that begin or
 * end with a quotation mark of their own get none of ours: they stay as they stand.
 */
export function cite(quote: string, { author, work, chapter, where }: Source): string {
	const words = quote.replaceAll('\n', '\n\n');
	const quoted = QUOTED.test(words) ? words : `“${words}”`;
	return `${quoted}\n— ${author}, ${work}, “${chapter}”, ${where}`;
}

/**
 * An address of a passage: its block, and its words (`textFragment`), which a browser
 * that knows such addresses shows; `null` when words would lead elsewhere.
 */
export function passageAddress(page: string, block: string, words: string | null): string {
	return words === null ? `${page}#${block}` : `${page}#${block}:~:text=${words}`;
}
