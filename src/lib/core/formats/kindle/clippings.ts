/** Records of *My Clippings* that belong together: versions of one highlight, and notes with their highlights. */
import type { Kind, Style } from '../../annotation/annotation';

/** One record of the file. */
export interface Clipping {
	line: number;
	kind: Kind;
	style: Style | null;
	title: string;
	author: string;
	/** The location, or else the page, of the first and the last words; -1 when it has none. */
	start: number;
	end: number;
	location: string;
	created: string | null;
	text: string;
	note: string;
	/** When its note was written last, if that was later than `created`. */
	modified: string | null;
	/** What it was before: the same passage, longer or shorter. */
	earlier: Clipping[];
}

// Records so far apart are not compared. A device writes what belongs together one after the other, or
// almost; comparing all with all would take hours where a title has a hundred thousand records.
const MAX_DISTANCE = 300;

/**
 * Leaves out each highlight and each bookmark of which a later record is a changed version, and gives it
 * to that one as `earlier`. Notes stay all: only their highlights tell which are of one place.
 */
export function dropEarlierVersions(clippings: readonly Clipping[]): Clipping[] {
	const isVersion = isJournal(clippings) ? isEarlier : isRepeated;
	const kept = new Map<string, Clipping[]>();
	for (const one of [...clippings].reverse()) {
		const key = JSON.stringify([one.kind, one.style, one.title, one.author]);
		const others = kept.get(key) ?? [];
		kept.set(key, others);
		const later = others.slice(-MAX_DISTANCE).find((other) => isVersion(one, other));
		if (later) later.earlier.push(one);
		else others.push({ ...one, earlier: [] });
	}
	return [...kept.values()].flat().sort((a, b) => a.line - b.line);
}

/**
 * Whether records stand in the order in which they were made, as a device writes them. Where most steps
 * go back in time an app has written all marks at once, and none is a version of another.
 */
function isJournal(clippings: readonly Clipping[]): boolean {
	const times = clippings.map(({ created }) => created).filter((created) => created !== null);
	const steps = times.slice(1).map((time, i) => (time > times[i] ? 1 : time < times[i] ? -1 : 0));
	return steps.reduce<number>((sum, step) => sum + step, 0) >= 0;
}

function isRepeated(one: Clipping, later: Clipping): boolean {
	const isSame = one.start === later.start && one.end === later.end && one.text === later.text;
	return isSame && one.kind !== 'note' && one.created === later.created;
}

/** A device lets no two highlights overlap: what begins or ends as a later one does has become that one. */
function isEarlier(one: Clipping, later: Clipping): boolean {
	if (one.kind === 'note' || one.start > later.end || later.start > one.end) return false;
	if (one.text === later.text) return true;
	// Apps that write all marks at once may give them all one date.
	if (one.kind === 'bookmark' || (one.created !== null && one.created === later.created))
		return false;
	const [short, long] = one.text.length < later.text.length ? [one, later] : [later, one];
	return long.text.startsWith(short.text) || long.text.endsWith(short.text);
}

/** What `joinNotes` gives: records with their notes, and how many notes it left out, since a later one has all of their words. */
export interface JoinedNotes {
	clippings: Clipping[];
	repeated: number;
}

/**
 * Joins each note to the highlight of its own second, or that ends at its location, or else contains it;
 * the nearest in the file when there are several. A note without a highlight stays a record of its own.
 */
export function joinNotes(clippings: readonly Clipping[]): JoinedNotes {
	const isVersion = isJournal(clippings) ? isEarlierNote : isRepeatedNote;
	const lastVersions = (notes: readonly Clipping[]) => withoutVersions(notes, isVersion);
	const byTitle = new Map<string, Clipping[]>();
	for (const one of clippings.filter(({ kind }) => kind === 'highlight')) {
		add(byTitle, titleKey(one), one);
	}
	const notesOf = new Map<Clipping, Clipping[]>();
	const alone = new Map<string, Clipping[]>();
	for (const note of clippings.filter(({ kind }) => kind === 'note')) {
		const its = highlightOf(note, byTitle.get(titleKey(note)) ?? []);
		if (its) add(notesOf, its, note);
		else add(alone, JSON.stringify([titleKey(note), note.end < 0 ? note.line : note.end]), note);
	}
	const joined = clippings
		.filter(({ kind }) => kind !== 'note')
		.map((one) => withNotes(one, lastVersions(notesOf.get(one) ?? [])));
	const lonely = [...alone.values()].flatMap(lastVersions);
	const notes = joined.reduce((sum, { notes }) => sum + notes, lonely.length);
	return {
		clippings: [...joined.map(({ clipping }) => clipping), ...lonely].sort(
			(a, b) => a.line - b.line
		),
		repeated: clippings.filter(({ kind }) => kind === 'note').length - notes
	};
}

function add<Key>(to: Map<Key, Clipping[]>, key: Key, one: Clipping): void {
	const list = to.get(key);
	if (list) list.push(one);
	else to.set(key, [one]);
}

function titleKey({ title, author }: Clipping): string {
	return JSON.stringify([title, author]);
}

function highlightOf(note: Clipping, highlights: readonly Clipping[]): Clipping | undefined {
	const around = nearby(highlights, note.line)
		.filter((one) => one.start >= 0 && one.start <= note.end && note.end <= one.end)
		.sort((a, b) => Math.abs(a.line - note.line) - Math.abs(b.line - note.line));
	const itsSecond = around.filter(({ created }) => created !== null && created === note.created);
	const its = itsSecond.length > 0 ? itsSecond : around;
	const before = itsSecond.filter(({ line }) => line < note.line);
	return before[0] ?? its.find((one) => one.end === note.end) ?? its[0];
}

/** Notes of one place without those of which a later one is a version. */
function withoutVersions(
	notes: readonly Clipping[],
	isVersion: (one: Clipping, later: Clipping) => boolean
): Clipping[] {
	return notes.filter(
		(one, i) => !notes.slice(i + 1, i + MAX_DISTANCE).some((later) => isVersion(one, later))
	);
}

function isRepeatedNote(one: Clipping, later: Clipping): boolean {
	return one.note === later.note;
}

/** A device writes a note anew when it is changed: a later one that has all of its words is that one. */
function isEarlierNote(one: Clipping, later: Clipping): boolean {
	const isSameDate = one.created !== null && one.created === later.created;
	return isSameDate ? isRepeatedNote(one, later) : later.note.includes(one.note);
}

function withNotes(clipping: Clipping, notes: readonly Clipping[]) {
	const dates = notes.map(({ created }) => created).filter((created) => created !== null);
	const latest = dates.sort().at(-1) ?? null;
	const note = notes.map((one) => one.note).join('\n\n');
	return { clipping: { ...clipping, note, modified: latest }, notes: notes.length };
}

/** Of clippings in the order of their lines, at most `MAX_DISTANCE` before and after a line. */
function nearby(clippings: readonly Clipping[], line: number): Clipping[] {
	let low = 0;
	let high = clippings.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (clippings[middle].line < line) low = middle + 1;
		else high = middle;
	}
	return clippings.slice(Math.max(0, low - MAX_DISTANCE), low + MAX_DISTANCE);
}
