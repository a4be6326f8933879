/**
 * A text whose every unit knows where it came from. Edits move, drop and add
 * units; the truth about a passage is read from them, never from the code
 * under test.
 */
import type { TextRange } from '$lib/core/text/range';

export interface Unit {
	unit: string;
	/** Offset in the old text; -1 for what an edit added. */
	id: number;
	/** False when the unit stands in the place of the one at `id`, which was another character. */
	isSame: boolean;
	/** Whether an edit took it away from its neighbours. */
	moved: boolean;
}

/** Blocks of units, in reading order. */
export type Traced = Unit[][];

export interface Rendered {
	text: string;
	/** For each offset of `text`; a separator counts as added. */
	units: Unit[];
	/** For each offset of the old text the first and the last offset of `text` that came from it, or -1. */
	first: Int32Array;
	last: Int32Array;
}

/** The old text: every unit is itself. */
export function trace(blocks: readonly string[]): Traced {
	let id = 0;
	return blocks.map((block) => {
		const units = [...block].flatMap((character) => character.split(''));
		const traced = units.map((unit, n) => ({ unit, id: id + n, isSame: true, moved: false }));
		id += units.length + 1;
		return traced;
	});
}

/** Units that an edit adds. */
export function added(text: string): Unit[] {
	return text.split('').map((unit) => ({ unit, id: -1, isSame: false, moved: false }));
}

/** Units that stand where `old` stood, spread over its places. */
export function replaced(old: readonly Unit[], text: string): Unit[] {
	return text.split('').map((unit, n) => ({
		...old[Math.floor((n * old.length) / text.length)],
		unit,
		isSame: false
	}));
}

/** The same units, taken elsewhere. */
export function takenElsewhere(units: readonly Unit[]): Unit[] {
	return units.map((unit) => ({ ...unit, moved: true }));
}

/** The new text as the build would give it, of an old one of `oldLength` units: spaces joined and trimmed, empty blocks gone. */
export function render(traced: Traced, oldLength: number): Rendered {
	const units: Unit[] = [];
	const separator = added('\n');
	for (const block of traced) {
		const tidied = tidy(block);
		if (tidied.length === 0) continue;
		if (units.length > 0) units.push(...separator);
		for (const unit of tidied) units.push(unit);
	}
	const first = new Int32Array(oldLength).fill(-1);
	const last = new Int32Array(oldLength).fill(-1);
	for (const [at, { id }] of units.entries()) {
		if (id === -1) continue;
		if (first[id] === -1) first[id] = at;
		last[id] = at;
	}
	return { text: units.map(({ unit }) => unit).join(''), units, first, last };
}

function tidy(block: readonly Unit[]): Unit[] {
	const single = block.filter(
		({ unit }, n) => unit !== ' ' || (n > 0 && block[n - 1].unit !== ' ')
	);
	while (single.at(-1)?.unit === ' ') single.pop();
	return single;
}

export interface Truth {
	/** The largest part that remained together, in the new text; `null` when nothing did. */
	span: TextRange | null;
	/** 0 to 1: the share of the passage's characters in it. */
	share: number;
}

interface Part {
	span: TextRange;
	count: number;
}

/** What became of the passage `mark` of the old text. */
export function truthOf(rendered: Rendered, old: string, mark: TextRange): Truth {
	const best = largestPart(rendered, mark);
	if (best === null || best.count === 0) return { span: null, share: 0 };
	const size = old.slice(mark.start, mark.end).replaceAll('\n', '').length;
	return { span: trimmed(rendered.units, best.span), share: best.count / size };
}

function largestPart(rendered: Rendered, mark: TextRange): Part | null {
	const { units } = rendered;
	const { start, end } = extentOf(rendered, mark);
	let best: Part | null = null;
	let part: Part | null = null;
	for (let at = start; at < end; at += 1) {
		const { id, isSame, moved } = units[at];
		if (id >= mark.start && id < mark.end) {
			part ??= { span: { start: at, end: at }, count: 0 };
			part.span.end = at + 1;
			if (isSame) part.count += 1;
			if (best === null || part.count > best.count) best = part;
		} else if (id !== -1 && !moved) {
			part = null; // a unit that stayed where it was stands between: not together any more
		}
	}
	return best;
}

/** From the first unit of the new text that came from the passage to the last. */
function extentOf({ first, last }: Rendered, mark: TextRange): TextRange {
	let [start, end] = [Infinity, 0];
	for (let id = mark.start; id < mark.end; id += 1) {
		if (first[id] === -1) continue;
		start = Math.min(start, first[id]);
		end = Math.max(end, last[id] + 1);
	}
	return { start, end };
}

/**
 * The span without a block of which it holds no letter (the full stop that ended it), and
 * without the spaces beside words that are gone.
 */
function trimmed(units: readonly Unit[], { start, end }: TextRange): TextRange {
	const text = units
		.slice(start, end)
		.map(({ unit }) => unit)
		.join('');
	const before = /^(?:[^\p{L}\p{N}]*\n)? */u.exec(text)?.[0].length ?? 0;
	const after = / *(?:\n[^\p{L}\p{N}]*)?$/u.exec(text.slice(before))?.[0].length ?? 0;
	return { start: start + before, end: end - after };
}

/** Units in both ranges, as a share of those in either. */
export function overlapShare(a: TextRange, b: TextRange): number {
	const both = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
	return both / (a.end - a.start + b.end - b.start - both);
}
