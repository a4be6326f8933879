/** Makes HTML of plain text, and plain text of HTML, as strings. */
import { decodeHTMLStrict } from 'entities/decode';

// No document may have these, not even escaped.
// eslint-disable-next-line no-control-regex -- they are what is looked for
const CONTROLS = /[\x00-\x08\v\x0e-\x1f\x7f-\x9f]/g;

/** `text` escaped so that HTML shows it as it is, also in a quoted attribute; U+FFFD for controls. */
export function escapeHtml(text: string): string {
	const allowed = text.replace(CONTROLS, '\ufffd');
	// A parser makes a line feed of a bare carriage return.
	return allowed.replace(/[&<>"'\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The text that a browser would show of a note in HTML, with a line for each paragraph and each break. */
export function textOfHtml(html: string): string {
	const text = html
		.replace(/<br\b[^<>]*>|<\/(p|div|li|h[1-6]|blockquote)\s*>/gi, '\n')
		.replace(/<[a-z/!][^<>]*>/gi, '');
	// Editors write a space that does not break wherever somebody typed two.
	return decodeHTMLStrict(text).replaceAll('\u00a0', ' ').trim();
}
