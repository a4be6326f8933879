/**
 * Writes notes for Anki (docs.ankiweb.net/importing/text-files.html, from version 2.1.55 on): a table
 * with tabs whose first lines say how to read it. By the ids, Anki updates at a second import what
 * the first one brought.
 */
import {
	chapterTitle,
	passageAddress,
	titleAndAuthor,
	type ExportContext
} from '../export-context';
import type { Annotation } from '../../annotation/annotation';
import { formatRow } from '../csv';
import { entriesByChapter } from '../export-entries';
import { resolveChapter } from '../../text/resolve-chapter';
import type { Entry } from '../../notebook/entry';

// No names of columns: fields are called otherwise in other languages, and are then taken in their order.
const HEAD = [
	'#separator:tab',
	'#html:false',
	'#notetype:Basic',
	'#guid column:1',
	'#tags column:4'
];

/**
 * The text of a file with a card for each of `annotations` that is not deleted, is no bookmark, and
 * has words or a note. In front stand the words, behind them the note and the source.
 */
export function toAnki(annotations: readonly Annotation[], context: ExportContext): string {
	const rows = entriesByChapter(annotations, context)
		.flatMap(({ entries }) => entries)
		.filter(({ annotation, quote, note }) => annotation.kind !== 'bookmark' && quote + note !== '')
		.map((entry) => formatRow(toRow(entry, context), '\t'));
	return [...HEAD.map((line) => `${line}\n`), ...rows].join('');
}

function toRow({ annotation, target, quote, note, tags }: Entry, context: ExportContext): string[] {
	const { title, author } = titleAndAuthor(context, target, annotation.origin);
	const chapter = chapterTitle(resolveChapter(target, context.works));
	const source = [author, title, chapter].filter((part) => part !== '').join(', ');
	const behind = [quote === '' ? '' : note, source, passageAddress(context, target, annotation)];
	return [
		annotation.id,
		quote === '' ? note : quote,
		behind.filter((part) => part !== '').join('\n\n'),
		// Anki separates tags by spaces.
		tags.map((tag) => tag.replace(/\s+/g, '_')).join(' ')
	];
}
