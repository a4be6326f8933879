/**
 * The mutation suite on texts that nobody tunes on, with edits that nobody has seen: its seeds are
 * made from a commit's hash, `MUTATION_SEED=$(git rev-parse HEAD)` for new ones. Only totals are
 * shown; a kind of fault that they tell of is looked for, and mended, in the tuning texts.
 */
import { describe, expect, test } from 'vitest';
import { seeded } from './random';
import { Suite } from './suite';
import { placedShare } from './tally';
import { judgingTexts } from './texts';

// A hash, so that runs without another one repeat.
const HASH = process.env.MUTATION_SEED ?? 'cd63b704e22564c9cd2c99b742f746996cdfa5ae';
const COUNT = Number(process.env.MUTATION_SEEDS ?? 10); // 100 in `npm run test:faults`

/** As many seeds, made from the first half of a hash. */
function seedsOf(hash: string, count: number): number[] {
	const random = seeded(Number.parseInt(hash.slice(0, 8), 16));
	return Array.from({ length: count }, () => random.whole(1, 1_000_000));
}

function misplacedShare({ misplaced, marks }: { misplaced: number; marks: number }): number {
	return misplaced / marks;
}

describe('marks after an edit of a judging text', () => {
	const suite = new Suite({ texts: judgingTexts(), seeds: seedsOf(HASH, COUNT) });
	const { withSnapshot, withoutSnapshot, longWithoutSnapshot } = suite;
	console.log(`seeds from ${HASH}\n\n${suite.report()}`);

	// The goal is that none is misplaced and 99.9 % are placed (99 % without a snapshot). On these
	// texts, which repeat whole sentences, it is missed by little: measured over 15,360 marks, of 20 seeds, 0.03 %
	// were misplaced and 99.83 % placed with a snapshot, 0.1 % and 97.1 % without one. A plain quote
	// search misplaces 11 %.
	test('at most 0.1 % are misplaced with a snapshot, 0.2 % without one', () => {
		expect(misplacedShare(withSnapshot.total())).toBeLessThanOrEqual(0.001);
		expect(misplacedShare(withoutSnapshot.total())).toBeLessThanOrEqual(0.002);
	});

	test('at least 99.5 % of those that survive are placed, with a snapshot', () => {
		expect(placedShare(withSnapshot.total())).toBeGreaterThanOrEqual(0.995);
	});

	test('at least 96 % of the long ones are placed without a snapshot', () => {
		expect(placedShare(longWithoutSnapshot.total())).toBeGreaterThanOrEqual(0.96);
	});

	test('at most 1 % are put before the reader', () => {
		const { review, 'wrong review': wrong, marks } = withSnapshot.total();
		expect((review + wrong) / marks).toBeLessThanOrEqual(0.01);
	});
});
