/** Kindle's *My Clippings*, as a device in English writes it: what many apps take in. */
import { workTitle, type ExportContext } from '../export-context';
import type { Annotation } from '../../annotation/annotation';
import { entriesByChapter } from '../export-entries';
import { resolveChapter } from '../../text/resolve-chapter';
import type { Entry } from '../../notebook/entry';

const END = '==========';
// Units of text in a Kindle location, roughly.
const LOCATION = 150;

/** The live ones of `annotations`: a record each, and one more for a note on words. The page is the chapter's number. */
export function toKindle(annotations: readonly Annotation[], about: ExportContext): string {
	const records = entriesByChapter(annotations, about)
		.flatMap(({ entries }) => entries)
		.flatMap((entry) => recordsOf(entry, about));
	// Devices begin the file with a byte order mark, and end lines as Windows does.
	return `\ufeff${records.join('')}`;
}

function recordsOf(entry: Entry, about: ExportContext): string[] {
	const { annotation, target, quote, note, start } = entry;
	const { title, author } = workTitle(about, target, annotation.origin);
	const head = oneLine(author === '' ? title : `${title} (${author})`);
	const { workSummary, chapter } = resolveChapter(target, about.works);
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
	const isBare = kind === 'Bookmark' || quote !== '';
	return [
		...(isBare ? [record(kind, `${first}-${last}`, kind === 'Bookmark' ? '' : body(quote))] : []),
		...(note === '' ? [] : [record('Note', String(last), body(note))])
	];
}

function oneLine(text: string): string {
	return text.replace(/[\s\ufeff]+/g, ' ').trim();
}

/** Text of several lines, none of which ends the record. */
function body(text: string): string {
	return text
		.trim()
		.split(/\r\n|\r|\n/)
		.map((line) => (/^={10,}\s*$/.test(line) ? ` ${line}` : line))
		.join('\r\n');
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS =
	'January February March April May June July August September October November December'.split(
		' '
	);

/** "Sunday, December 18, 2022 3:19:56 PM", in UTC. */
function dateOf(created: string): string {
	const date = new Date(created);
	const [hour, minute, second] = created.slice(11, 19).split(':');
	const day = `${DAYS[date.getUTCDay()]}, ${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
	return `${day} ${Number(hour) % 12 || 12}:${minute}:${second} ${Number(hour) < 12 ? 'AM' : 'PM'}`;
}
