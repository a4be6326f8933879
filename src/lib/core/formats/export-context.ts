/** What an export needs besides the annotations, and what it says of where they were made. */
import type { Annotation, Place, Target } from '../annotation/annotation';
import { wellFormed } from './json';
import type { PositionsAndPreferences } from './postil-data';
import { chapterAddress as addressInSite, workAddress } from '../text/addresses';
import { resolveChapter, type ResolvedChapter } from '../text/resolve-chapter';
import type { Work } from '../text/work';

/** Of positions and preferences only a backup has any. */
export interface ExportContext extends Partial<PositionsAndPreferences> {
	/** The title of the file, for people. */
	title: string;
	/** When the file is made: ISO 8601, UTC. */
	generated: string;
	/** The version of the app, such as `0.1.0`. */
	version: string;
	/** The address of the library, absolute and with its last slash: `https://example.org/book/`. */
	site: string;
	/** All works of the library, in their order. */
	works: readonly Work[];
	/** Kept texts and today's texts, by edition. A format takes those that it needs. */
	texts: ReadonlyMap<string, string>;
	/** Where annotations stand today, by id, as far as they were placed. */
	places: ReadonlyMap<string, Place>;
}

/**
 * The address of the chapter that a target is in. For a mark of another app whose chapter is not in the
 * library it is the address that the app gave, or else a URN of the title.
 */
export function chapterAddress(
	{ site, works }: ExportContext,
	target: Target,
	{ origin }: Annotation
): string {
	if (resolveChapter(target, works).chapterSummary === null && origin !== undefined) {
		if (/^https?:\/\/[^\s]+$/i.test(origin.address)) return origin.address;
		return `urn:postil:${encode(origin.title || 'unknown')}`;
	}
	return addressInSite(withoutSlash(site), encode(target.work), encode(target.chapter));
}

/** The address of a work's contents. */
export function addressOfWork({ site }: Pick<ExportContext, 'site'>, slug: string): string {
	return workAddress(withoutSlash(site), slug);
}

function withoutSlash(site: string): string {
	return site.replace(/\/$/, '');
}

/** The address of the paragraph that a target begins in; for what is not in the library, as `chapterAddress`. */
export function passageAddress(
	context: ExportContext,
	target: Target,
	annotation: Annotation
): string {
	const address = chapterAddress(context, target, annotation);
	const [first] = target.blocks;
	return first === '' || !address.startsWith(context.site)
		? address
		: `${address}#${encode(first)}`;
}

/** The title of a chapter with its number, "XLIII. The Exile"; the slug when it is not in the library. */
export function chapterTitle({ chapter, chapterSummary }: ResolvedChapter): string {
	if (chapterSummary === null) return chapter;
	return chapterSummary.number
		? `${chapterSummary.number}. ${chapterSummary.title}`
		: chapterSummary.title;
}

/** The title and the author of a work; of one that is not in the library, as `origin` has them. */
export function titleAndAuthor(
	{ works }: ExportContext,
	{ work }: { work: string },
	origin?: Annotation['origin']
): { title: string; author: string } {
	const head = works.find(({ slug }) => slug === work);
	if (head) return { title: head.title, author: head.author };
	return { title: origin?.title || work, author: origin?.author ?? '' };
}

/** `part` so that it can stand in an address, also when it came with a file. */
function encode(part: string): string {
	return encodeURIComponent(wellFormed(part));
}
