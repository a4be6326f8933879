/** A whole work of the reader's own, with its file. */
import type { OwnWork } from '$lib/core/own-works/own-work';
import type { OwnFile } from '$lib/storage/database';
import { BOOK_FILE, type WholeWork } from '$lib/storage/own-works/own-works';
import { ownChapter, ownWork, summariesOf } from '../../core/own-works/made';

/** A work of the chapters with these texts. */
export function wholeWork(
	slug: string,
	texts: readonly string[],
	rest?: Partial<OwnWork>
): WholeWork {
	const chapters = texts.map((text, index) => ownChapter(slug, `${index + 1}-c`, text));
	const file: OwnFile = { work: slug, path: BOOK_FILE, blob: new Blob([texts.join()]) };
	return {
		work: ownWork(slug, { chapters: summariesOf(chapters), ...rest }),
		chapters,
		files: [file]
	};
}
