/** Marks that another app made, as its file has them, before they are placed in the texts of the library. */
import type { Colour, Kind, Origin, Quote, Style } from '../../annotation/annotation';
import { MAX_NAME_LENGTH } from '../limits';
import type { TextRange } from '../../text/range';
import { sha256Hex } from '../../text/edition';
import { normalize } from '../../text/chapter-text';
import { urnToId } from '../urn';

/**
 * A passage named by its first words, and by its last ones if there are more, as the text directive of an
 * address does it (wicg.github.io/scroll-to-text-fragment). What is not given is empty.
 */
export interface TextDirective {
	prefix: string;
	start: string;
	end: string;
	suffix: string;
}

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
	/** The passage as the directive of an address names it. Its first match is meant. */
	directive: TextDirective | null;
	/** Ids of what this mark was before its reader made it longer or shorter there. */
	earlier: string[];
}

type Given = Partial<Omit<ForeignMark, 'id' | 'quote' | 'origin'>> & {
	/** As `foreignId` takes them. */
	names: readonly string[];
	quote?: Partial<Quote>;
	origin: Partial<Origin> & { app: string };
};

/** The id of a mark of an app, by what identifies it there: its id there, or else all that tells it from others. */
export function foreignId(app: string, names: readonly string[]): string {
	const own = names.length === 1 ? urnToId(names[0]) : null;
	return own ?? sha256Hex(JSON.stringify([app, ...names])).slice(0, 32);
}

/** A mark of what a reader of a format found. What is not given is empty, and what is given is cleaned. */
export function createForeignMark({ names, quote, origin, ...given }: Given): ForeignMark {
	const exact = normalize(quote?.exact ?? '');
	const note = (given.note ?? '').trim();
	return {
		id: foreignId(origin.app, names),
		kind: exact === '' && note !== '' ? 'note' : 'highlight',
		colour: null,
		style: null,
		position: null,
		block: null,
		directive: null,
		earlier: [],
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

function tagsOf(tags: readonly string[]): string[] {
	return [...new Set(tags.map(normalize))].filter((tag) => tag !== '');
}

function short(text = ''): string {
	return normalize(text).slice(0, MAX_NAME_LENGTH);
}
