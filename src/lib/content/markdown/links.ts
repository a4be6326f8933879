import { leadsToSite } from '$lib/core/text/links';
import { decodePercents } from '$lib/core/text/percent-decoding';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { chapterSlug, isChapterFile } from '../publishing/addresses';
import type { ReportFault } from '../publishing/faults';

/** A link to an element of its own chapter. */
export interface FragmentLink {
	/** The id of the element. */
	id: string;
	line: number;
}

/** A link to another page, to be checked when all works are read. */
export interface PageLink {
	/** As it was written. */
	url: string;
	/** Slug of the other work; `null` for the chapter's own. */
	work: string | null;
	/** Slug of the chapter; `null` for the contents of the work. */
	chapter: string | null;
	/** The id of the element there; empty for the page itself. */
	id: string;
	line: number;
}

/** The links of a chapter that can be checked only later. */
export interface OpenLinks {
	fragments: FragmentLink[];
	pages: PageLink[];
}

/** Mail, the contents of the work, and the shelf. */
const OTHERS = /^(mailto:.|(\.\.\/){1,2}$)/i;

/** Begins what leads to words, not to an id: `#:~:text=…`. */
const DIRECTIVE = ':~:';

/**
 * Gives each link, in place, an address that works from the chapter's page:
 * `44-next.md` becomes `../44-next/`. `chapters` are the slugs of the work's
 * chapters. Reports addresses that would lead nowhere or run code.
 */
export function resolveLinks(
	tree: Root,
	chapters: ReadonlySet<string>,
	report: ReportFault
): OpenLinks {
	const open: OpenLinks = { fragments: [], pages: [] };
	visit(tree, 'link', (node) => {
		const { line } = node.position!.start;
		const page = pageOf(node.url, chapters);
		if (node.url.startsWith('#')) {
			const id = idOf(node.url);
			if (id !== '' || node.url === '#') open.fragments.push({ id, line });
		} else if (page) {
			const { work, chapter, fragment } = page;
			if (work === null && !chapters.has(chapter!)) reportNoChapter(chapter!, line, report);
			else open.pages.push({ url: node.url, work, chapter, id: idOf(fragment), line });
			const folder = work === null ? '..' : `../../${work}`;
			node.url = `${folder}/${chapter === null ? '' : `${chapter}/`}${fragment}`;
		} else if (leadsToSite(node.url)) {
			node.data = { hProperties: { rel: ['noopener', 'noreferrer'] } };
		} else if (!OTHERS.test(node.url)) {
			reportAddress(node.url, line, report);
		}
	});
	return open;
}

interface Page extends Pick<PageLink, 'work' | 'chapter'> {
	/** With its `#`; empty for none. */
	fragment: string;
}

/**
 * The page that an address leads to, by the file of a chapter (`44-next.md`, `../other-work/1-a.md`), or
 * by its address seen from the chapter's (`../44-next/`, `../../other-work/`); `null` when it is no such.
 */
function pageOf(url: string, chapters: ReadonlySet<string>): Page | null {
	const [, path, fragment = ''] = /^(?:\.\/)?([^#?]*)(#.*)?$/s.exec(url) ?? [];
	const parts = path?.replace(/\/$/, '').split('/') ?? [];
	const names = parts.filter((part) => part !== '..');
	const up = parts.length - names.length;
	if (parts.slice(0, up).some((part) => part !== '..')) return null;
	const [first, second, ...more] = names;
	if (!first || more.length > 0) return null;
	const isFile = isChapterFile(names.at(-1)!);
	const slug = chapterSlug(names.at(-1)!);
	if (isFile && up === 0 && second === undefined) return { work: null, chapter: slug, fragment };
	if (isFile && up === 1 && second !== undefined) return { work: first, chapter: slug, fragment };
	if (isFile || up === 0 || up > 2) return null;
	if (up === 1 && second !== undefined) return null;
	if (up === 1 && chapters.has(first)) return { work: null, chapter: first, fragment };
	return { work: first, chapter: second ?? null, fragment };
}

/** The id that a fragment leads to, as the element has it; empty for none, and for words. */
function idOf(fragment: string): string {
	return decodePercents(fragment.slice(1).split(DIRECTIVE)[0]);
}

/** Reports the links among `fragments` whose id is not in the chapter. */
export function checkFragmentLinks(
	fragments: readonly FragmentLink[],
	ids: ReadonlySet<string>,
	report: ReportFault
): void {
	for (const { id, line } of fragments) {
		if (ids.has(id)) continue;
		report(
			line,
			`a link leads to #${id}, which is not in this chapter`,
			'Blocks are numbered #p1, #p2, … in reading order, footnotes #note-1, #note-2, ….'
		);
	}
}

function reportNoChapter(slug: string, line: number, report: ReportFault): void {
	report(
		line,
		`a link leads to ${slug}.md, which is not in this work’s folder`,
		'Write the file name of one of its chapters.'
	);
}

function reportAddress(url: string, line: number, report: ReportFault): void {
	report(
		line,
		url === '' ? 'a link has no address' : `a link cannot lead to “${url}”`,
		'Write https://…, mailto:…, a chapter’s file name (44-next.md) or a block (#p12).'
	);
}
