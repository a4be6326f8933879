/** Makes what the parts of the reading page share. */
import type { App } from '$lib/state/app';
import { BarsVisibility } from './bars/bars-visibility.svelte';
import { CurrentChapter, type CurrentChapterSummary, type CurrentWork } from './current-chapter';
import { Overlays } from './overlays.svelte';
import { PositionTracker } from './position/position-tracker.svelte';
import type { ReadingPage } from './reading-page';

/** Each is given what it needs: none of them knows of all. */
export function makeReadingPage(
	{ readingPositions }: App,
	work: CurrentWork,
	summary: CurrentChapterSummary
): ReadingPage {
	const chapter = new CurrentChapter(work, summary);
	const bars = new BarsVisibility();
	const overlays = new Overlays();
	const position = new PositionTracker(readingPositions, { chapter, bars, overlays });
	return { chapter, bars, overlays, position };
}
