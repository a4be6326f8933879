/** Links: those in a plain text that a reader wrote, and where one leads. */

/** A part of a text; it is a link when it has an address. */
export interface TextPiece {
	text: string;
	href: string | null;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"“”]+/gi;
const HAS_HOST = /^https?:\/\/[^\s/?#]/i;
/** What stands at the end of an address and belongs to the sentence around it. */
const TRAILING = '.,;:!?\'"’”»)]}>';

/** The pieces of `text`, which join to it. Addresses that begin with http:// or https:// are links, nothing else is. */
export function splitLinks(text: string): TextPiece[] {
	const pieces: TextPiece[] = [];
	let done = 0;
	for (const { 0: found, index } of text.matchAll(ADDRESS)) {
		const address = withoutTrailing(found);
		if (!HAS_HOST.test(address)) continue;
		if (index > done) pieces.push({ text: text.slice(done, index), href: null });
		pieces.push({ text: address, href: address });
		done = index + address.length;
	}
	if (done < text.length) pieces.push({ text: text.slice(done), href: null });
	return pieces;
}

/** Without the signs of the sentence; a bracket that closes one opened inside the address stays. */
function withoutTrailing(address: string): string {
	// By hand: a regular expression that looks for the last signs tries again at each of them.
	let end = address.length;
	while (end > 0 && TRAILING.includes(address[end - 1])) end -= 1;
	const cut = address.slice(0, end);
	const open = cut.split('(').length - cut.split(')').length;
	return open > 0 && address[end] === ')' ? `${cut})` : cut;
}

/** Whether an address leads to a site of the web, by its scheme and the host after it. */
export function leadsToSite(address: string): boolean {
	return /^https?:\/\/[^\s/?#[\]]/i.test(address);
}
