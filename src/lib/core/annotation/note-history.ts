/** Which earlier texts of a note are kept in its history. */
import type { Annotation, Clock, Register } from './annotation';
import { canonical, compareTexts } from './canonical-json';
import { compareClocks, deviceOf } from './clock';

export type NoteHistory = Pick<Annotation, 'history' | 'superseded'>;

/**
 * The note history of two records of one annotation, whose note is `winner` after their merge. It has
 * every text that lost, but not those that are empty, that another text is known to be based on (its
 * `base`), or that were a step of typing another text (its `since`). What the two records know is
 * only ever added to, so that the order of merges does not matter.
 */
export function mergeHistories(
	a: Annotation,
	b: Annotation,
	winner: Register<string> | undefined
): NoteHistory {
	const notes = [...notesOf(a), ...(a === b ? [] : notesOf(b))];
	const known = readSuperseded([...(a.superseded ?? []), ...(b.superseded ?? [])], notes);
	const isStep = stepsOf(known.sessions);
	const lost = new Map<string, Register<string>>();
	for (const note of notes) {
		const isSuperseded = known.bases.has(note.at) || isStep(note.at);
		if (note.value !== '' && !isSuperseded) lost.set(canonical(note), note);
	}
	if (winner) lost.delete(canonical(winner));
	const history = [...lost.values()].sort(compareNotes);
	const superseded = writeSuperseded(known, winner ? [winner, ...history] : history);
	return {
		...(history.length > 0 ? { history } : {}),
		...(superseded.length > 0 ? { superseded } : {})
	};
}

function notesOf({ fields, history }: Annotation): Register<string>[] {
	return [...(history ?? []), ...(fields.note ? [fields.note] : [])];
}

/** Stamps of note texts that are no versions of their own any more. */
interface Superseded {
	/** Stamps of texts that another text is based on. */
	bases: Set<Clock>;
	/** The last known stamp of each editing session, by its first one. */
	sessions: Map<Clock, Clock>;
}

/** Stands between the first and the last stamp of a session, as it is stored in `superseded`. */
const TO = '..';

function readSuperseded(
	entries: readonly string[],
	notes: readonly Register<string>[]
): Superseded {
	const bases = new Set<Clock>();
	const sessions = new Map<Clock, Clock>();
	const addSession = (first: Clock, last: Clock) => {
		if (first === last) return; // A session of one write has no steps on the way to its text.
		const known = sessions.get(first);
		if (known === undefined || compareClocks(known, last) < 0) sessions.set(first, last);
	};
	for (const entry of entries) {
		const [first, last] = entry.split(TO);
		if (last === undefined) bases.add(first);
		else addSession(first, last);
	}
	for (const { at, base, since } of notes) {
		if (base !== undefined) bases.add(base);
		if (since !== undefined) addSession(since, at);
	}
	return { bases, sessions };
}

/**
 * Whether a stamp is of a step of typing: it lies within a session of its device, before the last stamp of
 * that. The sessions are sorted once, since a file may have many of them, and many texts.
 */
function stepsOf(sessions: ReadonlyMap<Clock, Clock>): (at: Clock) => boolean {
	/** By device: first stamps in order, and the latest of all last ones up to there. */
	const spans = new Map<string, [first: Clock, last: Clock][]>();
	for (const [first, last] of [...sessions].sort(([a], [b]) => compareClocks(a, b))) {
		const list = spans.get(deviceOf(first)) ?? [];
		const before = list.at(-1)?.[1] ?? last;
		list.push([first, compareClocks(before, last) > 0 ? before : last]);
		spans.set(deviceOf(first), list);
	}
	return (at) => {
		const list = spans.get(deviceOf(at)) ?? [];
		let [low, high] = [0, list.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (compareClocks(list[middle][0], at) <= 0) low = middle + 1;
			else high = middle;
		}
		return low > 0 && compareClocks(at, list[low - 1][1]) < 0;
	};
}

/** The stamps as they are stored, sorted, without those that the `kept` texts have in their own fields. */
function writeSuperseded(
	{ bases, sessions }: Superseded,
	kept: readonly Register<string>[]
): string[] {
	const known = new Set(kept.flatMap(({ at, base, since }) => [base, `${since}${TO}${at}`]));
	return [...bases, ...[...sessions].map((session) => session.join(TO))]
		.filter((entry) => !known.has(entry))
		.sort(compareTexts);
}

function compareNotes(a: Register<string>, b: Register<string>): number {
	return compareClocks(a.at, b.at) || compareTexts(canonical(a), canonical(b));
}

/** From opening the note's editor to closing it: all that is typed is one version. */
export interface EditingSession {
	/** Stamp of the text that was there before. */
	base: Clock | undefined;
	/** Stamp of the first text that was typed. */
	since: Clock;
}

/**
 * `annotation` with a new note text, written at `at`. Without a `session` the text is a version of its
 * own, based on the text before. Does not change its argument.
 */
export function withNote(
	annotation: Annotation,
	value: string,
	at: Clock,
	session?: EditingSession
): Annotation {
	const base = session ? session.base : annotation.fields.note?.at;
	const note: Register<string> = {
		value,
		at,
		...(base === undefined ? {} : { base }),
		...(session ? { since: session.since } : {})
	};
	const { history: _, superseded: __, ...record } = annotation;
	const written = { ...record, fields: { ...annotation.fields, note } };
	return { ...written, ...mergeHistories(annotation, written, note) };
}

/**
 * `annotation` with an earlier text of its note, `version`, as its note again, written at `at`. The new
 * text is based on `version`, which therefore leaves the history, and not on the present note, which
 * goes there.
 */
export function withRestoredVersion(
	annotation: Annotation,
	version: Register<string>,
	at: Clock
): Annotation {
	return withNote(annotation, version.value, at, { base: version.at, since: at });
}
