/** What the parts of the reading page share. `make-reading-page.ts` makes it, once. */
import type { BarsVisibility } from './bars/bars-visibility.svelte';
import type { CurrentChapter } from './current-chapter';
import type { Overlays } from './overlays.svelte';
import type { PositionTracker } from './position/position-tracker.svelte';

export interface ReadingPage {
	readonly chapter: CurrentChapter;
	readonly bars: BarsVisibility;
	readonly overlays: Overlays;
	readonly position: PositionTracker;
}
