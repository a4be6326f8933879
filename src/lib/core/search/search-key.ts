/**
 * What counts as the same in a reader's search: words are compared without regard to case, accents,
 * ligatures, and the form of quotation marks and dashes. Keys are never stored or shown.
 */
import { fold } from '../text/fold';
import type { TextRange } from '../text/range';

// Accents, Hebrew points and Arabic vowel signs, which a reader leaves out when typing. Not the
// marks that make another letter (Indic vowels, the Japanese voiced sound mark).
const ACCENTS =
	// eslint-disable-next-line no-misleading-character-class -- each is meant by itself
	/[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
// Letters that are written as two, or with a stroke that Unicode does not take for an accent.
const LETTERS: Readonly<Record<string, string>> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ĳ: 'ij',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	ħ: 'h',
	ł: 'l',
	þ: 'th',
	ﬀ: 'ff',
	ﬁ: 'fi',
	ﬂ: 'fl',
	ﬃ: 'ffi',
	ﬄ: 'ffl',
	ﬅ: 'st',
	ﬆ: 'st'
};
const ALL_LETTERS = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
const PLAIN = /^[\x20-\x7e]*$/;

/** `text` as searches compare it; lengths differ. A text contains a query when its key contains the query's. */
export function searchKey(text: string): string {
	// Most texts are plain ASCII, and what follows takes ten times as long.
	if (PLAIN.test(text)) return text.toLowerCase();
	const folded = fold(text.normalize('NFD').replace(ACCENTS, ''));
	return folded.replace(ALL_LETTERS, (letter) => LETTERS[letter]);
}

/** The search key of what a reader typed, without spaces at its ends. */
export function queryKey(query: string): string {
	return searchKey(query.replace(/\s+/gu, ' ').trim());
}

/** Where `query` stands in `text`, as ranges of `text` that do not overlap; none for an empty query. */
export function findHits(text: string, query: string): TextRange[] {
	const wanted = queryKey(query);
	if (wanted === '' || !searchKey(text).includes(wanted)) return [];
	const { key, origins } = keyWithOrigins(text);
	const hits: TextRange[] = [];
	for (let at = key.indexOf(wanted); at >= 0; at = key.indexOf(wanted, at + wanted.length)) {
		const hit = { start: origins[at].start, end: origins[at + wanted.length - 1].end };
		// A letter that counts as two may have both.
		if (hit.start >= (hits.at(-1)?.end ?? 0)) hits.push(hit);
	}
	return hits;
}

/** The key of `text`, and which units of `text` each of its units stands for. */
function keyWithOrigins(text: string): { key: string; origins: TextRange[] } {
	let key = '';
	const origins: TextRange[] = [];
	let start = 0;
	for (const character of text) {
		const end = start + character.length;
		const part = searchKey(character);
		// An accent belongs to the letter before it.
		if (part === '' && origins.length > 0) origins[origins.length - 1].end = end;
		for (let unit = 0; unit < part.length; unit++) origins.push({ start, end });
		key += part;
		start = end;
	}
	return { key, origins };
}
