import type { Root } from 'mdast';
import type { ChapterText } from '$lib/core/text/chapter-text';
import { editionOf } from '$lib/core/text/edition';
import { assignBlockIds } from '../article/block-ids';
import { renderArticle } from '../article/render-article';
import { removeSpaceBeforeFootnotes } from './footnote-spacing';

// Every browser, worker and Node version has it, but the types of ECMAScript alone do not.
declare const structuredClone: <T>(value: T) => T;

/** The text, blocks and edition of a chapter's tree, which stays as it is. `language` is BCP 47. */
export function textOfTree(tree: Root, language: string): ChapterText & { edition: string } {
	const copy = structuredClone(tree);
	removeSpaceBeforeFootnotes(copy);
	const { text, blocks } = assignBlockIds(renderArticle(copy, language));
	return { text, blocks, edition: editionOf(text) };
}
