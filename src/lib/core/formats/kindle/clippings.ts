/** Records of *My Clippings* brought together: what was changed later, and notes with their highlights. */
import type { Kind } from '../../annotation/annotation';

/** One record of the file. */
export interface Clipping {
	line: number;
	kind: Kind;
	title: string;
	author: string;
	/** Location or page of its first and last words; -1 when it has none. */
	start: number;
	end: number;
	location: string;
	created: string | null;
	text: string;
	note: string;
}

// A device writes what belongs together one after the other, or almost. All with all would take
// hours where a title has a hundred thousand records.
const NEAR = 300;

/** Without records that a later one of the same place says again, or says more or less of. */
export function dropEarlierVersions(clippings: readonly Clipping[]): Clipping[] {
	const kept = new Map<string, Clipping[]>();
	for (const one of [...clippings].reverse()) {
		const key = JSON.stringify([one.kind, one.title, one.author]);
		const others = kept.get(key) ?? [];
		kept.set(key, others);
		if (!others.slice(-NEAR).some((later) => isEarlier(one, later))) others.push(one);
	}
	return [...kept.values()].flat().sort((a, b) => a.line - b.line);
}

function isEarlier(one: Clipping, later: Clipping): boolean {
	if (one.start > later.end || later.start > one.end) return false;
	if (one.kind === 'note') return one.end === later.end;
	return later.text.includes(one.text) || one.text.includes(later.text);
}

/** A note stands at the last location of its highlight, or within it; one without a highlight stays alone. */
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

/** Of clippings in the order of their lines, those around a line. */
function nearby(clippings: readonly Clipping[], line: number): Clipping[] {
	let low = 0;
	let high = clippings.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (clippings[middle].line < line) low = middle + 1;
		else high = middle;
	}
	return clippings.slice(Math.max(0, low - NEAR), low + NEAR);
}
