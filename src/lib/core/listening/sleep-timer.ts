/** When listening ends by itself. */

/** After so many minutes, or with the chapter; `off`: not by itself. */
export type Sleep = 'off' | '15' | '30' | '45' | '60' | 'chapter';

export const SLEEPS: readonly (readonly [Sleep, string])[] = [
	['off', 'Off'],
	['15', '15 minutes'],
	['30', '30 minutes'],
	['45', '45 minutes'],
	['60', '60 minutes'],
	['chapter', 'End of chapter']
];

/** When it ends, in ms of the clock that `now` is of; `null` when no time is set. */
export function sleepTime(sleep: Sleep, now: number): number | null {
	const minutes = Number(sleep);
	return Number.isNaN(minutes) ? null : now + minutes * 60_000;
}

/** A timer that runs: what was chosen, and when it ends, in ms since 1970. */
export interface SleepTimer {
	sleep: Sleep;
	at: number;
}

/** A timer as it stands in the address of the chapter that is read next: `=30,1764260000000`. */
export function writeSleepTimer({ sleep, at }: SleepTimer): string {
	return `=${sleep},${at}`;
}

/** The timer that an address has; `null` when it has none. */
export function readSleepTimer(written: string): SleepTimer | null {
	const [, minutes, at] = /^=(\d+),(\d{1,15})$/.exec(written) ?? [];
	const [sleep] = SLEEPS.find(([sleep]) => sleep === minutes) ?? [];
	return sleep ? { sleep, at: Number(at) } : null;
}
