/** Records of *My Clippings* that belong together: versions of one highlight, and notes with their highlights. */
import type { Kind } from '../../annotation/annotation';

/** One record of the file. */
export interface Clipping {
	line: number;
	kind: Kind;
	title: string;
	author: string;
	/** The location, or else the page, of the first and the last words; -1 when it has none. */
	start: number;
	end: number;
	location: string;
	created: string | null;
	text: string;
	note: string;
}

// Records so far apart are not compared. A device writes what belongs together one after the other, or
// almost; comparing all with all would take hours where a title has a hundred thousand records.
const MAX_DISTANCE = 300;

/** Leaves out each record of which a later one has the same words at the same location, or more or fewer of them. */
export function dropEarlierVersions(clippings: readonly Clipping[]): Clipping[] {
	const kept = new Map<string, Clipping[]>();
	for (const one of [...clippings].reverse()) {
		const key = JSON.stringify([one.kind, one.title, one.author]);
		const others = kept.get(key) ?? [];
		kept.set(key, others);
		if (!others.slice(-MAX_DISTANCE).some((later) => isEarlier(one, later))) others.push(one);
	}
	return [...kept.values()].flat().sort((a, b) => a.line - b.line);
}

function isEarlier(one: Clipping, later: Clipping): boolean {
	if (one.start > later.end || later.start > one.end) return false;
	if (one.kind === 'note') return one.end === later.end;
	return later.text.includes(one.text) || one.text.includes(later.text);
}

/**
 * Joins each note to the highlight that ends at its location, or else contains it; the nearest in the
 * file when there are several. A note without a highlight stays a record of its own.
 */
export function joinNotes(clippings: readonly Clipping[]): Clipping[] {
	const byTitle = new Map<string, Clipping[]>();
	for (const one of clippings.filter(({ kind }) => kind === 'highlight')) {
		const key = JSON.stringify([one.title, one.author]);
		const list = byTitle.get(key) ?? [];
		list.push({ ...one });
		byTitle.set(key, list);
	}
	const alone: Clipping[] = [];
	for (const note of clippings.filter(({ kind }) => kind === 'note')) {
		const highlights = byTitle.get(JSON.stringify([note.title, note.author])) ?? [];
		const around = nearby(highlights, note.line)
			.filter((one) => one.start >= 0 && one.start <= note.end && note.end <= one.end)
			.sort((a, b) => Math.abs(a.line - note.line) - Math.abs(b.line - note.line));
		const its = around.find((one) => one.end === note.end) ?? around[0];
		if (its === undefined) alone.push(note);
		else its.note = its.note === '' ? note.note : `${its.note}\n\n${note.note}`;
	}
	const bookmarks = clippings.filter(({ kind }) => kind === 'bookmark');
	return [...[...byTitle.values()].flat(), ...alone, ...bookmarks].sort((a, b) => a.line - b.line);
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
