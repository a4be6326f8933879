import { chapterAddress, workAddress } from '$lib/core/text/addresses';
import type { Work } from '$lib/core/text/work';

/** Where a work is entered: at its contents; one of one chapter needs none on the way to it. */
export function entranceOf(base: string, { slug, chapters }: Work): string {
	return chapters.length === 1
		? chapterAddress(base, slug, chapters[0].slug)
		: workAddress(base, slug);
}
