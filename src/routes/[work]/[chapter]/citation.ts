/** A passage as it is handed on: with its source, and an address that leads to it. */

export interface Source {
	author: string;
	work: string;
	chapter: string;
	/** `¶ 12` */
	where: string;
}

/** The words with their source, as one puts them into a letter. */
export function cite(quote: string, { author, work, chapter, where }: Source): string {
	return `“${quote.replaceAll('\n', '\n\n')}”\n— ${author}, ${work}, “${chapter}”, ${where}`;
}

/** Words at either end that name a longer passage in an address. */
const ENDS = 5;

/**
 * An address of a passage: its block, and its words as a text fragment, which a
 * browser that knows them shows. https://wicg.github.io/scroll-to-text-fragment/
 */
export function passageAddress(page: string, block: string, quote: string): string {
	const words = quote.split(/\s+/);
	const parts =
		words.length <= 2 * ENDS && !quote.includes('\n')
			? [quote]
			: [words.slice(0, ENDS).join(' '), words.slice(-ENDS).join(' ')];
	// The hyphen has a meaning of its own there.
	const written = parts.map((part) => encodeURIComponent(part).replaceAll('-', '%2D'));
	return `${page}#${block}:~:text=${written.join(',')}`;
}
