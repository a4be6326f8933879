/**
 * Escapes plain text so that Markdown shows it as it was typed: in CommonMark, in GitHub's dialect with its
 * bare addresses, in Pandoc's with its lists of letters, and in Obsidian's with its tags and highlights.
 */
import { splitLinks } from '../../text/links';
import { wellFormed } from '../json';

/** Text of several lines, each of which stays one; addresses in it stay links. */
export function escapeLines(text: string): string {
	const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).map(escapeLine);
	// Two spaces, so that the end of a line is seen within a paragraph.
	return lines.join('\n').replace(/([^\n])\n(?=[^\n])/g, '$1  \n');
}

/** Text in one line, such as a title. */
export function escapeInline(text: string): string {
	return escapeSigns(text.replace(/\s+/g, ' ').trim());
}

/** The destination of a link: percent-encoded but for what stands in addresses and ends none here. */
export function escapeDestination(address: string): string {
	const encoded = wellFormed(address).replace(/[^\w\-.~:/?#@!$&'+,;=%]/gu, (character) =>
		character > '\x7f'
			? encodeURIComponent(character)
			: `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
	);
	// Or else it would be taken for a character's name.
	return encoded.replace(/&(?=#?\w+;)/g, '&amp;');
}

// A list, a heading, a quotation, a table, a rule or a definition may begin with these.
const BLOCK_SIGN = /^[>+|:=-]/;
const NUMBER = /^(\(?(?:\d+|[a-z]|[ivxlcdm]+))([.)])(?=\s|$)/i;

// What renderers take for no address between < and >.
const NO_ADDRESS = /[\ufffd\p{C}]/u;

function escapeLine(line: string): string {
	const visible = line.replace(/[\v\f]/g, ' ').replace(CONTROLS, '\ufffd');
	const words = visible.trim();
	if (words === '') return '';
	const pieces = splitLinks(words).map(({ text, href }) =>
		href === null || NO_ADDRESS.test(href) ? escapeSigns(text) : `<${text}>`
	);
	const escaped = pieces.join('').replace(BLOCK_SIGN, '\\$&').replace(NUMBER, '$1\\$2');
	// Spaces that do not break begin no code, and are seen.
	const [indent] = /^\s*/.exec(visible)!;
	return indent.replaceAll('\t', '    ').replace(/./gsu, '\u00a0') + escaped;
}

const SIGNS = /[\\`*_[\]<&~$^%#{}@]/g;
// Two of them mark words in Obsidian, and are one dash in Pandoc.
const DOUBLED = /={2,}|-{2,}/g;
// Bare addresses, from which a renderer would make a link, backslashes and all; names of emoji.
const BARE = /:(?=\/\/|[\w+-]+:)|(?<=www)\.|(?<=www\d{1,3})\./gi;
// eslint-disable-next-line no-control-regex -- no file of text has them
const CONTROLS = /[\x00-\x08\x0e-\x1f\x7f]/g;

function escapeSigns(text: string): string {
	return text
		.replace(CONTROLS, '\ufffd')
		.replace(SIGNS, '\\$&')
		.replace(DOUBLED, (run) => run.replace(/./g, '\\$&'))
		.replace(BARE, '\\$&');
}
