/** What an edit is made of. */
import type { Mark } from './marks';
import type { Random } from './random';
import type { Traced, Unit } from './traced';
import type { Writer } from './writer';

export interface Edit {
	random: Random;
	/** Makes up new sentences in the manner of the text. */
	writer: Writer;
	/** The passages marked in the old text. */
	marks: readonly Mark[];
}

export interface Operator {
	name: string;
	/** Makes the old text that the edit will mend, from the given one. */
	prepare?(blocks: readonly string[], random: Random): string[];
	/** The new text. Does not change `old`. */
	apply(old: Traced, edit: Edit): Traced;
}

export const isLetter = (unit: string) => /\p{L}/u.test(unit);

/** A letter of the text's writing that is none of `not`. */
export function otherLetter(
	writer: Writer,
	random: Random,
	not: readonly (Unit | undefined)[]
): string {
	for (;;) {
		const letter = writer.letter(random);
		if (!not.some((unit) => unit?.unit === letter)) return letter;
	}
}
