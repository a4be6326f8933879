/**
 * Notes for Anki (docs.ankiweb.net/importing/text-files.html, from 2.1.55 on): a table with tabs,
 * whose first lines say how to read it. The ids make a second import update what the first brought.
 */
import { chapterTitle, passageAddress, workTitle, type ExportContext } from '../export-context';
import type { Annotation } from '../../annotation/annotation';
import { formatRow } from '../csv';
import { entriesByChapter } from '../export-entries';
import { guardFormula } from '../formula-guard';
import { resolveChapter } from '../../text/resolve-chapter';
import type { Entry } from '../../notebook/entry';

const HEAD = [
	'#separator:tab',
	'#html:false',
	'#notetype:Basic',
	'#guid column:1',
	'#columns:Id\tFront\tBack\tTags',
	'#tags column:4'
];

/** The live ones of `annotations` that have words, bookmarks left out: words in front, note and source behind. */
export function toAnki(annotations: readonly Annotation[], about: ExportContext): string {
	const rows = entriesByChapter(annotations, about)
		.flatMap(({ entries }) => entries)
		.filter(({ annotation, quote, note }) => annotation.kind !== 'bookmark' && quote + note !== '')
		.map((entry) => formatRow(toRow(entry, about).map(guardFormula), '\t'));
	return [...HEAD.map((line) => `${line}\n`), ...rows].join('');
}

function toRow({ annotation, target, quote, note, tags }: Entry, about: ExportContext): string[] {
	const { title, author } = workTitle(about, target, annotation.origin);
	const chapter = chapterTitle(resolveChapter(target, about.works));
	const source = [author, title, chapter].filter((part) => part !== '').join(', ');
	const behind = [quote === '' ? '' : note, source, passageAddress(about, target, annotation)];
	return [
		annotation.id,
		quote === '' ? note : quote,
		behind.filter((part) => part !== '').join('\n\n'),
		// Spaces part tags.
		tags.map((tag) => tag.replace(/\s+/g, '_')).join(' ')
	];
}
