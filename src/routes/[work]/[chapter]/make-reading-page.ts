/** Makes what the parts of the reading page share. */
import type { App } from '$lib/state/app';
import { BarsVisibility } from './bars/bars-visibility.svelte';
import { OpenChapter, type OpenChapterSummary, type OpenWork } from './open-chapter';
import { Overlays } from './overlays.svelte';
import { PositionTracker } from './position/position-tracker.svelte';
import type { ReadingPage } from './reading-page';

/** Each is given what it needs: none of them knows of all. */
export function makeReadingPage(
	{ readingPositions }: App,
	work: OpenWork,
	summary: OpenChapterSummary
): ReadingPage {
	const chapter = new OpenChapter(work, summary);
	const bars = new BarsVisibility();
	const overlays = new Overlays();
	const position = new PositionTracker(readingPositions, { chapter, bars, overlays });
	return { chapter, bars, overlays, position };
}
