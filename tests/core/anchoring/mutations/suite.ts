/** Runs seeded edits of texts, and counts what became of the marks in them. */
import { plainQuoteSearch } from './control';
import { explain } from './explain';
import { OPERATORS } from './operators';
import { seeded } from './random';
import { outcomeOf, survived, Tally, type Outcome } from './tally';
import type { SuiteText } from './texts';
import { tryEdit, type Judged, type Trial } from './trial';

export interface Options {
	texts: readonly SuiteText[];
	/** Each makes one edit of each kind of each text. */
	seeds: readonly number[];
	/** Part of the names of the operators to run; all of them when empty. */
	only?: string;
	/** Outcomes of which every mark is shown. */
	show?: readonly Outcome[];
}

// Of each length, anywhere in the text and as many again near what was changed.
const MARKS_EACH = 2;
// The control is slow, and bad enough to be seen with one seed.
const CONTROL_SEEDS = 1;
// A mark of fewer units may need its snapshot.
const LONG_ENOUGH = 40;

/** What became of the marks of all edits. */
export class Suite {
	readonly withSnapshot = new Tally();
	readonly withoutSnapshot = new Tally();
	/** Of the marks that are long enough to be found by their quote alone. */
	readonly longWithoutSnapshot = new Tally();
	readonly #control = new Tally();
	readonly #took = { withSnapshot: 0, withoutSnapshot: 0 };
	readonly #show: readonly Outcome[];

	constructor({ texts, seeds, only = '', show = [] }: Options) {
		this.#show = show;
		for (const text of texts) {
			for (const [number, operator] of OPERATORS.entries()) {
				if (!operator.name.includes(only)) continue;
				for (const [n, seed] of seeds.entries()) {
					const trial = tryEdit(text, operator, seeded(seed * 1000 + number), MARKS_EACH);
					const where = `${operator.name}, ${text.name}, seed ${seed}`;
					this.#count(operator.name, trial, where, n < CONTROL_SEEDS);
				}
			}
		}
	}

	/** The tables of all tallies. */
	report(): string {
		const { withSnapshot, withoutSnapshot } = this.#took;
		return [
			this.withSnapshot.table('with a snapshot'),
			this.withoutSnapshot.table('without a snapshot'),
			this.longWithoutSnapshot.table(`without, ${LONG_ENOUGH} units and more`),
			this.#control.table('control: plain quote search'),
			`took ${Math.round(withSnapshot)} ms with snapshots, ${Math.round(withoutSnapshot)} ms without`
		].join('\n\n');
	}

	#count(operator: string, trial: Trial, where: string, isControlled: boolean): void {
		this.#took.withSnapshot += trial.took.withSnapshot;
		this.#took.withoutSnapshot += trial.took.withoutSnapshot;
		for (const judged of trial.judged) {
			const { mark, target, truth } = judged;
			const count = (tally: Tally, place: Parameters<typeof outcomeOf>[0]) => {
				const outcome = outcomeOf(place, truth);
				tally.add(operator, mark.length, outcome, survived(truth));
				return outcome;
			};
			this.#explain(count(this.withSnapshot, judged.withSnapshot), trial, judged, where, true);
			this.#explain(
				count(this.withoutSnapshot, judged.withoutSnapshot),
				trial,
				judged,
				where,
				false
			);
			if (mark.end - mark.start >= LONG_ENOUGH) {
				count(this.longWithoutSnapshot, judged.withoutSnapshot);
			}
			if (isControlled) {
				count(this.#control, { range: plainQuoteSearch(trial.now, target), level: 'high' });
			}
		}
	}

	#explain(
		outcome: Outcome,
		trial: Trial,
		judged: Judged,
		where: string,
		hasSnapshot: boolean
	): void {
		if (!this.#show.includes(outcome)) return;
		const place = hasSnapshot ? judged.withSnapshot : judged.withoutSnapshot;
		console.log(`${outcome}: ${where}\n${explain(trial, judged, place)}`);
	}
}
