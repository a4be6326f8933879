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
import { splitLinks } from '../../text/links';
import type { Entry } from '../../notebook/entry';

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
			parts.push(`# ${inline(title)}\n`);
			if (author !== '') parts.push(`*${inline(author)}*\n`);
			work = place.work;
		}
		const title = chapterTitle(place);
		if (title !== '') parts.push(`## ${inline(title)}\n`);
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
		/^https?:/.test(link) ? `[In the text](${link.replace(/[()\s]/g, encodeURIComponent)})` : '',
		annotation.kind === 'bookmark' ? 'bookmark' : (colour ?? ''),
		creationDay(entry),
		status === 'placed' ? '' : 'not in today’s text',
		...tags.map((tag) => `#${inline(tag.replace(/\s+/g, '-'))}`)
	].filter((fact) => fact !== '');
	const parts = [
		quote === ''
			? ''
			: quote
					.split('\n')
					.map((line) => `> ${escape(line)}`)
					.join('\n>\n'),
		note === '' ? '' : escape(note),
		`${facts.join(' · ')} ^${annotation.id.replace(/[^a-zA-Z0-9-]+/g, '-')}`
	];
	return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Text escaped so that Markdown shows it line by line as it is; addresses stay links. */
function escape(text: string): string {
	const lines = text.split(/\r\n|\r|\n/).map((line) =>
		splitLinks(line)
			.map(({ text: piece, href }) => (href === null ? plain(piece) : `<${piece}>`))
			.join('')
			.replace(/^( {0,3})([#>+=|:~-]|\d+(?=[.)]))/, (_, space: string, sign: string) =>
				/\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`
			)
			.replace(/^[ \t]+/, '')
	);
	// Two spaces, so that the end of a line is seen within a paragraph.
	return lines.join('\n').replace(/([^\n])\n(?=[^\n])/g, '$1  \n');
}

function inline(text: string): string {
	return plain(text.replace(/\s+/g, ' '));
}

function plain(text: string): string {
	return text.replace(/[\\`*_[\]<&~$^%!]/g, '\\$&');
}
