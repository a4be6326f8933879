/** Which note texts are kept beside the one that counts. */
import type { Annotation, Clock, Register } from './annotation';
import { canonical, compareTexts } from './canonical-json';
import { compareClocks, deviceOf } from './clock';

export type NoteHistory = Pick<Annotation, 'history' | 'superseded'>;

/**
 * History of two records of one annotation, whose note is `winner` after their
 * merge: every text that lost, unless another text is known to be built on it
 * (its `base`), or it was on its way to another (its `since`), or it was empty.
 * What is known of both only grows, so the order of merges does not matter.
 */
export function mergeHistories(
	a: Annotation,
	b: Annotation,
	winner: Register<string> | undefined
): NoteHistory {
	const notes = [...notesOf(a), ...(a === b ? [] : notesOf(b))];
	const past = readPast([...(a.superseded ?? []), ...(b.superseded ?? [])], notes);
	const lost = new Map<string, Register<string>>();
	for (const note of notes) {
		if (note.value !== '' && !isPast(past, note.at)) lost.set(canonical(note), note);
	}
	if (winner) lost.delete(canonical(winner));
	const history = [...lost.values()].sort(inOrder);
	const superseded = writePast(past, winner ? [winner, ...history] : history);
	return {
		...(history.length > 0 ? { history } : {}),
		...(superseded.length > 0 ? { superseded } : {})
	};
}

function notesOf({ fields, history }: Annotation): Register<string>[] {
	return [...(history ?? []), ...(fields.note ? [fields.note] : [])];
}

/** Readings of texts that are no texts of their own any more. */
interface Past {
	builtOn: Set<Clock>;
	/** Of each opening of the editor, by its first reading, the last that is known. */
	openings: Map<Clock, Clock>;
}

const TO = '..';

function readPast(superseded: readonly string[], notes: readonly Register<string>[]): Past {
	const past: Past = { builtOn: new Set(), openings: new Map() };
	const open = (first: Clock, last: Clock) => {
		if (first === last) return; // The only text of its opening was on its way to nothing.
		const known = past.openings.get(first);
		if (known === undefined || compareClocks(known, last) < 0) past.openings.set(first, last);
	};
	for (const entry of superseded) {
		const [first, last] = entry.split(TO);
		if (last === undefined) past.builtOn.add(first);
		else open(first, last);
	}
	for (const { at, base, since } of notes) {
		if (base !== undefined) past.builtOn.add(base);
		if (since !== undefined) open(since, at);
	}
	return past;
}

function isPast({ builtOn, openings }: Past, at: Clock): boolean {
	if (builtOn.has(at)) return true;
	return [...openings].some(
		([first, last]) =>
			deviceOf(first) === deviceOf(at) &&
			compareClocks(first, at) <= 0 &&
			compareClocks(at, last) < 0
	);
}

/** What of `past` the texts that are `kept` do not say themselves, sorted. */
function writePast({ builtOn, openings }: Past, kept: readonly Register<string>[]): string[] {
	const said = new Set(kept.flatMap(({ at, base, since }) => [base, `${since}${TO}${at}`]));
	return [...builtOn, ...[...openings].map((opening) => opening.join(TO))]
		.filter((entry) => !said.has(entry))
		.sort(compareTexts);
}

function inOrder(a: Register<string>, b: Register<string>): number {
	return compareClocks(a.at, b.at) || compareTexts(canonical(a), canonical(b));
}

/** One opening of the editor: what was there before, and its own first reading. */
export interface Opening {
	base: Clock | undefined;
	since: Clock;
}

/**
 * `annotation` with a new note text, written at `at` over the one it has, or in an
 * `opening` of the editor: all that one writes is one version. Changes nothing itself.
 */
export function withNote(
	annotation: Annotation,
	value: string,
	at: Clock,
	opening?: Opening
): Annotation {
	const base = opening ? opening.base : annotation.fields.note?.at;
	const note: Register<string> = {
		value,
		at,
		...(base === undefined ? {} : { base }),
		...(opening ? { since: opening.since } : {})
	};
	const { history: _, superseded: __, ...record } = annotation;
	const written = { ...record, fields: { ...annotation.fields, note } };
	return { ...written, ...mergeHistories(annotation, written, note) };
}

/**
 * `annotation` with a text it had, `version`, as its note again, written at `at`. That is built on
 * `version`, which leaves the history, and not on the note it has, which goes there.
 */
export function withVersion(
	annotation: Annotation,
	version: Register<string>,
	at: Clock
): Annotation {
	return withNote(annotation, version.value, at, { base: version.at, since: at });
}
