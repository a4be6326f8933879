/** What a citation says of a work, of a passage of it, and of the people who made it. */
import type { Publication } from '../text/work';

export interface CitedWork {
	/** Its folder's name. */
	slug: string;
	title: string;
	/** As the publisher writes it; several are parted by `;` or ` and `. */
	author: string;
	/** BCP 47. */
	language: string;
	publication: Publication;
	/** Where it can be read, without a fragment. */
	address: string;
}

export interface CitedPassage {
	work: CitedWork;
	/** Title of the chapter. */
	chapter: string;
	/** Id of the block it begins in: `p12`, `note-3`. */
	block: string;
	/** An address that leads to its words. */
	address: string;
	quote: string;
	/** The day on which it was read. */
	accessed: Date;
}

/** A person's name; `given` is empty for one that is not to be turned round. */
export interface Name {
	family: string;
	given: string;
}

/** Words before a family name that belong to it. */
const PARTICLE = /^(?:von|van|de|der|den|du|di|da|la|le|zu|zur|af|ibn|bin|al)$/;

/**
 * The people of a field such as `author`. `Trotsky, Leon` is taken as it stands; of `Leon Trotsky` the last
 * word is the family's name, with what belongs to it (`Ludwig van Beethoven`). A name of one word, and one
 * in Chinese, Japanese or Korean letters, is left whole.
 */
export function readNames(people: string): Name[] {
	return people
		.split(/;|\sand\s|\s&\s/u)
		.map((name) => name.trim())
		.filter((name) => name !== '')
		.map(readName);
}

function readName(name: string): Name {
	const [before, after] = name.split(',');
	if (after !== undefined) return { family: before.trim(), given: after.trim() };
	const words = name.split(/\s+/u);
	if (words.length < 2 || /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(name))
		return { family: name, given: '' };
	let first = words.length - 1;
	while (first > 1 && PARTICLE.test(words[first - 1])) first--;
	return { family: words.slice(first).join(' '), given: words.slice(0, first).join(' ') };
}

/** `Leon Trotsky`: as one is called. */
export function inOrder({ family, given }: Name): string {
	return given === '' ? family : `${given} ${family}`;
}

/** `Trotsky, Leon`: as a list by family names has it. */
export function turned({ family, given }: Name): string {
	return given === '' ? family : `${family}, ${given}`;
}

/** `Trotsky, L.`; `Sartre, J.-P.` */
export function withInitials({ family, given }: Name): string {
	const initials = given
		.split(/\s+/u)
		.filter(Boolean)
		.map((word) =>
			word
				.split('-')
				.map((part) => `${[...part.replace(/\./gu, '. ')][0].toUpperCase()}.`)
				.join('-')
		);
	return initials.length === 0 ? family : `${family}, ${initials.join(' ')}`;
}

/** Names in a row: `A`, `A and B`, `A, B, and C`. */
export function listNames(names: readonly string[], and: string): string {
	if (names.length < 2) return names[0] ?? '';
	const comma = names.length > 2 || and === '&' ? ',' : '';
	return `${names.slice(0, -1).join(', ')}${comma} ${and} ${names.at(-1)}`;
}
