/** What counts as the same character when passages are matched. Never what is stored or shown. */

// Publishers restyle these between editions; a passage is the same with either.
const RESTYLED: Record<string, string> = {
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
	'）': ')'
};
const RESTYLED_CHARACTERS = new RegExp(`[${Object.keys(RESTYLED).join('')}]`, 'g');

/**
 * `text` with quotation marks, dashes, punctuation of full width, block ends
 * and capitals folded together. Same length: an offset means the same in both.
 */
export function fold(text: string): string {
	const lower = text.toLowerCase();
	// A few capitals (U+0130) grow when lowered; such a text keeps its capitals.
	const even = lower.length === text.length ? lower : text;
	return even.replace(RESTYLED_CHARACTERS, (character) => RESTYLED[character]);
}
