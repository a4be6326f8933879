/** Links in plain text that a reader wrote. */

/** A piece of a text: a link when it has an address. */
export interface TextPiece {
	text: string;
	href: string | null;
}

// What stands at the end of an address and belongs to the sentence around it.
const TRAILING = /[.,;:!?'"’”»)\]}>]+$/;
const ADDRESS = /\bhttps?:\/\/[^\s<>"“”]+/gi;

/** `text` in pieces that join to `text`; addresses that begin with http:// or https:// are links, nothing else is. */
export function splitLinks(text: string): TextPiece[] {
	const pieces: TextPiece[] = [];
	let done = 0;
	for (const { 0: found, index } of text.matchAll(ADDRESS)) {
		const address = withoutTrailing(found);
		if (!URL_WITH_HOST.test(address)) continue;
		if (index > done) pieces.push({ text: text.slice(done, index), href: null });
		pieces.push({ text: address, href: address });
		done = index + address.length;
	}
	if (done < text.length) pieces.push({ text: text.slice(done), href: null });
	return pieces;
}

const URL_WITH_HOST = /^https?:\/\/[^\s/?#]/i;

/** Without the sentence's own signs; a bracket that was opened inside the address stays. */
function withoutTrailing(address: string): string {
	const cut = address.replace(TRAILING, '');
	const rest = address.slice(cut.length);
	const open = cut.split('(').length - cut.split(')').length;
	return open > 0 && rest.startsWith(')') ? `${cut})` : cut;
}
