/** Plain text, to be read, mailed or pasted anywhere. */
import { chapterTitle, passageAddress, workTitle, type ExportContext } from '../export-context';
import type { Annotation } from '../../annotation/annotation';
import { creationDay, entriesByChapter } from '../export-entries';
import type { Entry } from '../../notebook/entries';

/** The live ones of `annotations`, chapter by chapter. */
export function toPlainText(annotations: readonly Annotation[], about: ExportContext): string {
	const parts = [about.title];
	for (const { place, entries } of entriesByChapter(annotations, about)) {
		const { title, author } = workTitle(about, place!, entries[0].annotation.origin);
		const head = [author, title, chapterTitle(place!)].filter((part) => part !== '').join(', ');
		parts.push(head, ...entries.map((entry) => toText(entry, about)));
	}
	return `${parts.join('\n\n')}\n`;
}

function toText(entry: Entry, about: ExportContext): string {
	const { annotation, target, quote, note, colour, tags, standing } = entry;
	const facts = [
		annotation.kind === 'bookmark' ? 'bookmark' : colour,
		creationDay(entry),
		standing === 'placed' ? '' : 'not in today’s text',
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
