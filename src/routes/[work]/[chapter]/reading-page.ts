/** What the parts of the reading page share. `make-reading-page.ts` makes it, once. */
import type { Annotations } from '$lib/state/annotations/annotations.svelte';
import { createContext } from 'svelte';
import type { BarsVisibility } from './bars/bars-visibility.svelte';
import type { Bookmarks } from './marking/bookmarks.svelte';
import type { ChapterMarks } from './marking/chapter-marks.svelte';
import type { Notices } from './marking/notices.svelte';
import type { OpenChapter } from './open-chapter';
import type { Overlays } from './overlays.svelte';
import type { JumpHistory } from './position/jump-history.svelte';
import type { PositionTracker } from './position/position-tracker.svelte';

export interface ReadingPage {
	/** All that the reader made, in every work. */
	readonly annotations: Annotations;
	readonly chapter: OpenChapter;
	readonly bars: BarsVisibility;
	readonly overlays: Overlays;
	readonly notices: Notices;
	readonly position: PositionTracker;
	readonly jumps: JumpHistory;
	readonly marks: ChapterMarks;
	readonly bookmarks: Bookmarks;
}

/** For what the page fetches on demand: `MarkingLayer.svelte` sets it. */
export const [getReadingPage, setReadingPage] = createContext<ReadingPage>();
