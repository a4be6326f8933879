/**
 * Finds the passage of a text directive as a browser does: "find a range from a text directive" of
 * https://wicg.github.io/scroll-to-text-fragment/, over a text whose blocks end in line breaks and in
 * which `GAP` stands for what is seen there and is no text. Slow, and as near to the specification's
 * steps as can be, so that what we write is judged by something that was written by itself.
 */
import { GAP } from '$lib/core/text/fragment/text-fragment';
import type { TextRange } from '$lib/core/text/range';

interface Parsed {
	prefix: string | null;
	start: string;
	end: string | null;
	suffix: string | null;
}

/** The parts of `[prefix-,]start[,end][,-suffix]`; `null` when it is no such directive. */
function parseDirective(directive: string): Parsed | null {
	const parts = directive.split(',');
	const prefix = parts[0].endsWith('-') ? parts.shift()!.slice(0, -1) : null;
	const suffix = parts.at(-1)?.startsWith('-') ? parts.pop()!.slice(1) : null;
	if (parts.length < 1 || parts.length > 2 || parts.includes('')) return null;
	const [start, end = null, before, behind] = [...parts, ...Array(2 - parts.length).fill(null)]
		.concat(prefix, suffix)
		.map((part) => part && decodeURIComponent(part));
	return { prefix: before, start: start!, end, suffix: behind };
}

/** Where a browser goes on a page for a directive; `null`: nowhere. */
export function findDirective(page: string, directive: string, language = 'en'): TextRange | null {
	const parsed = parseDirective(directive);
	return parsed && new Finder(page, language).find(parsed);
}

interface Bounds {
	/** It has to begin, or end, where a word begins or ends. */
	start: boolean;
	end: boolean;
}

class Finder {
	#page: string;
	#boundaries = new Set<number>();
	/** The base characters of the page, folded, and where each stands in it. */
	#key: string;
	#offsets: number[];

	constructor(page: string, language: string) {
		this.#page = page;
		const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
		for (const { index } of segmenter.segment(page)) this.#boundaries.add(index);
		this.#boundaries.add(page.length);
		const units = [...page].map((character) =>
			/[\n\ufffc]/.test(character) ? '\n' : base(character)
		);
		this.#key = units.join('');
		let at = 0;
		this.#offsets = [...page].flatMap((character, index) => {
			at += character.length;
			return Array<number>(units[index].length).fill(at - character.length);
		});
		this.#offsets.push(page.length);
	}

	find({ prefix, start, end, suffix }: Parsed): TextRange | null {
		const endsWord = end !== null || suffix === null;
		let from = 0;
		for (;;) {
			let match: TextRange | null;
			if (prefix !== null) {
				const before = this.#next(prefix, from, { start: true, end: false });
				if (!before) return null;
				from = before.start + 1;
				const begin = this.#skipSpace(before.end);
				match = this.#next(start, begin, { start: false, end: endsWord });
				if (!match) return null;
				if (match.start !== begin) continue;
			} else {
				match = this.#next(start, from, { start: true, end: endsWord });
				if (!match) return null;
				from = match.start + 1;
			}
			const whole = this.#complete(match, end, suffix);
			if (whole === 'none') return null;
			if (whole) return whole;
		}
	}

	/** From the match of `start` to the passage; `null` when the suffix does not follow, `none` when no other can. */
	#complete(
		match: TextRange,
		end: string | null,
		suffix: string | null
	): TextRange | 'none' | null {
		let stop = match.end;
		for (;;) {
			if (end !== null) {
				const closing = this.#next(end, stop, { start: true, end: suffix === null });
				if (!closing) return 'none';
				stop = closing.end;
			}
			if (suffix === null) return { start: match.start, end: stop };
			const behind = this.#next(suffix, stop, { start: false, end: true });
			if (!behind) return 'none';
			if (behind.start === this.#skipSpace(stop)) return { start: match.start, end: stop };
			if (end === null) return null;
		}
	}

	/** The next place of some words from an offset of the page on, within one block. */
	#next(words: string, from: number, bounds: Bounds): TextRange | null {
		const wanted = [...words].map(base).join('');
		for (let at = this.#key.indexOf(wanted); at >= 0; at = this.#key.indexOf(wanted, at + 1)) {
			const start = this.#offsets[at];
			const last = this.#offsets[at + wanted.length - 1];
			let end = last + String.fromCodePoint(this.#page.codePointAt(last)!).length;
			while (/^\p{M}/u.test(this.#page.slice(end))) end++;
			if (start < from) continue;
			if (bounds.start && !this.#boundaries.has(start)) continue;
			if (bounds.end && !this.#boundaries.has(end)) continue;
			return { start, end };
		}
		return null;
	}

	#skipSpace(at: number): number {
		while (/\s/.test(this.#page[at] ?? '') && this.#page[at] !== GAP) at++;
		return at;
	}
}

/** A character at the primary level of the collation: without accents, in small letters. */
function base(character: string): string {
	if (/\s/.test(character)) return ' ';
	const bare = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	return { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd' }[bare] ?? bare;
}
