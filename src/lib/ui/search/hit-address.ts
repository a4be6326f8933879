import type { ChapterName } from '$lib/core/text/work';
import { chapterAddress } from '$lib/core/text/addresses';

/**
 * The address of a chapter that shows a hit of the search which this tab made last.
 *
 * @param base the base path
 * @param hit its first or last one, or the one that begins at this offset of the text
 */
export function addressOfHit(
	base: string,
	{ work, chapter }: ChapterName,
	hit: 'first' | 'last' | number
): string {
	return `${chapterAddress(base, work, chapter)}#search=${hit}`;
}
