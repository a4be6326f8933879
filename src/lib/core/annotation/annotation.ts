/**
 * What a reader made, and where. Plain records, as they lie in the database, in backups and in the
 * journal: names and shapes stay as they are, fields may be added.
 */
import type { TextRange } from '../text/range';

export const COLOURS = ['yellow', 'green', 'blue', 'pink', 'orange', 'purple'] as const;
export type Colour = (typeof COLOURS)[number];
export type Style = 'fill' | 'underline';
export type Kind = 'highlight' | 'note' | 'bookmark';

/** Where a mark (or a reading position) was made. Written once, never changed. */
export interface Target {
	work: string;
	chapter: string;
	/** Names the text that `start` and `end` count in. */
	edition: string;
	/** The rules of chapter-text.ts that counted them. */
	norm: 1;
	start: number;
	end: number;
	/** Ids of the first and the last block touched, in that edition. */
	blocks: [first: string, last: string];
	quote: Quote;
	/** When it was placed by hand; the newest one counts. An original has none. */
	at?: Clock;
}

/** The words themselves, and enough around them to be unique in their chapter. */
export interface Quote {
	exact: string;
	prefix: string;
	suffix: string;
}

/** A stamp of a hybrid logical clock (clock.ts); compare with `compareClocks`. */
export type Clock = string;

/** One field of an annotation: its value, when it was written, and what the writer had before. */
export interface Register<T> {
	value: T;
	at: Clock;
	base?: Clock;
	/**
	 * Of a note: the first reading of the editor's opening that wrote it. What the same
	 * device wrote from there on was this text on its way, and is no text of its own.
	 */
	since?: Clock;
}

/** A highlight, a note or a bookmark; a highlight with a note stays one record. */
export interface Annotation {
	id: string;
	v: 1;
	kind: Kind;
	/** ISO 8601, UTC. */
	created: string;
	/** The first is where it was made; places made by hand are appended. */
	targets: Target[];
	fields: {
		note?: Register<string>;
		colour?: Register<Colour>;
		style?: Register<Style>;
		tags?: Register<string[]>;
		deleted?: Register<boolean>;
		/** Not in today's text, and the reader let it be: nobody asks again (loose-note.ts). */
		loose?: Register<boolean>;
	};
	/** Note texts that lost to a text not built on them, oldest first. */
	history?: Register<string>[];
	/**
	 * Readings of note texts that later ones were built on, sorted; `fields.note.base` and
	 * the bases in `history` are not repeated. What is named here never comes back to
	 * `history`, from however old a backup. An opening of the editor with more than one
	 * reading stands there as `first..last`.
	 */
	superseded?: string[];
	/** Of a mark that another app made: what that app said of it. */
	origin?: Origin;
}

/** Where an imported mark comes from, for people; empty texts when the file did not say. */
export interface Origin {
	/** The format it came in: `kindle`, `hypothesis`, … */
	app: string;
	title: string;
	author: string;
	/** Of what was marked: http(s), or what the app put there. */
	address: string;
	/** As the app words it: "page 12". */
	location: string;
}

/** Where a target stands in today's edition. Derived, never stored. */
export interface Place {
	range: TextRange | null;
	via: 'same' | 'diff' | 'quote' | 'none';
	level: 'exact' | 'high' | 'review' | 'unplaced';
	/** 0 to 1: how sure. */
	score: number;
}
