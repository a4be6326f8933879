/**
 * Copies in localStorage and sessionStorage of what must be known before the
 * first paint (dom/before-paint.inline.js reads them). Mirrors only: a browser
 * loses their last writes when it is killed, and may refuse them; the truth is
 * in the database.
 */
import { ownName } from '$lib/core/app/storage-names';
import type { ReadingPosition } from '$lib/core/reading/reading-position';

/** Ready to be set on the root element, without the code that made it. */
export interface AppearanceMirror {
	/** Of its `style`, as the whole text. */
	css: string;
	/** For `<meta name="theme-color">`; absent when the theme follows the system. */
	color?: string;
	/** Address of the font's style sheet; absent for the system's own. */
	font?: string;
}

/** A kept place, ready to be scrolled to without the code that found it. */
export interface PositionMirror {
	/** As the tree of its page counts it (`AnchorPoint`); `null` at the very top. */
	place: { block: string; at: number; top: number } | null;
	/** Px from the top of the screen to the block's, and the width and edition this holds for. */
	y: number;
	width: number;
	edition: string;
	/** Whether the bars had left: they are kept as they were, or the words on top would be others. */
	away: boolean;
	position: ReadingPosition;
}

function attempt(write: () => void): void {
	try {
		write();
	} catch (error) {
		// Full, or switched off by the reader: only the first paint is poorer.
		if (!(error instanceof DOMException)) throw error;
	}
}

/** Mirrors the appearance for every page of this site. */
export function saveAppearanceMirror(base: string, look: AppearanceMirror): void {
	attempt(() => localStorage.setItem(ownName(base, 'appearance'), JSON.stringify(look)));
}

/** Mirrors the place in the page at `path`: this tab's own, and the latest of all tabs. */
export function savePositionMirror(base: string, path: string, mirror: PositionMirror): void {
	const [key, value] = [positionKey(base, path), JSON.stringify(mirror)];
	attempt(() => sessionStorage.setItem(key, value));
	attempt(() => localStorage.setItem(key, value));
}

/**
 * The mirrored place in the page at `path`, `null` when there is none. `own`: this
 * tab was reloaded or came back, and so has a place that no other tab moves.
 */
export function readPositionMirror(
	base: string,
	path: string
): (PositionMirror & { own: boolean }) | null {
	const key = positionKey(base, path);
	const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
	try {
		const own = navigation?.type === 'navigate' ? null : sessionStorage.getItem(key);
		const kept = own ?? localStorage.getItem(key);
		return kept ? { ...(JSON.parse(kept) as PositionMirror), own: own !== null } : null;
	} catch {
		return null; // Switched off, or not what we wrote: the database has the truth.
	}
}

function positionKey(base: string, path: string): string {
	return ownName(base, `position:${path}`);
}
