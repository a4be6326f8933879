/** One annotation as the notebook lists it. */
import type { Annotation, Colour, Place, Target } from '../annotation/annotation';
import { currentTarget } from '../annotation/current-target';
import { isLoose } from '../annotation/loose-note';
import { shownColour } from '../annotation/shown-colour';
import { isOwnWork } from '../text/addresses';
import { worksIn, type ReadingOrder } from '../text/reading-order';
import { chapterKey } from '../text/work';

/** How sure it is where an annotation stands in today's text. */
export type EntryStatus =
	/** It stands where it was put. Also while nobody has looked yet. */
	| 'placed'
	/** A passage was found; the reader should say whether it is the right one. */
	| 'review'
	/** Its passage is not in today's text. */
	| 'unplaced'
	/** Its chapter is not on this site any more. */
	| 'chapter-gone'
	/** Its work, one of the reader's own, is not on this device: its file can be opened. */
	| 'work-missing'
	/** One of the three before `work-missing`, which the reader left as it is: a loose note. */
	| 'loose';

export interface Entry {
	id: string;
	annotation: Annotation;
	/** The target that counts: the newest one placed by hand, else where the annotation was made. */
	target: Target;
	quote: string;
	/** Empty when there is none. */
	note: string;
	/** The one it was given; `null` when it has none. */
	colour: Colour | null;
	/** The one it is seen in; `null` for bookmarks, and notes without one. */
	shownColour: Colour | null;
	tags: readonly string[];
	status: EntryStatus;
	/** Number of its chapter in the reading order; `Infinity` when the library does not have it. */
	chapterIndex: number;
	/** Offset in the chapter: in today's text when it is known, else in the text it was made in. */
	start: number;
}

/**
 * @param place where it stands today; `null` when nobody has looked
 * @param works slugs of the works that are here, as `worksIn` gives them
 */
export function toEntry(
	annotation: Annotation,
	place: Place | null,
	order: ReadingOrder,
	works?: ReadonlySet<string>
): Entry {
	const target = currentTarget(annotation);
	const { note, colour, tags } = annotation.fields;
	const chapterIndex = order.get(chapterKey(target));
	return {
		id: annotation.id,
		annotation,
		target,
		quote: target.quote.exact,
		note: note?.value.trim() ?? '',
		colour: annotation.kind === 'bookmark' ? null : (colour?.value ?? null),
		shownColour: shownColour(annotation),
		tags: tags?.value ?? [],
		status: statusOf(
			annotation,
			place,
			missingOf(target, chapterIndex, () => works ?? worksIn(order))
		),
		chapterIndex: chapterIndex ?? Infinity,
		start: place?.range?.start ?? target.start
	};
}

type Missing = Extract<EntryStatus, 'chapter-gone' | 'work-missing'>;

/** What of a target is not here; `null` when its chapter is. */
function missingOf(
	{ work }: Target,
	chapterIndex: number | undefined,
	worksHere: () => ReadonlySet<string>
): Missing | null {
	if (chapterIndex !== undefined) return null;
	return isOwnWork(work) && !worksHere().has(work) ? 'work-missing' : 'chapter-gone';
}

function statusOf(
	annotation: Annotation,
	place: Place | null,
	missing: Missing | null
): EntryStatus {
	const level = missing ?? place?.level ?? 'exact';
	if (level === 'exact' || level === 'high') return 'placed';
	if (level === 'work-missing') return level; // It is placed again once the file is opened.
	return isLoose(annotation) ? 'loose' : level;
}

/** Whether the reader has to decide what becomes of an entry. */
export function needsReview({ status }: Entry): boolean {
	return status === 'review' || status === 'unplaced' || status === 'chapter-gone';
}
