/** What the notebook calls an entry, and how it writes a time. */
import type { Kind } from '$lib/core/annotation/annotation';
import type { Entry } from '$lib/core/notebook/entry';

const KINDS: Record<Kind, string> = { highlight: 'Highlight', note: 'Note', bookmark: 'Bookmark' };
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * A time in ISO 8601 as `17 Nov 2026, 14:05`, in the reader's time zone; what is no time is given
 * back. Made by hand, since `Intl` takes a phone a tenth of a second to make a formatter.
 */
export function formatTime(iso: string): string {
	const time = new Date(iso);
	if (Number.isNaN(time.valueOf())) return iso;
	const date = `${time.getDate()} ${MONTHS[time.getMonth()]} ${time.getFullYear()}`;
	const clock = [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0'));
	return `${date}, ${clock.join(':')}`;
}

/** `Bookmark`, `Note`, `Highlight, yellow`. The colour is a word too, for readers who cannot tell it by sight. */
export function entryLabel({ annotation, shownColour }: Entry): string {
	const kind = KINDS[annotation.kind];
	return shownColour ? `${kind}, ${shownColour}` : kind;
}
