/** A page as a browser compares it when it looks for the words of an address. */
import { fold } from '../fold';

/** A text by its base characters, and the way to them. */
export interface BaseText {
	key: string;
	/** Where the character at an offset of the text begins in the key. */
	at(offset: number): number;
}

/** Letters that a collation takes apart, or takes for another with a stroke. Chromium does so, not with þ and ð. */
const LETTERS: Readonly<Record<string, string>> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	đ: 'd',
	ħ: 'h',
	ł: 'l'
};
/** Katakana letters are the Hiragana ones, so many code points further on. */
const KATAKANA = { first: 'ァ', last: 'ヶ', shift: 0x60 };
const PLAIN = /^[\0-\x7f]$/;

/**
 * The base characters of a text: a browser compares at the first level of the Unicode collation
 * (https://www.unicode.org/reports/tr10/), where accents, capitals, ligatures, widths and the two
 * scripts of Kana are the same. Folds a little more than it does (quotation marks, dashes): whoever
 * takes two passages for the same looks for words that tell them apart.
 */
export function baseCharacters(text: string): BaseText {
	const offsets = new Uint32Array(text.length + 1);
	let key = '';
	let at = 0;
	for (const character of fold(text)) {
		const base = PLAIN.test(character) ? character : baseOf(character);
		for (let unit = 0; unit < character.length; unit++) offsets[at++] = key.length;
		key += base;
	}
	offsets[at] = key.length;
	return { key, at: (offset) => offsets[offset] };
}

function baseOf(character: string): string {
	// Composed again: a Korean syllable is not the one without its last letter.
	const bare = character.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
	if (bare >= KATAKANA.first && bare <= KATAKANA.last && bare.length === 1) {
		return String.fromCharCode(bare.charCodeAt(0) - KATAKANA.shift);
	}
	return LETTERS[bare] ?? bare;
}
