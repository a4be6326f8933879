/**
 * The mutation suite on the texts that thresholds are tuned on: seeded edits, marks from one word
 * to several paragraphs, each with a known truth. `MUTATION_SEEDS` sets how many seeds are run,
 * `MUTATION_FIRST_SEED` which is the first; `MUTATION_ONLY` names the operators; `MUTATION_SHOW`,
 * say `misplaced,unplaced`, shows every mark with such an outcome. What the thresholds are worth,
 * judging.test.ts tells.
 */
import { describe, expect, test } from 'vitest';
import { LENGTHS } from './marks';
import { OPERATORS } from './operators';
import { Suite } from './suite';
import { OUTCOMES, placedShare } from './tally';
import { repetitiveTexts, tuningTexts } from './texts';

const COUNT = Number(process.env.MUTATION_SEEDS ?? 10); // 20 in `npm run test:faults`
const FIRST = Number(process.env.MUTATION_FIRST_SEED ?? 1);
const ONLY = process.env.MUTATION_ONLY ?? '';
const TEXT = process.env.MUTATION_TEXT ?? '';
const SHOW = (process.env.MUTATION_SHOW ?? '').split(',');
// Of the few marks that survive in the smallest cells a single one is more than 2 %: on seeds that
// nobody has looked at, only the totals can be held.
const HAS_CELLS = FIRST === 1 && (COUNT === 10 || COUNT === 20);
// Of twenty seeds; of fewer, each cell has so few marks that two or three of them are more.
const OF_EACH = COUNT === 20 ? 0.98 : 0.95;

const operators = OPERATORS.filter(({ name }) => name.includes(ONLY));

describe('marks after an edit of a tuning text', () => {
	const suite = new Suite({
		texts: tuningTexts().filter(({ name }) => name.includes(TEXT)),
		seeds: Array.from({ length: COUNT }, (_, n) => FIRST + n),
		only: ONLY,
		show: OUTCOMES.filter((outcome) => SHOW.includes(outcome))
	});
	const { withSnapshot, withoutSnapshot, longWithoutSnapshot } = suite;
	console.log(suite.report());

	test('none is misplaced', () => {
		expect([withSnapshot.total().misplaced, withoutSnapshot.total().misplaced]).toEqual([0, 0]);
	});

	test('at least 99.5 % of those that survive are placed, with a snapshot', () => {
		expect(placedShare(withSnapshot.total())).toBeGreaterThanOrEqual(0.995);
	});

	test
		.runIf(HAS_CELLS)
		.each(operators.flatMap(({ name }) => LENGTHS.map((length) => ({ name, length }))))(
		`at least ${OF_EACH * 100} % of each $length: $name`,
		({ name, length }) => {
			const cell = withSnapshot.total((operator, size) => operator === name && size === length);
			expect(placedShare(cell)).toBeGreaterThanOrEqual(OF_EACH);
		}
	);

	test('at least 97 % of the long ones are placed without a snapshot', () => {
		expect(placedShare(longWithoutSnapshot.total())).toBeGreaterThanOrEqual(0.97);
	});

	test('at most 1 % are put before the reader', () => {
		const { review, 'wrong review': wrong, marks } = withSnapshot.total();
		expect((review + wrong) / marks).toBeLessThanOrEqual(0.01);
	});
});

// Where whole sentences are repeated the goal is missed by little: of 6,144 marks 5
// were misplaced with a snapshot and 19 without one.
describe('marks after an edit of a text of repeated phrases', () => {
	const suite = new Suite({
		texts: repetitiveTexts().filter(({ name }) => name.includes(TEXT)),
		seeds: Array.from({ length: Math.ceil(COUNT * 0.4) }, (_, n) => FIRST + n),
		only: ONLY,
		show: OUTCOMES.filter((outcome) => SHOW.includes(outcome))
	});
	const { withSnapshot, withoutSnapshot } = suite;
	console.log(suite.report());

	test('at most 0.1 % are misplaced with a snapshot, 0.6 % without one', () => {
		const [wrong, alone] = [withSnapshot.total(), withoutSnapshot.total()];
		expect(wrong.misplaced / wrong.marks).toBeLessThanOrEqual(0.001);
		expect(alone.misplaced / alone.marks).toBeLessThanOrEqual(0.006);
	});

	test('at least 99 % of those that survive are placed, with a snapshot', () => {
		expect(placedShare(withSnapshot.total())).toBeGreaterThanOrEqual(0.99);
	});
});
