import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	clockAfter,
	compareClocks,
	isClock,
	MOST_AHEAD,
	receive,
	tick,
	timeOf
} from '$lib/core/annotation/clock';

const time = fc.integer({ min: 0, max: 2 ** 44 });

describe('clocks', () => {
	test('tell time, turn and device', () => {
		expect(tick(null, 0x18bcfe56800, 'phone')).toBe('0018bcfe56800-0000-phone');
		expect(tick('0018bcfe56800-0000-phone', 0x18bcfe56800, 'phone')).toBe(
			'0018bcfe56800-0001-phone'
		);
		expect(tick('0018bcfe56800-ffff-phone', 5, 'phone')).toBe('0018bcfe56801-0000-phone');
	});

	test('never run backwards, whatever the wall clock does', () => {
		fc.assert(
			fc.property(fc.array(time, { minLength: 2 }), (times) => {
				let last: string | null = null;
				for (const now of times) {
					const next: string = tick(last, now, 'a');
					if (last !== null) expect(compareClocks(next, last)).toBeGreaterThan(0);
					last = next;
				}
			})
		);
	});

	test('put an answer after what was received, on a device that runs behind', () => {
		fc.assert(
			fc.property(time, time, fc.integer({ min: 0, max: MOST_AHEAD }), (here, before, ahead) => {
				const theirs = tick(null, here + ahead, 'b');
				const mine = tick(null, before, 'a');
				const answer = tick(receive(mine, theirs, here), here, 'a');
				expect(compareClocks(answer, theirs)).toBeGreaterThan(0);
				expect(compareClocks(answer, mine)).toBeGreaterThan(0);
			})
		);
	});

	test('are moved by no stamp more than a day past the wall clock', () => {
		fc.assert(
			fc.property(time, fc.array(time), (here, stamps) => {
				let last: string | null = null;
				for (const there of stamps) last = receive(last, tick(null, there, 'b'), here);
				expect(timeOf(tick(last, here, 'a'))).toBeLessThanOrEqual(here + MOST_AHEAD);
			})
		);
	});

	test('give a stamp after any other', () => {
		fc.assert(
			fc.property(time, (there) => {
				const far = tick(null, there, 'z');
				expect(compareClocks(clockAfter(far, 'a'), far)).toBeGreaterThan(0);
			})
		);
	});

	test('of two devices at once are never the same', () => {
		expect(compareClocks(tick(null, 7, 'a'), tick(null, 7, 'b'))).toBeLessThan(0);
	});

	test.each(['', 'noon', '0018bcfe56800-0000', '18bcfe56800-0000-a'])('refuse %j', (broken) => {
		expect(isClock(broken)).toBe(false);
		expect(() => tick(broken, 0, 'a')).toThrow(RangeError);
	});
});
