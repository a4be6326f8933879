/** Between plain text and HTML, as strings. */

/** `text` so that it stands in HTML, also in a quoted attribute, as what it is. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const ENTITIES: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' '
};

/** What a reader would see of a note in HTML: its words, a line for each paragraph or break. */
export function textOfHtml(html: string): string {
	return html
		.replace(/<br\b[^<>]*>|<\/(p|div|li|h[1-6]|blockquote)\s*>/gi, '\n')
		.replace(/<[a-z/!][^<>]*>/gi, '')
		.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (all, decimal, hex, name: string) => {
			if (name) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : all;
			const point = decimal ? Number(decimal) : parseInt(hex, 16);
			return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : all;
		})
		.trim();
}
