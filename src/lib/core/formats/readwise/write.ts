/** Writes the table that Readwise imports (readwise.io/import_bulk). */
import { passageAddress, titleAndAuthor, type ExportContext } from '../export-context';
import type { Annotation } from '../../annotation/annotation';
import { formatRow } from '../csv';
import { entriesByChapter } from '../export-entries';
import type { Entry } from '../../notebook/entry';
import { hideTags, tagLine } from './tag-lines';

const COLUMNS = ['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date'];

/**
 * The text of a file with a row for each of `annotations` that is not deleted and has words or a note;
 * of bookmarks only those with a note.
 */
export function toReadwise(annotations: readonly Annotation[], context: ExportContext): string {
	const rows = entriesByChapter(annotations, context)
		.flatMap(({ entries }) => entries)
		.filter(
			({ annotation, quote, note }) =>
				(annotation.kind === 'bookmark' ? note : quote + note).trim() !== ''
		)
		.map((entry) => toRow(entry, context));
	return [COLUMNS, ...rows].map((row) => formatRow(row)).join('');
}

function toRow(entry: Entry, context: ExportContext): string[] {
	const { annotation, target, quote, note, tags } = entry;
	const { title, author } = titleAndAuthor(context, target, annotation.origin);
	const inNote = tags.map(tagLine);
	return [
		// Readwise takes no row without a highlight.
		quote === '' ? note : quote,
		title,
		author,
		passageAddress(context, target, annotation),
		[quote === '' ? '' : hideTags(note), ...inNote].filter((line) => line !== '').join('\n'),
		locationOf(entry, context),
		annotation.created.slice(0, 19).replace('T', ' ')
	];
}

// More units than any chapter has, so that the chapters of a work come one after the other.
const UNITS_PER_CHAPTER = 10_000_000;

/** A number by which the marks of a work are sorted as they stand in it; empty when that is not known. */
function locationOf({ target, start }: Entry, { works }: ExportContext): string {
	const chapters = works.find(({ slug }) => slug === target.work)?.chapters ?? [];
	const index = chapters.findIndex(({ slug }) => slug === target.chapter);
	return index === -1 ? '' : String(index * UNITS_PER_CHAPTER + start);
}
