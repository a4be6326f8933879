/** The stamps of what other apps wrote, and how they are told from those of the reader's devices. */
import type { Clock } from '../annotation/annotation';
import { canonical } from '../annotation/canonical-json';
import { deviceOf, tick } from '../annotation/clock';
import { sha256Hex } from '../text/edition';

// Begins the device in such stamps; devices of readers are named by hexadecimal digits alone.
const DEVICE = 'import';
// Hexadecimal digits of the value's hash: enough for the few values that one field ever has.
const DIGITS = 8;

/**
 * The stamp of a value that an app wrote at `time`, in ms since 1970. It depends on both alone, so that
 * every device gives the same to the same, and another to what the app changed without a date. Where
 * the file has no date (`null`), it is older than anything that a reader writes here.
 */
export function importClock(time: number | null, value: unknown): Clock {
	return tick(null, time ?? 1, `${DEVICE}${sha256Hex(canonical(value)).slice(0, DIGITS)}`);
}

/** Whether a stamp is of a value that another app wrote. */
export function isImported(at: Clock): boolean {
	return deviceOf(at).startsWith(DEVICE);
}
