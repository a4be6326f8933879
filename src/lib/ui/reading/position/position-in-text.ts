/** A reading position and today's text: described when it is saved, found again when one comes back. */
import { loadModule, MissingScriptError } from '$lib/core/app/missing-script';
import type { Target } from '$lib/core/annotation/annotation';
import { describe } from '$lib/core/annotation/describe';
import type { ReadingPosition } from '$lib/core/reading/reading-position';
import type { AnchorPoint } from '$lib/dom/scroll-anchor';
import type { CurrentChapter } from '../current-chapter';

/** Units of text that a position quotes: enough to be unique, short enough to survive corrections. */
const QUOTED = 160;

/** The text that begins at a point of the page; of the chapter's beginning for `null`. */
export function describePoint(point: AnchorPoint | null, { map, now }: CurrentChapter): Target {
	const { text } = map;
	const start = point ? map.offsetAt(point.block, point.at) : 0;
	const end = Math.min(start + QUOTED, text.length);
	return describe(text, { start: Math.min(start, end - 1), end }, now);
}

/**
 * The offset of today's text at which a saved position stands; by its share of the text when its
 * words are gone, or what finds them cannot be fetched.
 */
export async function findOffset(
	{ target, progress }: ReadingPosition,
	{ map, summary }: CurrentChapter
): Promise<number> {
	const { edition } = summary;
	if (target.edition === edition) return target.start;
	const { text } = map;
	try {
		const { placeAll } = await loadModule(() => import('$lib/core/anchoring/place-all'));
		const [{ range }] = placeAll({ edition, text }, [target], new Map());
		if (range) return range.start;
	} catch (error) {
		if (!(error instanceof MissingScriptError)) throw error;
	}
	return Math.floor(progress * (text.length - 1));
}
