/** Between plain text and HTML, as strings. */
import { decodeHTMLStrict } from 'entities/decode';

/** `text` so that it stands in HTML, also in a quoted attribute, as what it is. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** What a reader would see of a note in HTML: its words, a line for each paragraph or break. */
export function textOfHtml(html: string): string {
	const text = html
		.replace(/<br\b[^<>]*>|<\/(p|div|li|h[1-6]|blockquote)\s*>/gi, '\n')
		.replace(/<[a-z/!][^<>]*>/gi, '');
	// Editors write a space that does not break wherever somebody typed two.
	return decodeHTMLStrict(text).replaceAll('\u00a0', ' ').trim();
}
