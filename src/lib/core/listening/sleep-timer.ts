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
