/**
 * What counts as the same character in a reader's search: letters with and without accents and
 * capitals, ligatures and the letters they are made of, all forms of quotation marks and dashes.
 */
import { fold, foldForms } from '../text/fold';

/** What is told apart although it is the same letter. */
export interface Sensitivity {
	/** Capitals are other letters. */
	case: boolean;
	/** Letters with an accent are other letters. */
	accents: boolean;
}

export const INSENSITIVE: Sensitivity = { case: false, accents: false };

// Accents, Hebrew points and Arabic vowel signs, which a reader leaves out when typing. Not the
// marks that make another letter (Indic vowels, the Japanese voiced sound mark).
const ACCENT_RANGES =
	'\\u0300-\\u036f\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u064b-\\u065f\\u0670\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f';
// eslint-disable-next-line no-misleading-character-class -- each is meant by itself
const ACCENTS = new RegExp(`[${ACCENT_RANGES}]`, 'g');
// eslint-disable-next-line no-misleading-character-class -- the same
const ACCENT = new RegExp(`^[${ACCENT_RANGES}]`);

/** Letters that are written as two. */
const LIGATURES: Readonly<Record<string, string>> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ĳ: 'ij',
	ð: 'd',
	þ: 'th',
	ﬀ: 'ff',
	ﬁ: 'fi',
	ﬂ: 'fl',
	ﬃ: 'ffi',
	ﬄ: 'ffl',
	ﬅ: 'st',
	ﬆ: 'st'
};
/** Letters with a stroke that Unicode does not take for an accent. */
const STROKES: Readonly<Record<string, string>> = { ø: 'o', đ: 'd', ħ: 'h', ł: 'l' };
const SMALL = Object.keys({ ...LIGATURES, ...STROKES });
const LETTERS = new RegExp(`[${SMALL.join('')}${SMALL.join('').toUpperCase()}ẞ]`, 'g');

/** Whether `text` begins with a mark over or under the letter before it. */
export function beginsWithAccent(text: string): boolean {
	return ACCENT.test(text);
}

/**
 * One character with the marks that follow it, as searches compare it: none, one or several units.
 * Nothing of it depends on what stands around it.
 */
export function foldCharacter(character: string, sensitivity: Sensitivity): string {
	const parts = character.normalize('NFD');
	const bare = sensitivity.accents ? parts : parts.replace(ACCENTS, '');
	// Composed again: a Korean syllable is no hit for its first two letters.
	const folded = sensitivity.case ? foldForms(bare) : fold(bare);
	return folded.replace(LETTERS, (letter) => foldLetter(letter, sensitivity)).normalize('NFC');
}

function foldLetter(letter: string, { accents }: Sensitivity): string {
	const lower = letter.toLowerCase();
	const folded = LIGATURES[lower] ?? (accents ? undefined : STROKES[lower]);
	if (folded === undefined) return letter;
	return letter === lower ? folded : folded.toUpperCase();
}
