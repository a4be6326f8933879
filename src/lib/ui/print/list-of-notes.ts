/** The reader's notes below a printed chapter. */
import { quoted } from '$lib/core/citation/styles';
import type { PrintedNote } from '$lib/core/notebook/printed-marks';
import type { Work } from '$lib/core/text/work';

/** All of them, under their heading; `work` says how the words of the text are written. */
export function listOfNotes(
	notes: readonly PrintedNote[],
	work: Pick<Work, 'language' | 'dir'>
): HTMLElement {
	const section = element('section', 'printed-notes');
	section.dir = work.dir;
	const heading = element('h2', '', 'My notes');
	const list = element('ol', '');
	list.append(...notes.map((note) => entryOf(note, work)));
	section.append(heading, list);
	return section;
}

function entryOf(
	{ number, where, quote, colour, tags, note }: PrintedNote,
	{ language }: Pick<Work, 'language'>
): HTMLElement {
	const entry = element('li', '');
	if (number !== null) entry.append(element('span', 'mark-number', String(number)));
	const said = colour ? `${where} · ${colour}` : where;
	const words = element('span', '', quoted(shortened(quote)));
	words.lang = language;
	entry.append(element('span', 'where', said), ' ', words);
	if (note) {
		const text = element('p', 'note', note);
		text.dir = 'auto';
		entry.append(text);
	}
	if (tags.length > 0) entry.append(element('p', 'tags', tags.map((tag) => `#${tag}`).join(' ')));
	return entry;
}

/** UTF-16 units of a passage that are printed: the whole of it stands in the text. */
const QUOTED = 200;

function shortened(quote: string): string {
	const line = quote.replaceAll('\n', ' ');
	if (line.length <= QUOTED) return line;
	const end = line.lastIndexOf(' ', QUOTED);
	return `${line.slice(0, end > 0 ? end : QUOTED)} …`;
}

function element(name: string, className: string, text = ''): HTMLElement {
	const made = document.createElement(name);
	if (className) made.className = className;
	made.textContent = text;
	return made;
}
