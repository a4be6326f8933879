/** Counts what became of marks, by operator and length. */
import type { Place } from '$lib/core/annotation/annotation';
import { LENGTHS, type Length } from './marks';
import { overlapShare, type Truth } from './traced';

/** What a place was worth. */
export const OUTCOMES = [
	'placed', // survived, placed with certainty, and rightly
	'review', // put before the reader, at the right place
	'wrong review', // put before the reader, elsewhere
	'misplaced', // placed with certainty, and wrongly
	'unplaced', // survived, but not found
	'remains', // did not survive, but what is left of it was found with certainty, and rightly
	'gone' // did not survive, and was not placed: right
] as const;
export type Outcome = (typeof OUTCOMES)[number];

// A place is right when it shares this much with the truth.
const RIGHT = 0.9;
// A passage survives when this much of it remains together.
const SURVIVES = 0.5;

export function survived(truth: Truth): boolean {
	return truth.share >= SURVIVES;
}

export function outcomeOf(place: Pick<Place, 'range' | 'level'>, truth: Truth): Outcome {
	if (place.range === null) return survived(truth) ? 'unplaced' : 'gone';
	const right = truth.span !== null && overlapShare(place.range, truth.span) >= RIGHT;
	if (place.level === 'review') return right ? 'review' : 'wrong review';
	if (!right) return 'misplaced';
	return survived(truth) ? 'placed' : 'remains';
}

export type Counts = Record<Outcome | 'marks' | 'surviving', number>;
const COLUMNS = ['marks', 'surviving', ...OUTCOMES] as const;
const none = () => Object.fromEntries(COLUMNS.map((column) => [column, 0])) as Counts;

export class Tally {
	readonly cells = new Map<string, Map<Length, Counts>>();

	add(operator: string, length: Length, outcome: Outcome, survives: boolean): void {
		const row = this.cells.get(operator) ?? new Map(LENGTHS.map((each) => [each, none()]));
		this.cells.set(operator, row);
		const cell = row.get(length);
		if (!cell) return;
		cell.marks += 1;
		if (survives) cell.surviving += 1;
		cell[outcome] += 1;
	}

	/** Counts over all cells, or those `wanted`. */
	total(wanted: (operator: string, length: Length) => boolean = () => true): Counts {
		const sum = none();
		for (const [operator, row] of this.cells) {
			for (const [length, cell] of row) {
				if (!wanted(operator, length)) continue;
				for (const column of COLUMNS) sum[column] += cell[column];
			}
		}
		return sum;
	}

	/** Rows of operators and lengths, columns of outcomes. */
	table(title: string): string {
		const rows = [[title, ...COLUMNS, 'placed of surviving']];
		const row = (name: string, counts: Counts) =>
			rows.push([
				name,
				...COLUMNS.map((column) => String(counts[column])),
				`${(placedShare(counts) * 100).toFixed(2)} %`
			]);
		for (const operator of this.cells.keys()) {
			row(
				operator,
				this.total((each) => each === operator)
			);
			for (const length of LENGTHS) {
				row(
					`    ${length}`,
					this.total((each, size) => each === operator && size === length)
				);
			}
		}
		for (const length of LENGTHS)
			row(
				`all: ${length}`,
				this.total((_, size) => size === length)
			);
		row('all', this.total());
		const widths = rows[0].map((_, n) => Math.max(...rows.map((cells) => cells[n].length)));
		return rows
			.map((cells) =>
				cells.map((cell, n) => (n ? cell.padStart(widths[n]) : cell.padEnd(widths[n])))
			)
			.map((cells) => cells.join('  '))
			.join('\n');
	}
}

/** Surviving marks that were placed rightly and with certainty; 1 when none survived. */
export function placedShare({ placed, surviving }: Counts): number {
	return surviving === 0 ? 1 : placed / surviving;
}
