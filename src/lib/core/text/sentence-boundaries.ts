/**
 * Where the sentences of a block begin: where the engine's rules (Unicode Standard Annex 29) have a
 * new one, but for what these know nothing of, such as abbreviations, initials and who is quoted.
 */
import { segmentsOf } from './segments';
import { sentenceRulesOf, type SentenceRules } from './sentence-rules';

/** Units around a boundary that tell what it is. */
const AROUND = 80;

/**
 * The offsets in `block` at which its sentences begin, in order; 0 is the first.
 *
 * @throws RangeError when `language` is no BCP 47 tag.
 */
export function sentenceStarts(block: string, language: string): number[] {
	const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
	const rules = sentenceRulesOf(language);
	const inside = insideSentences(block, rules);
	const isContinued = continuationTest(block, rules);
	const found = [...segmentsOf(segmenter, block)].map(({ index }) => index);
	const overlooked = [...block.matchAll(rules.hasDashes ? OVERLOOKED_WITH_DASHES : OVERLOOKED)];
	for (const { 0: match, index } of overlooked) found.push(index + match.length);
	const starts = [0];
	for (const index of found.sort((a, b) => a - b)) {
		const start = index + misplaced(block, index);
		if (start <= starts.at(-1)! || start >= block.length || inside.has(index)) continue;
		if (!isContinued(start)) starts.push(start);
	}
	return starts;
}

// The engine has no boundary after an ellipsis, nor before a dash: "he said. — Who is there?"
const OVERLOOKED = /…["'”’»]?\s+(?=[\p{Pi}\p{Ps}"'¿¡]*\p{Lu})/gu;
const OVERLOOKED_WITH_DASHES = new RegExp(
	`${OVERLOOKED.source}|[.!?…]["'”’»]?\\s+(?=[—–]\\s*\\p{Lu})`,
	'gu'
);

/**
 * How far an engine's boundary is from where it belongs: before a quotation mark that closes what
 * stands before it ("« Viens ! » dit-il"), or after one that opens what follows, where no spaces are.
 */
function misplaced(block: string, index: number): number {
	const closing = /^[»”’」』)\]]+(?=[\s\p{P}]|$)\s*/u.exec(block.slice(index, index + AROUND));
	if (closing && index > 0) return closing[0].length;
	return -(
		/(?<=[。！？])[「『“‘（《〈【]+$/u.exec(block.slice(0, index).slice(-3))?.[0].length ?? 0
	);
}

/** Tells whether a sentence of `block` goes on at an offset, after something that may end one. */
function continuationTest(
	block: string,
	{ starters, speech }: SentenceRules
): (start: number) => boolean {
	const hasCapitals = /\p{Lu}/u.test(block);
	return (start) => {
		const before = block.slice(Math.max(0, start - AROUND), start);
		const after = block.slice(start, start + AROUND);
		// "“Stop!” he said.", "Oh! what a day": no sentence begins with a small letter, unless all do.
		if (hasCapitals && /^[\s\p{P}]*\p{Ll}/u.test(after)) return true;
		if (/[」』]$/u.test(before)) return after.startsWith('と');
		if (!speech || !/[!?]["'”’]+\s*$/u.test(before)) return false;
		const speaker = /^((?:\p{Lu}[\p{L}’]*\.?\s)+)(\p{Ll}+)/u.exec(after);
		if (!speaker || !speech.includes(speaker[2])) return false;
		const [first] = speaker[1].split(' ');
		return first === 'I' || !starters.includes(first);
	};
}

/** The offsets in `block` at which no sentence begins, since they stand in or right after what ends none. */
function insideSentences(block: string, rules: SentenceRules): Set<number> {
	const { starters, hasOrdinals } = rules;
	const inside = new Set<number>();
	const add = (pattern: RegExp, ends: (after: string) => boolean = () => false) => {
		for (const { 0: match, index } of block.matchAll(pattern)) {
			const end = index + match.length;
			for (let offset = index + 1; offset < end; offset++) inside.add(offset);
			if (!ends(block.slice(end, end + AROUND))) inside.add(end);
		}
	};
	const begins = (after: string) => isStarter(after, starters);
	add(abbreviations(rules.before));
	add(
		abbreviations(rules.beforeNumber),
		(after) => !/^(\p{N}|[IVXLC]{2,}\b|[VXLC]\b)/u.test(after)
	);
	add(abbreviations(rules.unlessStarter), begins);
	add(INITIAL, begins);
	add(ELLIPSIS, begins);
	add(NUMBERING);
	if (hasOrdinals) add(ORDINAL, begins);
	return inside;
}

// "F.A. ", "L. D. ", "(N.I. ": a single capital with its full stop. Not "the GPU. ".
const INITIAL = /(?<![\p{L}\p{N}])\p{Lu}\.\s*/gu;
// An ellipsis, or its dots, close or apart; four are an omission after a full stop.
const ELLIPSIS = /(?<!\.)(?:\.{2,3}(?!\.)|\.\s\.\s\.|…)\s*/gu;
// "1. The beginning", "IV. The end", "a. a list": at the beginning of a block.
const NUMBERING = /^(?:\p{N}{1,3}|\p{L}|[IVXLC]{1,6})\.\s*/gu;
// "am 3. März", "Friedrich II. August": days and rulers, not years.
const ORDINAL = /(?<![\p{L}\p{N}.,:])(?:\p{N}{1,2}|[IVX]{2,5})\.\s+/gu;

const patterns = new Map<readonly string[], RegExp>();

/** Any of `words` with its full stop, also with a capital, and with spaces after the full stops in it. */
function abbreviations(words: readonly string[]): RegExp {
	const known = patterns.get(words);
	if (known) return known;
	const longestFirst = [...words].sort((a, b) => b.length - a.length);
	const choices = longestFirst.map(
		([first, ...rest]) =>
			`[${first}${first.toUpperCase()}]${rest.join('').replaceAll('.', '\\.\\s?')}`
	);
	// Of nothing: what is nowhere.
	const choice = choices.length > 0 ? choices.join('|') : '(?!)';
	const pattern = new RegExp(`(?<![\\p{L}\\p{N}.])(?:${choice})\\.\\s*`, 'gu');
	patterns.set(words, pattern);
	return pattern;
}

/** Whether a text begins with a word that begins sentences. An initial is no such word: "I. Newton". */
function isStarter(text: string, starters: readonly string[]): boolean {
	const [, word, next] = /^[\s\p{Pi}\p{Ps}\p{Pd}"'¿¡]*(\p{L}+)(.?)/u.exec(text) ?? [];
	return word !== undefined && next !== '.' && starters.includes(word);
}
