import { visit } from 'unist-util-visit';
import type { Book } from '../book';

/** The book whose chapters have other slugs, `slugs[i]` for `chapters[i]`; its links, in place, lead there. */
export function renameChapters(book: Book, slugs: readonly string[]): Book {
	const renamed = new Map(book.chapters.map(({ slug }, index) => [slug, slugs[index]]));
	for (const { tree } of book.chapters)
		visit(tree, 'link', (link) => {
			const [, slug, rest] = /^([a-z0-9-]+)(\.md(?:#.*)?)$/.exec(link.url) ?? [];
			if (renamed.has(slug)) link.url = renamed.get(slug)! + rest;
		});
	const chapters = book.chapters.map((chapter, index) => ({ ...chapter, slug: slugs[index] }));
	return { ...book, chapters };
}
