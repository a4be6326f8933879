/** Works that the reader opened from files of their own: plain records, as they are stored. */
import { OWN_PREFIX } from '../text/addresses';
import type { Block } from '../text/chapter-text';
import { sha256Hex } from '../text/edition';
import type { ChapterSummary, Work } from '../text/work';

export interface OwnChapterSummary extends ChapterSummary {
	/** How deep it stands in the contents; 1 is outermost. */
	level: number;
	edition: string;
	/** How many numbered paragraphs it has. */
	paragraphs: number;
	/** Its page does without `ui/styles/elements.css`. */
	plain: boolean;
}

/** A work without its texts. `slug` names it on every device: see `ownWorkSlug`. */
export interface OwnWork extends Work {
	v: 1;
	chapters: OwnChapterSummary[];
	/** What the file is, in words: “EPUB 3”. */
	format: string;
	/** The name of the file, by which it is given back. */
	fileName: string;
	/** Bytes that its texts, its pictures and its file take, about. */
	size: number;
	/** The path of the cover's picture among its files; `null` without one. */
	cover: string | null;
	/** When it was first opened, and when last a file of it was: ISO 8601. */
	added: string;
	updated: string;
	/** When it was removed, and only its marks were kept: then this record is all that there is of it. */
	removed?: string;
}

/** A chapter as it is stored: its article, and its text as searches and marks need it. */
export interface OwnChapter {
	/** Slug of its work. */
	work: string;
	slug: string;
	edition: string;
	text: string;
	blocks: Block[];
	/** The inside of its article: `ArticleNode[]` as JSON. */
	article: string;
}

const SLUG_LENGTH = 16; // hex digits: no two books of a reader will ever share them

/**
 * The slug of a work: the same on every device, and in every version of its file.
 *
 * @param identifier what the file says names the book; `null` when it says nothing
 */
export function ownWorkSlug({
	identifier,
	title,
	author
}: {
	identifier: string | null;
	title: string;
	author: string;
}): string {
	const name = identifier?.trim() || JSON.stringify([title.trim(), author.trim()]);
	return OWN_PREFIX + sha256Hex(name).slice(0, SLUG_LENGTH);
}
