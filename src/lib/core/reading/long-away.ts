/** Ms away after which one has lost the thread. */
const HALF_A_DAY = 12 * 60 * 60 * 1000;

/** Whether a reader was away so long. `at`: when they read last, ISO 8601; `now`: ms since 1970. */
export function wasLongAway(at: string, now: number): boolean {
	return now - Date.parse(at) >= HALF_A_DAY;
}
