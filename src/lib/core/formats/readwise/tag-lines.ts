/** Readwise reads a line of a note that begins with a full stop as a tag: `.tag`. */

const TAG_LINE = /^\.([^\s.]\S*)\s*$/;
// Word joiner: nothing to be seen, and no full stop at the beginning.
const HIDE = '\u2060';

/** The line of a tag; empty for a tag of full stops alone. */
export function tagLine(tag: string): string {
	const name = tag.trim().replace(/\s+/g, '_').replace(/^\.+/, '');
	return name === '' ? '' : `.${name}`;
}

/** A note none of whose lines is taken for a tag. */
export function hideTags(note: string): string {
	return note.replace(/^(?=[^\S\r\n]*\.)/gm, HIDE);
}

/** What `hideTags` was given, and the tags in lines of their own. */
export function splitTags(cell: string): { note: string; tags: string[] } {
	const lines = cell.split(/\r\n|\r|\n/);
	const notes = lines.filter((line) => !TAG_LINE.test(line));
	return {
		note: notes
			.map((line) => (line.startsWith(HIDE) ? line.slice(HIDE.length) : line))
			.join('\n')
			.trim(),
		tags: lines.flatMap((line) => TAG_LINE.exec(line)?.[1] ?? [])
	};
}
