import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from './faults';

/** A link to a place in its own chapter. */
export interface Fragment {
	/** The id it leads to. */
	id: string;
	line: number;
}

/**
 * Makes each link's address one that works from the chapter's page, in place:
 * `44-next.md` becomes `../44-next/`. `chapters` are the slugs of the work.
 * Reports addresses that would lead nowhere or run code; gives the links
 * within the chapter, to be checked when its ids are known.
 */
export function placeLinks(tree: Root, chapters: ReadonlySet<string>, report: Report): Fragment[] {
	const fragments: Fragment[] = [];
	visit(tree, 'link', (node) => {
		const { line } = node.position!.start;
		const chapter = /^(?:\.\/)?([^/?#]+)\.md(#.*)?$/.exec(node.url);
		if (node.url.startsWith('#')) {
			// `#:~:text=…` leads to words, not to an id.
			if (!node.url.startsWith('#:~:')) fragments.push({ id: node.url.slice(1), line });
		} else if (chapter) {
			const [, slug, fragment = ''] = chapter;
			if (!chapters.has(slug)) reportNoChapter(slug, line, report);
			node.url = `../${slug}/${fragment}`;
		} else if (/^https?:\/\//i.test(node.url)) {
			node.data = { hProperties: { rel: ['noopener', 'noreferrer'] } };
		} else if (!/^mailto:./i.test(node.url) && !node.url.startsWith('../')) {
			reportAddress(node.url, line, report);
		}
	});
	return fragments;
}

/** Reports the links among `fragments` whose id is not in the chapter. */
export function checkFragments(
	fragments: readonly Fragment[],
	ids: ReadonlySet<string>,
	report: Report
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

function reportNoChapter(slug: string, line: number, report: Report): void {
	report(
		line,
		`a link leads to ${slug}.md, which is not in this work’s folder`,
		'Write the file name of one of its chapters.'
	);
}

function reportAddress(url: string, line: number, report: Report): void {
	report(
		line,
		url === '' ? 'a link has no address' : `a link cannot lead to “${url}”`,
		'Write https://…, mailto:…, a chapter’s file name (44-next.md) or a block (#p12).'
	);
}
