/** How the notebook says what a thing is and when it was made. */
import type { Entry } from '$lib/core/notebook/entry';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * ISO 8601 as `17 Nov 2026, 14:05`, in the reader's own time; as it is when it is no time.
 * By hand: a formatter of `Intl` takes a phone a tenth of a second to make.
 */
export function formatTime(iso: string): string {
	const time = new Date(iso);
	if (Number.isNaN(time.valueOf())) return iso;
	const date = `${time.getDate()} ${MONTHS[time.getMonth()]} ${time.getFullYear()}`;
	const clock = [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0'));
	return `${date}, ${clock.join(':')}`;
}

/** `Bookmark`, `Note`, `Yellow highlight`. The colour has a word too, for who cannot tell it. */
export function nameOf({ annotation, colour }: Entry): string {
	if (annotation.kind === 'bookmark') return 'Bookmark';
	const kind = annotation.kind === 'note' ? 'note' : 'highlight';
	return colour ? `${capital(colour)} ${kind}` : capital(kind);
}

export function capital(word: string): string {
	return word[0].toUpperCase() + word.slice(1);
}
