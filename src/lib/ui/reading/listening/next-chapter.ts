/** The way from one chapter to the next while one listens: what goes along stands in the address. */
import { readSleepTimer, writeSleepTimer, type SleepTimer } from '$lib/core/listening/sleep-timer';
import { LISTEN_HASH } from '../input/add-buttons';

/** Goes to the next chapter, which is another document, to listen on there; `false` when there is none. */
export function goToNextChapter(timer: SleepTimer | null): boolean {
	const link = document.querySelector<HTMLAnchorElement>('.neighbours a[rel="next"]');
	if (!link) return false;
	location.assign(link.href + LISTEN_HASH + (timer ? writeSleepTimer(timer) : ''));
	return true;
}

/**
 * The sleep timer that came along from the chapter before, `null` when there is none. The address says from
 * then on nothing of listening: a reload is not meant to begin anew.
 */
export function takeTimer(): SleepTimer | null {
	const { hash, pathname, search } = location;
	if (!hash.startsWith(LISTEN_HASH)) return null;
	history.replaceState(history.state, '', pathname + search);
	return readSleepTimer(hash.slice(LISTEN_HASH.length));
}
