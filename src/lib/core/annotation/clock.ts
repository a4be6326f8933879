/**
 * Hybrid logical clocks: readings that follow the wall clock, never run
 * backwards, and put an effect after its cause on every device. After Kulkarni
 * et al., "Logical Physical Clocks" (2014).
 */
import type { Clock } from './annotation';
import { compareTexts } from './canonical';

// 13 hex digits hold milliseconds until the year 144,683; readings so written sort as text.
const TIME_DIGITS = 13;
const COUNTER_DIGITS = 4;
const COUNTER_LIMIT = 16 ** COUNTER_DIGITS;
interface Reading {
	time: number;
	counter: number;
}

/**
 * A reading for something written at `now` (milliseconds since 1970), later
 * than `last`, the device's latest one (`null` when it has none). `device`
 * tells devices apart; it must not contain "-".
 *
 * @throws RangeError when `last` is no reading.
 */
export function tick(last: Clock | null, now: number, device: string): Clock {
	const before = last === null ? { time: 0, counter: -1 } : read(last);
	if (now > before.time) return write({ time: now, counter: 0 }, device);
	return write(next(before), device);
}

/**
 * The device's latest reading after it has seen `theirs`: later than `last` and
 * `theirs`, so that what is written from now on comes after both, even when
 * the other device's clock runs ahead.
 *
 * @throws RangeError when `last` or `theirs` is no reading.
 */
export function receive(last: Clock | null, theirs: Clock, now: number, device: string): Clock {
	const seen = read(theirs);
	const mine = tick(last, now, device);
	return compareClocks(mine, theirs) > 0 ? mine : write(next(seen), device);
}

/** Negative when `a` is the earlier reading, positive when it is the later, 0 when they are the same. */
export function compareClocks(a: Clock, b: Clock): number {
	return compareTexts(a, b);
}

/** Whether `value` is a reading as `tick` makes them. */
export function isClock(value: unknown): value is Clock {
	return typeof value === 'string' && READING.test(value);
}

/** When a reading was taken, in milliseconds since 1970; ahead of the wall clock where one ran ahead. */
export function timeOf(clock: Clock): number {
	return parseInt(clock.slice(0, TIME_DIGITS), 16);
}

/** The device that a reading is from. */
export function deviceOf(clock: Clock): string {
	return clock.slice(TIME_DIGITS + COUNTER_DIGITS + 2);
}

const READING = /^[0-9a-f]{13}-[0-9a-f]{4}-[^-]+$/;

function read(clock: Clock): Reading {
	if (!isClock(clock)) throw new RangeError(`no clock reading: ${clock}`);
	const [time, counter] = clock.split('-');
	return { time: parseInt(time, 16), counter: parseInt(counter, 16) };
}

function next({ time, counter }: Reading): Reading {
	return counter + 1 < COUNTER_LIMIT
		? { time, counter: counter + 1 }
		: { time: time + 1, counter: 0 };
}

function write({ time, counter }: Reading, device: string): Clock {
	const digits = (value: number, count: number) => value.toString(16).padStart(count, '0');
	return `${digits(Math.floor(time), TIME_DIGITS)}-${digits(counter, COUNTER_DIGITS)}-${device}`;
}
