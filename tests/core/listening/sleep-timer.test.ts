import { expect, test } from 'vitest';
import {
	readSleepTimer,
	sleepTime,
	writeSleepTimer,
	type SleepTimer
} from '$lib/core/listening/sleep-timer';

test('The sleep timer counts in minutes, or waits for the end of the chapter', () => {
	expect(sleepTime('15', 1000)).toBe(901_000);
	expect(sleepTime('off', 1000)).toBeNull();
	expect(sleepTime('chapter', 1000)).toBeNull();
});

test('It is read from the address of the next chapter as it was written there', () => {
	const timer: SleepTimer = { sleep: '45', at: 1_764_260_000_000 };
	expect(readSleepTimer(writeSleepTimer(timer))).toEqual(timer);
});

test.each([
	'',
	'=',
	'=45',
	'=45,',
	'=44,1764260000000',
	'=off,1',
	'=chapter,1',
	'=45,x',
	'45,1',
	'=45,1 '
])('%j in an address is none', (written) => {
	expect(readSleepTimer(written)).toBeNull();
});
