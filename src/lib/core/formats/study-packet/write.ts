/**
 * The study packet: one HTML file that anybody can open, read and print, without a request to
 * anyone, and that imports again, since it carries its annotations as JSON-LD.
 */
import { chapterTitle, passageAddress, workTitle, type ExportContext } from '../export-context';
import type { Annotation } from '../../annotation/annotation';
import { creationDay, entriesByChapter } from '../export-entries';
import { escapeHtml } from '../html';
import { toJsonLd } from '../web-annotation/write';
import { writeJson } from '../json';
import { splitLinks } from '../../text/links';
import type { Entry } from '../../notebook/entry';
import type { EntryGroup } from '../../notebook/group-entries';
import { PACKET_STYLE } from './style';

// Nothing runs in it and nothing is fetched, even if a text should find a way past `escapeHtml`.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The live ones of `annotations` as a page. */
export function toStudyPacket(annotations: readonly Annotation[], about: ExportContext): string {
	const groups = entriesByChapter(annotations, about);
	const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${escapeHtml(`Postil ${about.version}`)}">
<title>${escapeHtml(about.title)}</title>
<style>${PACKET_STYLE}</style>
</head>
<body>
<header>
<h1 dir="auto">${escapeHtml(about.title)}</h1>
<p>${count} ${count === 1 ? 'mark' : 'marks'}, ${escapeHtml(about.generated.slice(0, 10))}. To have them in Postil, import this file there.</p>
</header>
<main>
${groups.map((group, index) => section(group, groups[index - 1], about)).join('\n')}
</main>
<script type="application/ld+json">
${dataFor(writeJson(toJsonLd(annotations, about)))}
</script>
</body>
</html>
`;
}

/** JSON that ends no element and begins no comment, whatever is in it. */
function dataFor(json: string): string {
	return json.replace(/[<>&\u2028\u2029]/g, (character) => {
		return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
	});
}

function section(group: EntryGroup, before: EntryGroup | undefined, about: ExportContext): string {
	const place = group.chapter!;
	const { title, author } = workTitle(about, place, group.entries[0].annotation.origin);
	const by = author === '' ? '' : ` <small dir="auto">${escapeHtml(author)}</small>`;
	const work =
		before?.chapter?.work === place.work ? '' : `<h2 dir="auto">${escapeHtml(title)}${by}</h2>\n`;
	const chapter = chapterTitle(place);
	const head = chapter === '' ? '' : `<h3 dir="auto">${escapeHtml(chapter)}</h3>\n`;
	const { language = '', dir = 'auto' } = place.workSummary ?? {};
	const lang = language === '' ? '' : ` lang="${escapeHtml(language)}"`;
	const entries = group.entries.map((entry) =>
		article(entry, `${lang} dir="${escapeHtml(dir)}"`, about)
	);
	return `<section>\n${work}${head}${entries.join('\n')}\n</section>`;
}

function article(entry: Entry, language: string, about: ExportContext): string {
	const { annotation, target, quote, note, colour, tags, status } = entry;
	const link = passageAddress(about, target, annotation);
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
