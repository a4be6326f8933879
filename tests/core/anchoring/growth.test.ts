/** Texts that once took the square of their length. */
import { expect, test } from 'vitest';
import { placeAll } from '$lib/core/anchoring/place-all';
import { expectLinear } from '../../growth';
import { oldTarget } from './old-target';
import { seeded, type Random } from './mutations/random';

const PARAGRAPH =
	'The train left the station before the morning came, and nobody who stood on the platform knew where the exile was being taken. ';

/** Places a mark of a sentence, and one of nearly all of the old text. */
function place([old, now]: [string, string], withSnapshot: boolean) {
	const middle = old.length >> 1;
	const targets = [oldTarget(old, middle, middle + 120), oldTarget(old, 10, old.length - 10)];
	const snapshots = new Map(withSnapshot ? [['old', old]] : []);
	return placeAll({ edition: 'now', text: now }, targets, snapshots);
}

/** `text` with another letter in the place of every so many of its units. */
function misprinted(text: string, every: number): string {
	return Array.from(text, (letter, n) => (n % every === every - 1 ? '#' : letter)).join('');
}

/** As many letters of words, in sentences; each paragraph has some of them. */
function prose(letters: number, random: Random): string {
	const word = () =>
		Array.from({ length: random.whole(2, 9) }, () =>
			String.fromCharCode(random.whole(97, 122))
		).join('');
	const words = Array.from({ length: 2000 }, word);
	let text = '';
	for (let n = 1; text.length < letters; n += 1) {
		text +=
			words[random.whole(0, words.length - 1)] + (n % 12 > 0 ? ' ' : n % 60 > 0 ? '. ' : '.\n');
	}
	return text.slice(0, letters);
}

/** The parts of a text in another order. */
function reordered(text: string, separator: string): string {
	const parts = text.split(separator);
	return [
		...parts.filter((_, n) => n % 2 === 1).reverse(),
		...parts.filter((_, n) => n % 2 === 0)
	].join(separator);
}

const CASES: [string, (letters: number) => [string, string]][] = [
	[
		'one paragraph again and again',
		(letters) => {
			const text = `${PARAGRAPH}\n`.repeat(letters / PARAGRAPH.length);
			return [text, `${text.slice(0, letters / 2)} quickly ${text.slice(letters / 2)}`];
		}
	],
	[
		'a paragraph with a number, backwards',
		(letters) => {
			const all = Array.from(
				{ length: letters / PARAGRAPH.length },
				(_, n) => `${n}. ${PARAGRAPH}`
			);
			return [all.join('\n'), all.reverse().join('\n')];
		}
	],
	['one letter', (letters) => ['a'.repeat(letters), 'a'.repeat(letters - 7)]],
	[
		'ten words in two orders',
		(letters) => {
			const [one, two] = [seeded(1), seeded(2)];
			const words = PARAGRAPH.split(' ').slice(0, 10);
			const text = (random: Random) =>
				Array.from({ length: letters / 5 }, () => words[random.whole(0, 9)]).join(' ');
			return [text(one), text(two)];
		}
	],
	[
		'misprints in every word',
		(letters) => {
			const text = prose(letters, seeded(3));
			return [text, misprinted(text, 6)];
		}
	],
	[
		'misprints in every second word',
		(letters) => {
			const text = prose(letters, seeded(3));
			return [text, misprinted(text, 13)];
		}
	],
	[
		'sentences in another order',
		(letters) => {
			const text = prose(letters, seeded(4));
			return [text, reordered(text, '. ')];
		}
	],
	[
		'paragraphs in another order',
		(letters) => {
			const text = prose(letters, seeded(5));
			return [text, reordered(text, '\n')];
		}
	],
	[
		'blocks without a letter',
		(letters) => {
			const text = `${PARAGRAPH}${'.\n'.repeat(letters / 2)}${PARAGRAPH}`;
			return [text, text.replace('exile', 'prisoner')];
		}
	],
	[
		'no block ends, misprints',
		(letters) => {
			const text = prose(letters, seeded(6)).replaceAll('\n', ' ');
			return [text, misprinted(text, 40)];
		}
	]
];

test.each(CASES)('with a snapshot: %s', (_, make) => {
	expectLinear(make, (texts) => place(texts, true));
});

test.each(CASES)('by the quote: %s', (_, make) => {
	expectLinear(make, (texts) => place(texts, false));
});

test('a chapter of many changes can be one mark', () => {
	const text = prose(2 ** 20, seeded(7));
	const [, all] = place([text, misprinted(text, 13)], true);
	expect(all.range).not.toBeNull();
});
