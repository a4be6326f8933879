/** Writes Kindle's *My Clippings* as a device in English does, which many apps can import. */
import { titleAndAuthor, type ExportContext } from '../export-context';
import type { Annotation } from '../../annotation/annotation';
import { entriesByChapter } from '../export-entries';
import { resolveChapter } from '../../text/resolve-chapter';
import type { Entry } from '../../notebook/entry';
import { compareTexts } from '../../annotation/canonical-json';
import { hideEnds } from './ends';

const END = '==========';
// Roughly how many UTF-16 units of text a Kindle counts as one location.
const LOCATION = 150;

/**
 * The text of a file with a record for each of `annotations` that is not deleted, and a second one
 * for a note on words. Where a device gives the page stands the number of the chapter. The newest
 * stands first: in the order of their making, one that begins as a later one does would be read as what
 * that was before it was made longer.
 */
export function toKindle(annotations: readonly Annotation[], context: ExportContext): string {
	const records = entriesByChapter(annotations, context)
		.flatMap(({ entries }) => entries)
		.sort((a, b) => compareTexts(b.annotation.created, a.annotation.created))
		.flatMap((entry) => recordsOf(entry, context));
	// Devices begin the file with a byte order mark, and end lines as Windows does.
	return `\ufeff${records.join('')}`;
}

function recordsOf(entry: Entry, context: ExportContext): string[] {
	const { annotation, target, quote, note, start } = entry;
	const { title, author } = titleAndAuthor(context, target, annotation.origin);
	const head = oneLine(author === '' ? title : `${title} (${author})`);
	const { workSummary, chapter } = resolveChapter(target, context.works);
	const index = workSummary?.chapters.findIndex(({ slug }) => slug === chapter) ?? -1;
	const first = Math.floor(start / LOCATION) + 1;
	const last = Math.floor((start + target.end - target.start) / LOCATION) + 1;
	const page = index === -1 ? '' : `page ${index + 1} | `;
	const added = `Added on ${dateOf(annotation.created)}`;
	const record = (kind: string, location: string, text: string) =>
		[head, `- Your ${kind} on ${page}Location ${location} | ${added}`, '', text, END, ''].join(
			'\r\n'
		);
	const kind = annotation.kind === 'bookmark' ? 'Bookmark' : 'Highlight';
	const isBare = kind === 'Bookmark' || quote.trim() !== '';
	return [
		...(isBare ? [record(kind, `${first}-${last}`, kind === 'Bookmark' ? '' : body(quote))] : []),
		...(note.trim() === '' ? [] : [record('Note', String(last), body(note))])
	];
}

function oneLine(text: string): string {
	return text.replace(/[\s\ufeff]+/g, ' ').trim();
}

/** Text of several lines, none of which ends the record. */
function body(text: string): string {
	return hideEnds(text.trim())
		.split(/\r\n|\r|\n/)
		.join('\r\n');
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS =
	'January February March April May June July August September October November December'.split(
		' '
	);

/** A date as the device writes it, in UTC: "Sunday, December 18, 2022 3:19:56 PM". */
function dateOf(created: string): string {
	const date = new Date(created);
	const [hour, minute, second] = created.slice(11, 19).split(':');
	const day = `${DAYS[date.getUTCDay()]}, ${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
	return `${day} ${Number(hour) % 12 || 12}:${minute}:${second} ${Number(hour) < 12 ? 'AM' : 'PM'}`;
}
