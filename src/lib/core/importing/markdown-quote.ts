/** Quotes in Markdown, as apps write the words of texts that have emphasis and links. */
import { normalize } from '../text/chapter-text';

const LINK = /!?\[([^[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)/g;
const STRONG = /(\*\*|__|~~|==)(?=\S)([^\n]*?\S)\1/g;
const EMPHASIS = /(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_\n]*?\S)\1(?![\p{L}\p{N}])/gu;
const CODE = /`([^`\n]+)`/g;
const BLOCK = /^[ \t]*(?:>[ \t]?|#{1,6}[ \t]+)/gm;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/** The words of a quote as a text has them: without the signs of Markdown and the addresses of links. */
export function withoutMarkdown(quote: string): string {
	const words = quote
		.replace(LINK, '$1')
		.replace(STRONG, '$2')
		.replace(EMPHASIS, '$2')
		.replace(CODE, '$1')
		.replace(BLOCK, '')
		.replace(ESCAPED, '$1');
	return words === quote ? quote : normalize(words);
}
