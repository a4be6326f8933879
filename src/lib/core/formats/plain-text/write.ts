/** Writes plain text, to be read, mailed or pasted anywhere. */
import {
	chapterTitle,
	passageAddress,
	titleAndAuthor,
	type ExportContext
} from '../export-context';
import type { Annotation } from '../../annotation/annotation';
import { creationDay, entriesByChapter } from '../export-entries';
import type { Entry } from '../../notebook/entry';

/** The text of a file with all of `annotations` that are not deleted, chapter by chapter. */
export function toPlainText(annotations: readonly Annotation[], context: ExportContext): string {
	const parts = [context.title];
	for (const { chapter, entries } of entriesByChapter(annotations, context)) {
		const { title, author } = titleAndAuthor(context, chapter!, entries[0].annotation.origin);
		const head = [author, title, chapterTitle(chapter!)].filter((part) => part !== '').join(', ');
		parts.push(head, ...entries.map((entry) => toText(entry, context)));
	}
	return `${parts.join('\n\n')}\n`;
}

function toText(entry: Entry, context: ExportContext): string {
	const { annotation, target, quote, note, colour, tags, status } = entry;
	const facts = [
		annotation.kind === 'bookmark' ? 'bookmark' : colour,
		creationDay(entry),
		status === 'placed' ? '' : 'not in today’s text',
		...tags.map((tag) => `#${tag}`)
	].filter((fact) => fact);
	return [
		quote === '' ? '' : `“${quote}”`,
		note,
		`(${facts.join(', ')})`,
		passageAddress(context, target, annotation)
	]
		.filter((line) => line !== '')
		.join('\n');
}
