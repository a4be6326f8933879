import { join } from 'node:path';
import type { PageLink } from '$lib/content/markdown/links';
import { faultReporter, type ContentFault } from '$lib/content/publishing/faults';
import type { WorkWithChapters } from './work';

/** Reports links between pages that lead nowhere: to a work, a chapter or an element that is not there. */
export function checkPageLinks(
	works: readonly WorkWithChapters[],
	folder: string,
	faults: ContentFault[]
): void {
	for (const work of works) {
		for (const { slug, links } of work.chapters) {
			const report = faultReporter(faults, join(folder, work.slug, `${slug}.md`));
			for (const link of links) {
				const missing = missingOf(link, work.slug, works);
				if (missing === null) continue;
				report(
					link.line,
					`a link leads to ${link.url}, ${missing}`,
					'Write the file name of a chapter (44-next.md, ../other-work/1-a.md), and #p12 for a block in it.'
				);
			}
		}
	}
}

/** What is not there of what a link leads to; `null` when all of it is. */
function missingOf(
	{ work, chapter, id }: PageLink,
	own: string,
	works: readonly WorkWithChapters[]
): string | null {
	const found = works.find(({ slug }) => slug === (work ?? own));
	if (!found) return 'which is no work here';
	const page = found.chapters.find(({ slug }) => slug === chapter);
	if (chapter !== null && !page) return 'which is no chapter there';
	return id === '' || page?.html.includes(` id="${id}"`)
		? null
		: `where nothing has the id “${id}”`;
}
