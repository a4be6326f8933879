/** A small seeded generator (mulberry32), so that every edit of the suite can be made again. */
export interface Random {
	/** 0 up to, not including, 1. */
	next(): number;
	/** A whole number from `low` to `high`, both included. */
	whole(low: number, high: number): number;
	/** One of `items`, which must not be empty. */
	pick<T>(items: readonly T[]): T;
	chance(probability: number): boolean;
}

export function seeded(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
	const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
	return {
		next,
		whole,
		pick: (items) => items[whole(0, items.length - 1)],
		chance: (probability) => next() < probability
	};
}
