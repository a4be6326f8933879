/** Makes up words and sentences in the manner of a text, to be inserted into it. */
import type { Random } from './random';

export interface Writer {
	/** Whether words stand apart. */
	spaced: boolean;
	/** Matches one word. */
	words: RegExp;
	letter(random: Random): string;
	word(random: Random): string;
	sentence(random: Random): string;
}

const WORDS = /[\p{L}’']+/gu;
const CHARACTERS = /\p{Ideographic}/gu;

/** Sentences follow the text's own pairs of words, so they share many of its phrases. */
export function writerLike(blocks: readonly string[]): Writer {
	const text = blocks.join('\n');
	const spaced = !/\p{Ideographic}/u.test(text);
	const words = spaced ? WORDS : CHARACTERS;
	const all = [...text.matchAll(words)].map(([word]) => word);
	const followers = new Map<string, string[]>();
	for (const [n, word] of all.slice(0, -1).entries()) {
		followers.set(word, [...(followers.get(word) ?? []), all[n + 1]]);
	}
	const letters = [...text].filter((letter) => /\p{L}/u.test(letter));
	return {
		spaced,
		words,
		letter: (random) => random.pick(letters).toLowerCase(),
		word: (random) => random.pick(all),
		sentence: (random) => {
			const made = [random.pick(all)];
			for (let length = random.whole(5, 22); made.length < length;) {
				made.push(random.pick(followers.get(made[made.length - 1]) ?? all));
			}
			return spaced ? `${capital(made.join(' '))}.` : `${made.join('')}。`;
		}
	};
}

function capital(sentence: string): string {
	return sentence[0].toUpperCase() + sentence.slice(1);
}
