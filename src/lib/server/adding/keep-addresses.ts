/** A newer file of a book keeps the addresses of its chapters: readers' marks are stored under them. */
import type { Book } from '$lib/content/books/book';
import { renameChapters } from '$lib/content/books/chapters/rename-chapters';
import { textOfTree } from '$lib/content/markdown/text-of-tree';
import { chapterOrder } from '$lib/content/publishing/addresses';
import type { ChapterText } from '$lib/core/text/chapter-text';

const ENOUGH = 0.5; // share of a chapter's blocks that another has too, to be the same chapter

/** A book with the addresses of the one before, and the chapters for which the order did not let it. */
export interface KeptAddresses {
	book: Book;
	/** Slugs, before and now. */
	moved: [before: string, now: string][];
}

/** The book whose chapters have the slugs that they have in `published`, as far as the order lets them. */
export function keepAddresses(
	book: Book,
	published: readonly ({ slug: string } & ChapterText)[]
): KeptAddresses {
	const same = sameChapters(book, published);
	const all = book.chapters.map(({ slug }) => same.get(slug) ?? slug);
	const slugs = isInOrder(all)
		? all
		: book.chapters.map(({ slug }) => {
				const old = same.get(slug);
				return old !== undefined && chapterOrder(old) === chapterOrder(slug) ? old : slug;
			});
	const moved = book.chapters.flatMap(({ slug }, index): [string, string][] => {
		const old = same.get(slug);
		return old === undefined || old === slugs[index] ? [] : [[old, slugs[index]]];
	});
	return { book: renameChapters(book, slugs), moved };
}

function isInOrder(slugs: readonly string[]): boolean {
	return slugs.every(
		(slug, index) => index === 0 || chapterOrder(slugs[index - 1])! < chapterOrder(slug)!
	);
}

/** By its slug in the book, the published chapter that has most of its blocks. */
function sameChapters(
	book: Book,
	published: readonly ({ slug: string } & ChapterText)[]
): Map<string, string> {
	const withBlock = new Map<string, string[]>();
	for (const { slug, text, blocks } of published)
		for (const block of new Set(blocks.map(({ start, end }) => text.slice(start, end))))
			withBlock.set(block, [...(withBlock.get(block) ?? []), slug]);
	const taken = new Set<string>();
	const same = new Map<string, string>();
	for (const { slug, tree } of book.chapters) {
		const { text, blocks } = textOfTree(tree, book.language);
		const shared = new Map<string, number>();
		for (const { start, end } of blocks)
			for (const old of withBlock.get(text.slice(start, end)) ?? [])
				shared.set(old, (shared.get(old) ?? 0) + 1);
		const [most] = [...shared].filter(([old]) => !taken.has(old)).sort((a, b) => b[1] - a[1]);
		if (!most || most[1] < blocks.length * ENOUGH) continue;
		taken.add(most[0]);
		same.set(slug, most[0]);
	}
	return same;
}
