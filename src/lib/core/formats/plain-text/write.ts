/** Plain text, to be read, mailed or pasted anywhere. */
import { chapterTitle, passageAddress, workTitle, type ExportContext } from '../export-context';
import type { Annotation } from '../../annotation/annotation';
import { creationDay, entriesByChapter } from '../export-entries';
import type { Entry } from '../../notebook/entry';

/** The live ones of `annotations`, chapter by chapter. */
export function toPlainText(annotations: readonly Annotation[], about: ExportContext): string {
	const parts = [about.title];
	for (const { chapter, entries } of entriesByChapter(annotations, about)) {
		const { title, author } = workTitle(about, chapter!, entries[0].annotation.origin);
		const head = [author, title, chapterTitle(chapter!)].filter((part) => part !== '').join(', ');
		parts.push(head, ...entries.map((entry) => toText(entry, about)));
	}
	return `${parts.join('\n\n')}\n`;
}

function toText(entry: Entry, about: ExportContext): string {
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
		passageAddress(about, target, annotation)
	]
		.filter((line) => line !== '')
		.join('\n');
}
