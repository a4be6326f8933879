/** The reading position as it is saved, and the way back to it at the next visit. */
import type { AnchorPoint, ScrollAnchor } from '$lib/dom/scroll-anchor';
import type { ReadingPosition } from '$lib/core/reading/reading-position';
import type { ReadingPositions } from '$lib/state/reading/reading-positions.svelte';
import type { BarsVisibility } from '../bars/bars-visibility.svelte';
import type { CurrentChapter } from '../current-chapter';
import { describePoint, findOffset } from './position-in-text';

/** Px between the top of the screen and the line one comes back to. */
const GAP = 12;

interface Page {
	chapter: CurrentChapter;
	bars: BarsVisibility;
}

/** Where the reader is. */
interface Current {
	/** What stands on the top line; `null` at the very top of the page. */
	point: AnchorPoint | null;
	progress: number;
	paragraph: number;
}

/**
 * Saves where the reader is; resolves when it is on the disk.
 *
 * @throws StorageError when only the mirror has it, from which the page is restored before it is painted
 */
export function savePosition(
	positions: ReadingPositions,
	{ chapter, bars }: Page,
	{ point, progress, paragraph }: Current
): Promise<void> {
	const target = describePoint(point, chapter);
	return positions.save(pageAddress(), {
		place: point && { block: point.block.id, at: point.at, top: point.top },
		y: point?.block.getBoundingClientRect().top ?? 0,
		width: window.innerWidth,
		edition: chapter.summary.edition,
		away: bars.away,
		position: { v: 1, target, progress, paragraph, at: new Date().toISOString() }
	});
}

/** What tells this page from others: works of the reader's own share one path. */
function pageAddress(): string {
	return location.pathname + location.search;
}

/**
 * Goes to the saved position, and has `anchor` hold it; stays where it is when the reader has
 * scrolled meanwhile.
 *
 * @returns the position that was saved; `false` when there was none, `null` when that cannot be known now
 */
export async function goToSavedPosition(
	positions: ReadingPositions,
	{ chapter, bars }: Page,
	anchor: ScrollAnchor
): Promise<ReadingPosition | false | null> {
	const { work, summary } = chapter;
	const scrolled = window.scrollY;
	const mirror = positions.mirrorOf(pageAddress());
	const saved = await positions.latest(work.slug, summary.slug, mirror);
	if (!saved) return saved === null ? false : null;
	const block = mirror?.place && document.getElementById(mirror.place.block);
	if (Math.abs(window.scrollY - scrolled) > 1) {
		// By more than a rounded pixel: the reader moved on.
	} else if (saved.target.start === 0) {
		window.scrollTo({ top: 0, behavior: 'instant' });
	} else if (block && mirror.edition === summary.edition && saved === mirror.position) {
		// Where the inline script has been, this moves nothing; it makes the anchor hold that point.
		if (mirror.away) bars.leave();
		anchor.goTo({ ...mirror.place!, block });
	} else {
		bars.leave();
		const found = chapter.map.rawAt(await findOffset(saved, chapter));
		if (found) anchor.goTo({ ...found, top: GAP });
	}
	return saved;
}
