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

/**
 * Gives each link, in place, an address that works from the chapter's page:
 * `44-next.md` becomes `../44-next/`. `chapters` are the slugs of the work's
 * chapters. Reports addresses that would lead nowhere or run code. Returns the
 * links within the chapter, to be checked when its ids are known.
 */
export function resolveLinks(
	tree: Root,
	chapters: ReadonlySet<string>,
	report: ReportFault
): FragmentLink[] {
	const fragments: FragmentLink[] = [];
	visit(tree, 'link', (node) => {
		const { line } = node.position!.start;
		const [, file = '', fragment = ''] = /^(?:\.\/)?([^/?#]+)(#.*)?$/.exec(node.url) ?? [];
		if (node.url.startsWith('#')) {
			// `#:~:text=…` leads to words, not to an id.
			if (!node.url.startsWith('#:~:')) fragments.push({ id: node.url.slice(1), line });
		} else if (isChapterFile(file)) {
			const slug = chapterSlug(file);
			if (!chapters.has(slug)) reportNoChapter(slug, line, report);
			node.url = `../${slug}/${fragment}`;
		} else if (/^https?:\/\/[^\s/?#[\]]/i.test(node.url)) {
			node.data = { hProperties: { rel: ['noopener', 'noreferrer'] } };
		} else if (!/^mailto:./i.test(node.url) && !node.url.startsWith('../')) {
			reportAddress(node.url, line, report);
		}
	});
	return fragments;
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
