/** Whether the work of a function grows with its input, or with the square of it. */
import { expect } from 'vitest';

const LETTERS = 50_000;
// Ten times the input takes ten times as long, or twice that while memory is tidied; the square takes a
// hundred times.
const MOST_TIMES = 25;
// Milliseconds: what takes less is not measured well. A pattern takes hundreds for the square of 25,000 letters.
const LEAST = 4;
const RUNS = 3;

/** Milliseconds that this process has worked, in all its threads: a busy machine does not make it more. */
export function processorTime(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

function measure(run: () => unknown): number {
	const before = processorTime();
	run();
	return processorTime() - before;
}

/** The least milliseconds of so many runs. */
function leastOf(runs: number, run: () => unknown): number {
	return Math.min(...Array.from({ length: runs }, () => measure(run)));
}

/**
 * Expects that ten times as many letters take at most twenty-five times as long.
 *
 * @param make the input of as many letters; not measured
 * @param what named when it does not
 * @param letters of the larger input
 */
export function expectLinear<T>(
	make: (letters: number) => T,
	run: (input: T) => unknown,
	what = '',
	letters = LETTERS
): void {
	const large = make(letters);
	const first = measure(() => run(large));
	if (first <= MOST_TIMES * LEAST) return;
	const small = make(letters / 10);
	const least = leastOf(RUNS, () => run(small));
	const most = MOST_TIMES * Math.max(LEAST, least);
	if (first <= most) return; // more runs would find less at most
	expect(
		leastOf(RUNS, () => run(large)),
		what
	).toBeLessThanOrEqual(most);
}
