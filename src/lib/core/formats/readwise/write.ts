/** The table that Readwise imports (readwise.io/import_bulk): `Highlight,Title,Author,URL,Note,Location,Date`. */
import { passageAddress, workTitle, type ExportContext } from '../export-context';
import type { Annotation } from '../../annotation/annotation';
import { formatRow } from '../csv';
import { entriesByChapter } from '../export-entries';
import { guardFormula } from '../formula-guard';
import type { Entry } from '../../notebook/entry';

const COLUMNS = ['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date'];

/** The live ones of `annotations` that have words, without bookmarks that say nothing: they are no highlights. */
export function toReadwise(annotations: readonly Annotation[], about: ExportContext): string {
	const rows = entriesByChapter(annotations, about)
		.flatMap(({ entries }) => entries)
		.filter(({ annotation, quote, note }) =>
			annotation.kind === 'bookmark' ? note !== '' : quote + note !== ''
		)
		.map((entry) => toRow(entry, about));
	return [COLUMNS, ...rows].map((row) => formatRow(row.map(guardFormula))).join('');
}

function toRow(entry: Entry, about: ExportContext): string[] {
	const { annotation, target, quote, note, tags } = entry;
	const { title, author } = workTitle(about, target, annotation.origin);
	// Readwise takes lines that begin with a full stop for tags.
	const inNote = tags.map((tag) => `.${tag.replace(/\s+/g, '_')}`);
	return [
		// Without a highlight Readwise takes no row.
		quote === '' ? note : quote,
		title,
		author,
		passageAddress(about, target, annotation),
		[quote === '' ? '' : note, ...inNote].filter((line) => line !== '').join('\n'),
		locationOf(entry, about),
		annotation.created.slice(0, 19).replace('T', ' ')
	];
}

// Longer than any chapter, so that the chapters of a work come one after the other.
const CHAPTER = 10_000_000;

/** A number that sorts the marks of a work as they stand in it; empty when that is not known. */
function locationOf({ target, start }: Entry, { works }: ExportContext): string {
	const chapters = works.find(({ slug }) => slug === target.work)?.chapters ?? [];
	const index = chapters.findIndex(({ slug }) => slug === target.chapter);
	return index === -1 ? '' : String(index * CHAPTER + start);
}
