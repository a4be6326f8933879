/**
 * Copies in localStorage and sessionStorage of what must be known before the first paint
 * (dom/inline/before-paint.inline.js reads them). They may lag or be missing: the truth is in the database.
 */
import { ownName } from '$lib/core/app/storage-names';
import type { FontFaceParts, LoadedFont } from '$lib/core/reading/font-files';
import { readReadingPosition, type ReadingPosition } from '$lib/core/reading/reading-position';
import { isReturning, readJsonItem, saveItem } from './web-storage';

/** Ready to be set on the root element, without the code that made it. */
export interface AppearanceMirror {
	/** The whole text of the root element's `style`. */
	css: string;
	/** For `<meta name="theme-color">`; absent when the theme follows the system. */
	color?: string;
	/** Address of the font's style sheet, and the faces in it (`FontFaceParts`); absent for the system's own. */
	font?: string;
	faces?: FontFaceParts[];
}

/** A reading position, ready to be scrolled to without the code that found it. */
export interface PositionMirror {
	/** As the tree of its page counts it (`AnchorPoint`); `null` at the very top. */
	place: { block: string; at: number; top: number } | null;
	/** Px from the top of the screen to the block's, and the width and edition this holds for. */
	y: number;
	width: number;
	edition: string;
	/** Whether the bars were away: they stay so, or other words would be at the top of the screen. */
	away: boolean;
	position: ReadingPosition;
}

/** Mirrors the appearance for every page of this site. */
export function saveAppearanceMirror(base: string, look: AppearanceMirror): void {
	saveItem('localStorage', ownName(base, 'appearance'), JSON.stringify(look));
}

/** The font of the mirrored appearance; `null` for the system's own. */
export function readFontMirror(base: string): LoadedFont | null {
	const { font, faces } = (readJsonItem('localStorage', ownName(base, 'appearance')) ??
		{}) as AppearanceMirror;
	return font && Array.isArray(faces) ? { sheet: font, faces } : null;
}

/** Mirrors the position in the page at `path`: this tab's own, and the latest of all tabs. */
export function savePositionMirror(base: string, path: string, mirror: PositionMirror): void {
	const [key, text] = [positionKey(base, path), JSON.stringify(mirror)];
	saveItem('sessionStorage', key, text);
	saveItem('localStorage', key, text);
}

/**
 * The mirrored position in the page at `path`, `null` when there is none. `own`: this tab was
 * reloaded or came back, and so has a position that no other tab moves.
 */
export function readPositionMirror(
	base: string,
	path: string
): (PositionMirror & { own: boolean }) | null {
	const key = positionKey(base, path);
	const own = isReturning() ? toMirror(readJsonItem('sessionStorage', key)) : null;
	const mirror = own ?? toMirror(readJsonItem('localStorage', key));
	return mirror && { ...mirror, own: own !== null };
}

function positionKey(base: string, path: string): string {
	return ownName(base, `position:${path}`);
}

// Px that a line can be from the top of the screen: more than any screen has.
const FARTHEST = 10_000;

/** What was read, when it can be used as a mirror: anybody may have written there. */
function toMirror(read: unknown): PositionMirror | null {
	const { place, position } = (read ?? {}) as PositionMirror;
	const { at, top } = place ?? { at: 0, top: 0 };
	const isPlace = Number.isSafeInteger(at) && at >= 0 && Math.abs(top) < FARTHEST;
	return isPlace && readReadingPosition(position) ? (read as PositionMirror) : null;
}
