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
	/** False when the unit stands in the place of `id`, but another character replaced it. */
	kept: boolean;
	/** Whether an edit carried it away from its neighbours. */
	moved: boolean;
}

/** Blocks of units, in reading order. */
export type Traced = Unit[][];

export interface Rendered {
	text: string;
	blocks: string[];
	/** For each offset of `text`; a separator counts as added. */
	units: Unit[];
}

/** The old text: every unit is itself. */
export function trace(blocks: readonly string[]): Traced {
	let id = 0;
	return blocks.map((block) => {
		const units = [...block].flatMap((character) => character.split(''));
		const traced = units.map((unit, n) => ({ unit, id: id + n, kept: true, moved: false }));
		id += units.length + 1;
		return traced;
	});
}

/** Units that an edit adds. */
export function added(text: string): Unit[] {
	return text.split('').map((unit) => ({ unit, id: -1, kept: false, moved: false }));
}

/** Units that stand where `old` stood, spread over its places. */
export function replaced(old: readonly Unit[], text: string): Unit[] {
	return text.split('').map((unit, n) => ({
		...old[Math.floor((n * old.length) / text.length)],
		unit,
		kept: false
	}));
}

/** The same units, taken elsewhere. */
export function carried(units: readonly Unit[]): Unit[] {
	return units.map((unit) => ({ ...unit, moved: true }));
}

/** The text as the build would give it: spaces joined and trimmed, empty blocks gone. */
export function render(traced: Traced): Rendered {
	const tidied = traced.map(tidy).filter((block) => block.length > 0);
	const units: Unit[] = [];
	for (const [n, block] of tidied.entries()) {
		if (n > 0) units.push(...added('\n'));
		units.push(...block);
	}
	const blocks = tidied.map((block) => block.map(({ unit }) => unit).join(''));
	return { text: blocks.join('\n'), blocks, units };
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

/** What became of the passage `mark` of the old text. */
export function truthOf({ units }: Rendered, old: string, mark: TextRange): Truth {
	const isOurs = (unit: Unit) => unit.id >= mark.start && unit.id < mark.end;
	let best: { span: TextRange; count: number } | null = null;
	let part: { span: TextRange; count: number } | null = null;
	for (const [at, unit] of units.entries()) {
		if (isOurs(unit)) {
			part ??= { span: { start: at, end: at }, count: 0 };
			part.span.end = at + 1;
			if (unit.kept) part.count += 1;
			if (best === null || part.count > best.count) best = part;
		} else if (unit.id !== -1 && !unit.moved) {
			part = null; // a unit that stayed where it was stands between: not together any more
		}
	}
	if (best) best.span = trimmed(units, best.span);
	const size = old.slice(mark.start, mark.end).replaceAll('\n', '').length;
	return best && best.count > 0
		? { span: best.span, share: best.count / size }
		: { span: null, share: 0 };
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
