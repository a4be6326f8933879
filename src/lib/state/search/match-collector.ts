import type { Match } from '$lib/core/search/find-matches';
import type { TextRange } from '$lib/core/text/range';
import type { OpenMatches } from './search-messages';

/** Counts the matches of a chapter as they are found, and keeps what is shown of them. */
export class MatchCollector {
	count = 0;
	/** The first of them, to be listed. */
	readonly first: Match[] = [];
	#most: number;
	#offsets: { matches: Uint32Array; parts: Uint32Array }[] = [];
	#isOpen: boolean;

	/**
	 * @param most how many are listed
	 * @param isOpen it is the open chapter, in which all are painted
	 */
	constructor(most: number, isOpen: boolean) {
		this.#most = most;
		this.#isOpen = isOpen;
	}

	add(matches: readonly Match[]): void {
		this.count += matches.length;
		this.first.push(...matches.slice(0, Math.max(0, this.#most - this.first.length)));
		if (!this.#isOpen) return;
		const parts = matches.flatMap((match) => match.parts);
		this.#offsets.push({ matches: flat(matches), parts: flat(parts) });
	}

	/** Where all of them stand in the open chapter. */
	get open(): OpenMatches {
		return {
			matches: joined(this.#offsets.map(({ matches }) => matches)),
			parts: joined(this.#offsets.map(({ parts }) => parts))
		};
	}
}

function flat(ranges: readonly TextRange[]): Uint32Array {
	const offsets = new Uint32Array(2 * ranges.length);
	for (const [index, { start, end }] of ranges.entries()) offsets.set([start, end], 2 * index);
	return offsets;
}

function joined(arrays: readonly Uint32Array[]): Uint32Array {
	if (arrays.length === 1) return arrays[0];
	const all = new Uint32Array(arrays.reduce((length, one) => length + one.length, 0));
	let at = 0;
	for (const one of arrays) {
		all.set(one, at);
		at += one.length;
	}
	return all;
}
