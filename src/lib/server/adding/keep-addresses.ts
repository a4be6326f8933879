/** A newer file of a book keeps the addresses of its chapters: readers' marks are stored under them. */
import type { Book } from '$lib/content/books/book';
import { renameChapters } from '$lib/content/books/chapters/rename-chapters';
import { textOfTree } from '$lib/content/markdown/text-of-tree';
import { chapterOrder } from '$lib/content/publishing/addresses';
import { matchChapters } from '$lib/core/anchoring/match-chapters';
import { editionOf } from '$lib/core/text/edition';

/** A book with the addresses of the one before, and the chapters for which the order did not let it. */
export interface KeptAddresses {
	book: Book;
	/** Slugs, before and now. */
	moved: [before: string, now: string][];
}

/** The book whose chapters have the slugs that they have in `published`, as far as the order lets them. */
export function keepAddresses(
	book: Book,
	published: readonly { slug: string; text: string }[]
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

/** By its slug in the book, the published chapter that it is, as the works of readers' own are compared. */
function sameChapters(
	book: Book,
	published: readonly { slug: string; text: string }[]
): Map<string, string> {
	const withEdition = (slug: string, text: string) => ({ slug, text, edition: editionOf(text) });
	const matches = matchChapters(
		published.map(({ slug, text }) => withEdition(slug, text)),
		book.chapters.map(({ slug, tree }) => withEdition(slug, textOfTree(tree, book.language).text))
	);
	return new Map(
		book.chapters.flatMap(({ slug }, index): [string, string][] => {
			const match = matches[index];
			return match ? [[slug, match.slug]] : [];
		})
	);
}
