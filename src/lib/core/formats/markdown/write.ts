/**
 * Writes Markdown for notebooks such as Obsidian: a block for each mark, with the mark's id as its
 * block id and a link back to the text. Nothing in it depends on the moment of the export, so that
 * a later one differs only by what the reader changed.
 */
import {
	chapterTitle,
	passageAddress,
	titleAndAuthor,
	type ExportContext
} from '../export-context';
import type { Annotation } from '../../annotation/annotation';
import { creationDay, entriesByChapter } from '../export-entries';
import type { Entry } from '../../notebook/entry';
import { escapeDestination, escapeInline, escapeLines } from './escape';

/** The text of a file with all of `annotations` that are not deleted, chapter by chapter. */
export function toMarkdown(annotations: readonly Annotation[], context: ExportContext): string {
	const groups = entriesByChapter(annotations, context);
	const parts = [frontMatter(context)];
	let work: string | null = null;
	for (const group of groups) {
		const place = group.chapter!;
		if (place.work !== work) {
			const [{ annotation }] = group.entries;
			const { title, author } = titleAndAuthor(context, place, annotation.origin);
			parts.push(`# ${escapeInline(title)}\n`);
			if (author !== '') parts.push(`*${escapeInline(author)}*\n`);
			work = place.work;
		}
		const title = chapterTitle(place);
		if (title !== '') parts.push(`## ${escapeInline(title)}\n`);
		parts.push(...group.entries.map((entry) => block(entry, context)));
	}
	return parts.join('\n');
}

/** Front matter in YAML, whose texts are quoted as JSON does it, which YAML allows. */
function frontMatter({ title, site }: ExportContext): string {
	const lines = ['---', `title: ${JSON.stringify(title)}`, `source: ${JSON.stringify(site)}`];
	return [...lines, 'tags: [postil]', '---', ''].join('\n');
}

function block(entry: Entry, context: ExportContext): string {
	const { annotation, target, quote, note, colour, tags, status } = entry;
	const link = passageAddress(context, target, annotation);
	const facts = [
		/^https?:/.test(link) ? `[In the text](${escapeDestination(link)})` : '',
		annotation.kind === 'bookmark' ? 'bookmark' : (colour ?? ''),
		creationDay(entry),
		status === 'placed' ? '' : 'not in today’s text',
		...tags.map(tagOf)
	].filter((fact) => fact !== '');
	const parts = [
		quote === ''
			? ''
			: quote
					.split('\n')
					.map((line) => `> ${escapeLines(line)}`)
					.join('\n>\n'),
		note === '' ? '' : escapeLines(note),
		`${facts.join(' · ')} ^${annotation.id.replace(/[^a-zA-Z0-9-]+/g, '-')}`
	];
	return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

// What Obsidian takes for a tag: letters, digits and these signs, not digits alone, not at the ends of emphasis.
const TAG = /^(?!\d+$)[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}_/-]*[\p{L}\p{M}\p{N}])?$/u;

/** A tag that is one in notebooks too, or else, when they allow no such tag, its text behind a plain sign. */
function tagOf(tag: string): string {
	const joined = tag.trim().replace(/\s+/g, '-');
	return TAG.test(joined) && !joined.includes('--') ? `#${joined}` : escapeInline(`#${tag}`);
}
