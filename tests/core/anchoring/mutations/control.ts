/**
 * What we measure ourselves against: plain quote search as in Hypothesis'
 * `match-quote.ts` (BSD-2, @9d28950c8): exact hits, else the fuzzy hits with the
 * fewest errors, scored by words, context and position; the best one is taken,
 * however bad it is.
 */
import search from 'approx-string-match';
import type { Target } from '$lib/core/annotation/annotation';
import type { TextRange } from '$lib/core/text/range';

export function plainQuoteSearch(text: string, { quote, start }: Target): TextRange | null {
	const hits = exactHits(text, quote.exact);
	const matches = hits.length > 0 ? hits : fuzzyHits(text, quote.exact);
	const alike = (words: string, other: string) => {
		if (words === '' || other === '') return words === other ? 1 : 0;
		const best = search(words, other, other.length)[0];
		return best ? 1 - best.errors / other.length : 0;
	};
	const scored = matches.map((match) => ({
		match,
		score:
			50 * (1 - match.errors / quote.exact.length) +
			20 * alike(text.slice(Math.max(0, match.start - 32), match.start), quote.prefix.slice(-32)) +
			20 * alike(text.slice(match.end, match.end + 32), quote.suffix.slice(0, 32)) +
			2 * (1 - Math.abs(match.start - start) / text.length)
	}));
	scored.sort((a, b) => b.score - a.score);
	return scored[0]?.match ?? null;
}

interface Hit extends TextRange {
	errors: number;
}

function exactHits(text: string, words: string): Hit[] {
	const hits: Hit[] = [];
	for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
		hits.push({ start: at, end: at + words.length, errors: 0 });
	}
	return hits;
}

function fuzzyHits(text: string, words: string): Hit[] {
	return search(text, words, Math.min(256, Math.floor(words.length / 2)));
}
