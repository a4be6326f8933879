import type { Target } from '$lib/core/annotation/annotation';

/** A mark of an old edition's text, called `old`, from `start` to `end`. */
export function oldTarget(text: string, start: number, end: number): Target {
	return {
		work: 'book',
		chapter: 'one',
		edition: 'old',
		norm: 1,
		start,
		end,
		blocks: ['p1', 'p1'],
		quote: {
			exact: text.slice(start, end),
			prefix: text.slice(Math.max(0, start - 64), start),
			suffix: text.slice(end, end + 64)
		}
	};
}
