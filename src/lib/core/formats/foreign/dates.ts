/** Reads dates as apps and devices write them, in many languages and forms. */
import { LATEST_TIME } from '../limits';

// Far longer than any date, and short for the expressions that run over it.
const MAX_LENGTH = 200;

/**
 * A date as `toISOString` writes it. Without a zone it is taken for UTC, so that every device reads the
 * same. `null` for what is no date, what can be two days (`1/5/2021`), and a day on which nobody can
 * have marked anything.
 */
export function readDate(value: unknown): string | null {
	if (typeof value !== 'string') return null;
	const text = value.trim().slice(0, MAX_LENGTH);
	if (SINCE_1970.test(text)) return isoOf(Number(text.padEnd(13, '0')));
	const found = dayIn(text);
	if (found === null || !isDay(found.day)) return null;
	const time = timeIn(found.rest);
	return time === null ? null : isoOf(Date.UTC(...found.day) + time);
}

/** `time`, in ms since 1970, as `toISOString` writes it; `null` before 1970 and from 2100 on. */
function isoOf(time: number): string | null {
	return time >= 0 && time < LATEST_TIME ? new Date(time).toISOString() : null;
}

// Seconds or milliseconds.
const SINCE_1970 = /^(?:\d{10}|\d{13})$/;

/** A year, a month from 0, and a day of the month. */
type Day = [year: number, month: number, day: number];

function isDay([year, month, day]: Day): boolean {
	const date = new Date(Date.UTC(year, month, day));
	return date.getUTCMonth() === month && date.getUTCDate() === day;
}

const YEAR_FIRST =
	/(?<!\d)(\d{4})\s*([-./年년])\s*(\d{1,2})\s*[-./月월]\s*(\d{1,2})(?:\s*[日일]|(?!\d))/;
const YEAR_LAST = /(?<![\d.:])(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})(?![\d:])/;

/** The day that a text names, and the text without it; `null` when it names none, or may mean two. */
function dayIn(text: string): { day: Day; rest: string } | null {
	const first = YEAR_FIRST.exec(text);
	if (first) {
		const [whole, year, , month, day] = first;
		return {
			day: [Number(year), Number(month) - 1, Number(day)],
			rest: text.replace(whole, ' ')
		};
	}
	// Before numbers alone, since a time may be written as a date is: "18. joulukuuta 2022 klo 15.19.56".
	const named = namedDayIn(text);
	if (named) return named;
	const last = YEAR_LAST.exec(text);
	const day = last && dayOf(last);
	return last && day && { day, rest: text.replace(last[0], ' ') };
}

/** With full stops the day stands first wherever people write so; else only the numbers can tell. */
function dayOf([, one, sign, two, year]: RegExpExecArray): Day | null {
	const [a, b] = [Number(one), Number(two)];
	if (sign === '.') return [yearOf(year), b - 1, a];
	// `13/5/21` may also be in 2013.
	if (year.length === 2 || (a <= 12 && b <= 12 && a !== b)) return null;
	return a > 12 ? [Number(year), b - 1, a] : [Number(year), a - 1, b];
}

/** Devices that keep clippings are younger than 2000. */
function yearOf(digits: string): number {
	return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

const CLOCK_OR_ZONE = /\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|[+-]\d{1,4}/g;

/** "Sunday, December 18, 2022", "dimanche 18 décembre 2022", "3 December 12". */
function namedDayIn(text: string): { day: Day; rest: string } | null {
	const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
	const month = firstOf(words, monthNames()) ?? firstOf(words, SHORT_MONTHS);
	const numbers = text.replace(CLOCK_OR_ZONE, ' ').match(/\d+/g) ?? [];
	const [year = '', day] = numbers[0]?.length === 4 ? numbers : [numbers[1], numbers[0]];
	if (month === undefined || !/^(\d{2}|\d{4})$/.test(year) || day === undefined) return null;
	return { day: [yearOf(year), month, Number(day)], rest: text };
}

// The languages of Kindle devices, and others that apps write dates in.
const LANGUAGES = 'en de fr es it pt nl ru pl tr sv da nb fi cs hu uk el ro id hi'.split(' ');

let months: ReadonlyMap<string, number> | null = null;

// Of English alone, and behind all whole names: in French "mar." is Tuesday.
const SHORT_MONTHS = new Map(
	'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').map((name, month) => [name, month])
);

function firstOf(words: readonly string[], names: ReadonlyMap<string, number>): number | undefined {
	return words.map((word) => names.get(word)).find((one) => one !== undefined);
}

/** The number of each month from 0 by its names in lower case, by itself and with a day. */
function monthNames(): ReadonlyMap<string, number> {
	return (months ??= new Map(
		LANGUAGES.flatMap((language) =>
			[...Array(12).keys()].flatMap((month) =>
				namesOf(language, month).map((name) => [name, month] as const)
			)
		)
	));
}

function namesOf(language: string, month: number): string[] {
	const date = new Date(Date.UTC(2020, month, 5));
	const name = (options: Intl.DateTimeFormatOptions) =>
		new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
			.formatToParts(date)
			.find(({ type }) => type === 'month')!
			.value.toLowerCase();
	return [name({ month: 'long' }), name({ month: 'long', day: 'numeric' })];
}

const CLOCK = /(?<![\d+-])(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?(?!\d)/;
const MORNING = 'a\\.?\\s?m|上午|午前|오전|凌晨|清晨|早上|π\\.?μ';
const AFTERNOON = 'p\\.?\\s?m|下午|午後|오후|晚上|傍晚|中午|μ\\.?μ';
// Next to the clock alone: in "Hinzugefügt am Montag" the letters have another meaning.
const nextToClock = (words: string) =>
	[
		new RegExp(`(?:${words})\\.?\\s*$`, 'i'),
		new RegExp(`^\\s*(?:${words})(?![\\p{L}])`, 'iu')
	] as const;
const PARTS = [nextToClock(MORNING), nextToClock(AFTERNOON)] as const;
const ZONE = /(?:(?:GMT|UTC)\s*([+-])(\d{1,2})(?::?(\d{2}))?|([+-])(\d{2}):?(\d{2}))/i;

/** The time of day in `text` in ms, in UTC; 0 when there is none, and `null` when it cannot be. */
function timeIn(text: string): number | null {
	const found = CLOCK.exec(text);
	if (found === null) return 0;
	const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
	const [hour, minute, second] = found.slice(1, 4).map((part) => Number(part ?? 0));
	if (hour > 23 || minute > 59 || second > 59) return null;
	const [isMorning, isAfternoon] = PARTS.map(
		([behind, ahead]) => behind.test(before) || ahead.test(after)
	);
	const shift = isMorning && hour === 12 ? -12 : isAfternoon && hour < 12 ? 12 : 0;
	const fraction = Math.floor(Number(`0.${found[4] ?? 0}`) * 1000);
	return (((hour + shift) * 60 + minute - zoneIn(after)) * 60 + second) * 1000 + fraction;
}

/** By how many minutes the zone behind a time is ahead of UTC. */
function zoneIn(text: string): number {
	const found = ZONE.exec(text);
	if (found === null) return 0;
	const [sign, hours, minutes] = found[1] ? found.slice(1, 4) : found.slice(4, 7);
	return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0));
}
