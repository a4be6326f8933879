/**
 * Writes the study packet: one HTML file that anybody can open, read and print without a request to
 * anyone, and that can be imported again, since it contains its annotations as JSON-LD.
 */
import {
	chapterTitle,
	passageAddress,
	titleAndAuthor,
	type ExportContext
} from '../export-context';
import type { Annotation } from '../../annotation/annotation';
import { creationDay, entriesByChapter } from '../export-entries';
import { escapeHtml } from '../html';
import { toJsonLd } from '../web-annotation/write';
import { writeJson } from '../json';
import { splitLinks } from '../../text/links';
import type { Entry } from '../../notebook/entry';
import type { EntryGroup } from '../../notebook/group-entries';
import { PACKET_STYLE } from './style';

// Nothing runs in the page and nothing is fetched, even if a text should find a way past `escapeHtml`.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The page with all of `annotations` that are not deleted, chapter by chapter. */
export function toStudyPacket(annotations: readonly Annotation[], context: ExportContext): string {
	const groups = entriesByChapter(annotations, context);
	const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${escapeHtml(`Postil ${context.version}`)}">
<title>${escapeHtml(context.title)}</title>
<style>${PACKET_STYLE}</style>
</head>
<body>
<header>
<h1 dir="auto">${escapeHtml(context.title)}</h1>
<p>${count} ${count === 1 ? 'mark' : 'marks'}, ${escapeHtml(context.generated.slice(0, 10))}. To have them in Postil, import this file there.</p>
</header>
<main>
${groups.map((group, index) => section(group, groups[index - 1], context)).join('\n')}
</main>
<script type="application/ld+json">
${dataFor(writeJson(toJsonLd(annotations, context)))}
</script>
</body>
</html>
`;
}

/** JSON escaped so that it ends no element and begins no comment, whatever is in it. */
function dataFor(json: string): string {
	return json.replace(/[<>&\u2028\u2029]/g, (character) => {
		return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
	});
}

function section(
	group: EntryGroup,
	before: EntryGroup | undefined,
	context: ExportContext
): string {
	const place = group.chapter!;
	const { title, author } = titleAndAuthor(context, place, group.entries[0].annotation.origin);
	const by = author === '' ? '' : ` <small dir="auto">${escapeHtml(author)}</small>`;
	const work =
		before?.chapter?.work === place.work ? '' : `<h2 dir="auto">${escapeHtml(title)}${by}</h2>\n`;
	const chapter = chapterTitle(place);
	const head = chapter === '' ? '' : `<h3 dir="auto">${escapeHtml(chapter)}</h3>\n`;
	const { language = '', dir = 'auto' } = place.workSummary ?? {};
	const lang = language === '' ? '' : ` lang="${escapeHtml(language)}"`;
	const entries = group.entries.map((entry) =>
		article(entry, `${lang} dir="${escapeHtml(dir)}"`, context)
	);
	return `<section>\n${work}${head}${entries.join('\n')}\n</section>`;
}

function article(entry: Entry, language: string, context: ExportContext): string {
	const { annotation, target, quote, note, colour, tags, status } = entry;
	const link = passageAddress(context, target, annotation);
	const facts = [
		/^https?:/i.test(link) ? `<a href="${escapeHtml(link)}" rel="noreferrer">In the text</a>` : '',
		annotation.kind === 'bookmark' ? 'bookmark' : escapeHtml(colour ?? ''),
		escapeHtml(creationDay(entry)),
		status === 'placed' ? '' : 'not in today’s text',
		...tags.map((tag) => `<span class="tag" dir="auto">${escapeHtml(tag)}</span>`)
	].filter((fact) => fact !== '');
	const paragraphs = quote.split('\n').map((line) => `<p>${escapeHtml(line)}</p>`);
	return [
		`<article class="${escapeHtml(colour ?? annotation.kind)}">`,
		quote === '' ? '' : `<blockquote${language}>${paragraphs.join('')}</blockquote>`,
		note === '' ? '' : `<div class="note" dir="auto">${linked(note)}</div>`,
		`<p class="facts">${facts.join(' · ')}</p>`,
		'</article>'
	]
		.filter((line) => line !== '')
		.join('\n');
}

function linked(note: string): string {
	return splitLinks(note)
		.map(({ text, href }) =>
			href === null
				? escapeHtml(text)
				: `<a href="${escapeHtml(href)}" rel="noreferrer">${escapeHtml(text)}</a>`
		)
		.join('');
}
