/** Makes HTML of plain text, and plain text of HTML, as strings. */
import { decodeHTMLStrict } from 'entities/decode';

/** `text` escaped so that HTML shows it as it is, also in a quoted attribute. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The text that a browser would show of a note in HTML, with a line for each paragraph and each break. */
export function textOfHtml(html: string): string {
	const text = html
		.replace(/<br\b[^<>]*>|<\/(p|div|li|h[1-6]|blockquote)\s*>/gi, '\n')
		.replace(/<[a-z/!][^<>]*>/gi, '');
	// Editors write a space that does not break wherever somebody typed two.
	return decodeHTMLStrict(text).replaceAll('\u00a0', ' ').trim();
}
