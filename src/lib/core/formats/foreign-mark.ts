/** A mark that another app made, as its file says, before it has a place in a text here. */
import type { Colour, Kind, Origin, Quote, Style } from '../annotation/annotation';
import { LATEST_TIME, MAX_NAME_LENGTH } from './limits';
import type { TextRange } from '../text/range';
import { sha256Hex } from '../text/edition';
import { normalize } from '../text/chapter-text';
import { fromUrn } from './urn';

export interface ForeignMark {
	/** The same for the same mark of the same app, so that a second import finds the first. */
	id: string;
	kind: Kind;
	/** ISO 8601, UTC; `null` when the file does not say. */
	created: string | null;
	/** When it was changed last; `created` when it never was. */
	modified: string | null;
	/** The words marked, empty for a mark without words, and what the app kept of those around. */
	quote: Quote;
	note: string;
	tags: string[];
	colour: Colour | null;
	style: Style | null;
	origin: Origin;
	/** Of the chapter's text, in code points, when the app gave it. Only a hint. */
	position: TextRange | null;
	/** Of a block of the chapter, when the app gave it. Only a hint. */
	block: string | null;
}

type Given = Partial<Omit<ForeignMark, 'id' | 'quote' | 'origin'>> & {
	/** What names the mark in its app: its id there, else all that tells it from others. */
	names: readonly string[];
	quote?: Partial<Quote>;
	origin: Partial<Origin> & { app: string };
};

/** A mark of what an importer found; the rest is empty. */
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
 * A date as apps write it (ISO 8601, also with a space, with microseconds, without a zone: then
 * it is taken for UTC, so that every device reads the same) as `toISOString` does; `null` when it
 * is none, or no year that a reader lived in.
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

/** The moment `time`, in ms since 1970, as text; `null` when nobody can have marked anything then. */
export function isoOf(time: number): string | null {
	return time >= 0 && time < LATEST_TIME ? new Date(time).toISOString() : null;
}

function idOf(app: string, names: readonly string[]): string {
	const own = names.length === 1 ? fromUrn(names[0]) : null;
	return own ?? sha256Hex(JSON.stringify([app, ...names])).slice(0, 32);
}

function tagsOf(tags: readonly string[]): string[] {
	const clean = tags.map((tag) => normalize(tag).slice(0, MAX_NAME_LENGTH));
	return [...new Set(clean)].filter((tag) => tag !== '');
}

function short(text = ''): string {
	return normalize(text).slice(0, MAX_NAME_LENGTH);
}
