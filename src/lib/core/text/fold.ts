/** What counts as the same character when passages are matched. Never what is stored or shown. */

// Publishers restyle these between editions; a passage is the same with either. The last two are
// letters of which a capital has two small ones: Greek has another sigma at the end of a word, and
// Turkish an i without a dot.
const FOLDED: Record<string, string> = {
	'\n': ' ',
	'\u00a0': ' ',
	'“': '"',
	'”': '"',
	'„': '"',
	'«': '"',
	'»': '"',
	'「': '"',
	'」': '"',
	'『': '"',
	'』': '"',
	'‘': "'",
	'’': "'",
	'‚': "'",
	'‛': "'",
	'‗': "'",
	'‹': "'",
	'›': "'",
	'‐': '-',
	'‑': '-',
	'‒': '-',
	'–': '-',
	'—': '-',
	'―': '-',
	'−': '-',
	'，': ',',
	'；': ';',
	'：': ':',
	'？': '?',
	'！': '!',
	'。': '.',
	'（': '(',
	'）': ')',
	ς: 'σ',
	ı: 'i'
};
const FOLDED_CHARACTERS = new RegExp(`[${Object.keys(FOLDED).join('')}]`, 'g');

/**
 * `text` with quotation marks, dashes, punctuation of full width, block ends and capitals folded
 * together. An offset means the same in both texts, and a part of the text folds to that part.
 */
export function fold(text: string): string {
	// The Turkish capital İ is the only letter that grows when it is made small: to i and a dot.
	return foldForms(text.replaceAll('İ', 'i').toLowerCase());
}

/** `text` folded as `fold` does it, but for its capitals, which stay. */
export function foldForms(text: string): string {
	return text.replace(FOLDED_CHARACTERS, (character) => FOLDED[character]);
}
