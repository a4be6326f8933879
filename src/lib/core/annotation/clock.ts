/**
 * Hybrid logical clocks: stamps that follow the wall clock, never run backwards, and put an effect
 * after its cause on every device. After Kulkarni et al., "Logical Physical Clocks" (2014). A stamp is
 * a text, `0018bcfe56800-0000-phone`: the time, a counter for what is written in the same millisecond,
 * both in hexadecimal digits, and the device.
 */
import type { Clock } from './annotation';
import { compareTexts } from './canonical-json';

// 13 hex digits hold milliseconds until the year 144,683; stamps so written sort as text.
const TIME_DIGITS = 13;
const COUNTER_DIGITS = 4;
const COUNTER_LIMIT = 16 ** COUNTER_DIGITS;

interface Parts {
	time: number;
	counter: number;
}

/**
 * No stamp moves a device's clock further past its wall clock than this, in ms. A clock that was set to
 * another year by mistake would else spread to every device that gets one of its stamps; a day is more
 * than two clocks differ that were set by hand, in whichever time zone.
 */
export const MOST_AHEAD = 24 * 60 * 60 * 1000;

/**
 * A stamp for something written at `now` (milliseconds since 1970), later than `last`, the latest that
 * the device took or saw (`null` when there is none). `device` tells devices apart; it must not
 * contain "-".
 *
 * @throws RangeError when `last` is no stamp.
 */
export function tick(last: Clock | null, now: number, device: string): Clock {
	const before = last === null ? { time: 0, counter: -1 } : read(last);
	return now > before.time ? write({ time: now, counter: 0 }, device) : write(next(before), device);
}

/**
 * The latest stamp that a device knows of after it has seen `theirs`, so that what it writes from now
 * on comes after both. One that is too far ahead of `now` is left out; see `clockForEdit`.
 */
export function receive(last: Clock | null, theirs: Clock, now: number): Clock | null {
	if (isFarAhead(theirs, now)) return last;
	return last === null || compareClocks(theirs, last) > 0 ? theirs : last;
}

/** Whether a stamp is of a clock that runs more than `MOST_AHEAD` ahead of `now`. */
export function isFarAhead(clock: Clock, now: number): boolean {
	return timeOf(clock) - now > MOST_AHEAD;
}

/** The next stamp after `clock`, of that device. @throws RangeError when `clock` is no stamp */
export function clockAfter(clock: Clock, device: string): Clock {
	return write(next(read(clock)), device);
}

/** Negative when `a` is the earlier stamp, positive when it is the later, 0 when they are the same. */
export function compareClocks(a: Clock, b: Clock): number {
	return compareTexts(a, b);
}

/** Whether `value` is a stamp as `tick` makes them. */
export function isClock(value: unknown): value is Clock {
	return typeof value === 'string' && STAMP.test(value);
}

/** When a stamp was taken, in milliseconds since 1970; ahead of the wall clock where one ran ahead. */
export function timeOf(clock: Clock): number {
	return parseInt(clock.slice(0, TIME_DIGITS), 16);
}

/** The device that a stamp is from. */
export function deviceOf(clock: Clock): string {
	return clock.slice(TIME_DIGITS + COUNTER_DIGITS + 2);
}

const STAMP = /^[0-9a-f]{13}-[0-9a-f]{4}-[^-]+$/;

function read(clock: Clock): Parts {
	if (!isClock(clock)) throw new RangeError(`no clock stamp: ${clock}`);
	const [time, counter] = clock.split('-');
	return { time: parseInt(time, 16), counter: parseInt(counter, 16) };
}

function next({ time, counter }: Parts): Parts {
	return counter + 1 < COUNTER_LIMIT
		? { time, counter: counter + 1 }
		: { time: time + 1, counter: 0 };
}

function write({ time, counter }: Parts, device: string): Clock {
	const digits = (value: number, count: number) => value.toString(16).padStart(count, '0');
	return `${digits(Math.floor(time), TIME_DIGITS)}-${digits(counter, COUNTER_DIGITS)}-${device}`;
}
