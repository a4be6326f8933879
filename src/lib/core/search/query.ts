/** What a reader typed into a search, as what is looked for. */
import { INSENSITIVE, type Sensitivity } from './fold-character';
import { foldText } from './folded-text';

export interface SearchOptions extends Sensitivity {
	/** What is found begins and ends where a word does. */
	wholeWords: boolean;
}

export const NO_OPTIONS: SearchOptions = { ...INSENSITIVE, wholeWords: false };

/** Whether it is what anybody may have saved as options. */
export function isSearchOptions(value: unknown): value is SearchOptions {
	const given = (value ?? {}) as Record<string, unknown>;
	return Object.keys(NO_OPTIONS).every((name) => typeof given[name] === 'boolean');
}

export interface Query extends SearchOptions {
	/** Words and phrases, folded, each once. A passage that has all of them is found; none finds nothing. */
	terms: readonly string[];
}

/** More words than anybody looks for at once: such a text was pasted, and is looked for as it is. */
const MOST_TERMS = 16;

/** All forms of double quotation marks, as `fold` knows them. */
const QUOTE = /["“”„«»「」『』]/;

/** Reads a query: words, and phrases in quotation marks of any form. The last one may be left open. */
export function parseQuery(typed: string, options: SearchOptions): Query {
	const whole = typed.replace(/\s+/gu, ' ').trim();
	const pieces = whole.split(QUOTE);
	// Every second piece stood in quotation marks.
	const words = pieces.flatMap((piece, index) => (index % 2 === 1 ? [piece] : piece.split(' ')));
	const keyOf = (text: string) => foldText(text.trim(), options).key;
	const terms = [...new Set(words.map(keyOf))].filter((term) => term !== '');
	const isLiteral = terms.length === 0 || terms.length > MOST_TERMS;
	return { ...options, terms: isLiteral ? [keyOf(whole)].filter((term) => term !== '') : terms };
}
