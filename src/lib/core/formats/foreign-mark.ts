/** Marks that another app made, as its file has them, before they are placed in the texts of the library. */
import type { Colour, Kind, Origin, Quote, Style } from '../annotation/annotation';
import { LATEST_TIME, MAX_NAME_LENGTH } from './limits';
import type { TextRange } from '../text/range';
import { sha256Hex } from '../text/edition';
import { normalize } from '../text/chapter-text';
import { urnToId } from './urn';

export interface ForeignMark {
	/** Depends on the mark and its app alone, so that a second import finds what the first one made. */
	id: string;
	kind: Kind;
	/** When it was made: ISO 8601, UTC; `null` when the file does not say. */
	created: string | null;
	/** When it was changed last, or else made; `null` when the file does not say. */
	modified: string | null;
	/** The marked words, empty for a mark without words, and the context that the app kept. */
	quote: Quote;
	note: string;
	tags: string[];
	colour: Colour | null;
	style: Style | null;
	origin: Origin;
	/** Where the app says that it stands in the chapter's text, in code points. Only a hint. */
	position: TextRange | null;
	/** The id of the block that the app names. Only a hint. */
	block: string | null;
}

type Given = Partial<Omit<ForeignMark, 'id' | 'quote' | 'origin'>> & {
	/** What identifies the mark in its app: its id there, or else all that tells it from others. */
	names: readonly string[];
	quote?: Partial<Quote>;
	origin: Partial<Origin> & { app: string };
};

/** A mark of what a reader of a format found. What is not given is empty, and what is given is cleaned. */
export function createForeignMark({ names, quote, origin, ...given }: Given): ForeignMark {
	const exact = normalize(quote?.exact ?? '');
	const note = (given.note ?? '').trim();
	return {
		id: idOf(origin.app, names),
		kind: exact === '' && note !== '' ? 'note' : 'highlight',
		colour: null,
		style: null,
		position: null,
		block: null,
		...given,
		created: given.created ?? null,
		modified: given.modified ?? given.created ?? null,
		quote: { exact, prefix: quote?.prefix ?? '', suffix: quote?.suffix ?? '' },
		note,
		tags: tagsOf(given.tags ?? []),
		origin: {
			app: origin.app,
			title: short(origin.title),
			author: short(origin.author),
			address: short(origin.address),
			location: short(origin.location)
		}
	};
}

const DATE =
	/^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|([+-])(\d\d):?(\d\d))?$/i;

/**
 * A date of an app as `toISOString` writes it: the app's is ISO 8601, perhaps with a space, with
 * microseconds, or without a zone. Without one it is taken for UTC, so that every device reads the
 * same. `null` for what is no date, or no date on which anybody can have marked anything.
 */
export function dateOf(value: unknown): string | null {
	const found = typeof value === 'string' ? DATE.exec(value.trim()) : null;
	if (!found) return null;
	const [year, month, day, hour, minute, second] = found
		.slice(1, 7)
		.map((part) => Number(part ?? 0));
	const fraction = Math.floor(Number(`0.${found[7] ?? 0}`) * 1000);
	const [sign, hours, minutes] = [
		found[9] === '-' ? -1 : 1,
		Number(found[10] ?? 0),
		Number(found[11] ?? 0)
	];
	const local = Date.UTC(year, month - 1, day, hour, minute, second, fraction);
	return isoOf(local - sign * (hours * 60 + minutes) * 60_000);
}

/** `time`, in ms since 1970, as `toISOString` writes it; `null` before 1970 and from 2100 on. */
export function isoOf(time: number): string | null {
	return time >= 0 && time < LATEST_TIME ? new Date(time).toISOString() : null;
}

function idOf(app: string, names: readonly string[]): string {
	const own = names.length === 1 ? urnToId(names[0]) : null;
	return own ?? sha256Hex(JSON.stringify([app, ...names])).slice(0, 32);
}

function tagsOf(tags: readonly string[]): string[] {
	const clean = tags.map((tag) => normalize(tag).slice(0, MAX_NAME_LENGTH));
	return [...new Set(clean)].filter((tag) => tag !== '');
}

function short(text = ''): string {
	return normalize(text).slice(0, MAX_NAME_LENGTH);
}
