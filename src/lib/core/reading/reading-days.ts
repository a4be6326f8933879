import { formatMinutes } from './reading-time';

/** How long a reader read on each day, as seconds by the day of their calendar: `{ '2026-11-27': 1260 }`. */
export type ReadingDays = Readonly<Record<string, number>>;

/** The key of the preference that has them: a backup contains it. */
export const READING_DAYS = 'reading-days';

/** Ms between two signs of a reader, at most, that count as reading: longer than a full screen takes to read. */
const LONGEST_PAUSE = 3 * 60_000;
const DAY = 86_400;
/** Weeks that the picture shows: one of more would say less. */
export const WEEKS = 26;

/** Ms to count at a sign of the reader `now` when the one before was at `before`: none after a long pause. */
export function timeBetween(before: number | null, now: number): number {
	const passed = before === null ? 0 : now - before;
	return passed > 0 && passed <= LONGEST_PAUSE ? passed : 0;
}

/** The day of a moment in the reader's own calendar. */
export function dayOf(date: Date): string {
	const two = (part: number) => String(part).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The days from whatever was stored, by anybody: what is no day, or longer than one, is left out. */
export function readReadingDays(stored: unknown): ReadingDays {
	if (typeof stored !== 'object' || stored === null) return {};
	return Object.fromEntries(
		Object.entries(stored).filter(
			(entry): entry is [string, number] =>
				/^\d{4}-\d\d-\d\d$/.test(entry[0]) &&
				Number.isSafeInteger(entry[1]) &&
				entry[1] > 0 &&
				entry[1] <= DAY
		)
	);
}

/** Both, with the larger number of each day: the same in any order, any number of times. */
export function mergeDays(mine: ReadingDays, theirs: ReadingDays): ReadingDays {
	const merged: Record<string, number> = { ...mine };
	for (const [day, seconds] of Object.entries(theirs)) {
		merged[day] = Math.max(merged[day] ?? 0, seconds);
	}
	return merged;
}

/** The days with some seconds more on one of them. */
export function addSeconds(days: ReadingDays, day: string, seconds: number): ReadingDays {
	return { ...days, [day]: Math.min(DAY, (days[day] ?? 0) + seconds) };
}

/** A day of the picture. */
export interface CalendarDay {
	day: string;
	seconds: number;
	/** 0: not read; 1 to 4: up to ten minutes, half an hour, an hour, and more. */
	level: 0 | 1 | 2 | 3 | 4;
}

/** The last weeks as columns from Monday to Sunday, the last one up to `today`. */
export function calendarOf(days: ReadingDays, today: Date): CalendarDay[][] {
	const sinceMonday = (today.getDay() + 6) % 7;
	return Array.from({ length: WEEKS }, (_, week) => {
		const isLast = week === WEEKS - 1;
		return Array.from({ length: isLast ? sinceMonday + 1 : 7 }, (_, weekday) => {
			const date = new Date(today);
			// By the calendar: a day may have 23 hours.
			date.setDate(today.getDate() - sinceMonday + weekday - 7 * (WEEKS - 1 - week));
			const day = dayOf(date);
			const seconds = days[day] ?? 0;
			return { day, seconds, level: levelOf(seconds) };
		});
	});
}

function levelOf(seconds: number): CalendarDay['level'] {
	if (seconds === 0) return 0;
	if (seconds < 600) return 1;
	if (seconds < 1800) return 2;
	return seconds < 3600 ? 3 : 4;
}

/** A time in words: `under a minute`, `35 min`, `2 h 05 min`. */
export function timeText(seconds: number): string {
	const minutes = Math.round(seconds / 60);
	return minutes === 0 && seconds > 0 ? 'under a minute' : formatMinutes(minutes);
}
