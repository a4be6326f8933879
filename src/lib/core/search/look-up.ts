/** The words of a passage as one looks them up. */

/** More words than that are looked for nowhere but where they stand. */
const MOST_WORDS = 12;
/** Units of a passage that are looked at. */
const LOOKED_AT = 300;
/** A quotation mark of any form would end the phrase. */
const QUOTES = /["“”„«»「」『』]/g;

/**
 * What is searched for a passage: its words without the punctuation around them, as a phrase when they
 * are several. Of a passage over blocks the words of the first, of a long one the first words. Empty
 * when there are none.
 */
export function lookUpWords(passage: string): string {
	const [block] = passage.trimStart().slice(0, LOOKED_AT).split('\n');
	const words = block.replace(QUOTES, ' ').split(/\s+/u).filter(Boolean).slice(0, MOST_WORDS);
	const bare = words.join(' ').replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '');
	return bare.includes(' ') ? `“${bare}”` : bare;
}
