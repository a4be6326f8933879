/** What an export says beside the annotations: where they live, and what they were made in. */
import type { Annotation, Place, Target } from '../annotation/annotation';
import { wellFormed } from './json';
import type { PositionsAndPreferences } from './postil-data';
import { resolveChapter, type ResolvedChapter } from '../text/resolve-chapter';
import type { Work } from '../text/work';

export interface ExportContext extends Partial<PositionsAndPreferences> {
	/** Of the file, for people. */
	title: string;
	/** When it is made: ISO 8601, UTC. */
	generated: string;
	/** Of the app, as `0.1.0`. */
	version: string;
	/** Address of the library, absolute, with its last slash: `https://example.org/book/`. */
	site: string;
	/** The works there are, in their order. */
	works: readonly Work[];
	/** Texts by edition: those kept, and those of today. An export takes the ones it needs. */
	texts: ReadonlyMap<string, string>;
	/** Where annotations stand today, by id, as far as anybody looked. */
	places: ReadonlyMap<string, Place>;
}

/** Address of the chapter that a target is in; of what another app marked, what that app said. */
export function chapterAddress(
	{ site, works }: ExportContext,
	target: Target,
	{ origin }: Annotation
): string {
	if (resolveChapter(target, works).chapterSummary === null && origin !== undefined) {
		if (/^https?:\/\/[^\s]+$/i.test(origin.address)) return origin.address;
		return `urn:postil:${encode(origin.title || 'unknown')}`;
	}
	return `${site}${encode(target.work)}/${encode(target.chapter)}/`;
}

/** Address of the paragraph that a mark begins in; of what is not in the library, as `chapterAddress`. */
export function passageAddress(
	about: ExportContext,
	target: Target,
	annotation: Annotation
): string {
	const address = chapterAddress(about, target, annotation);
	const [first] = target.blocks;
	return first === '' || !address.startsWith(about.site) ? address : `${address}#${encode(first)}`;
}

/** "XLIII. The Exile"; the slug of a chapter that is not there any more. */
export function chapterTitle({ chapter, chapterSummary }: ResolvedChapter): string {
	if (chapterSummary === null) return chapter;
	return chapterSummary.number
		? `${chapterSummary.number}. ${chapterSummary.title}`
		: chapterSummary.title;
}

/** Title and author of the work of an annotation, as far as they are known. */
export function workTitle(
	{ works }: ExportContext,
	{ work }: { work: string },
	origin?: Annotation['origin']
): { title: string; author: string } {
	const head = works.find(({ slug }) => slug === work);
	if (head) return { title: head.title, author: head.author };
	return { title: origin?.title || work, author: origin?.author ?? '' };
}

/** Safe in an address, also when it came with a file. */
function encode(part: string): string {
	return encodeURIComponent(wellFormed(part));
}
