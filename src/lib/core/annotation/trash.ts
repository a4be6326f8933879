/** How long a deleted annotation can be restored. */
import type { Annotation, Clock } from './annotation';

/** Days for which a deleted annotation can be restored. After them its content is removed. */
export const TRASH_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000; // ms
const TRASH_TIME = TRASH_DAYS * DAY;
/** A deletion that seems older than this may be that of a clock that was set wrong. */
const CREDIBLE_TIME = 2 * TRASH_TIME;
/** So long a clock has to go on saying what is hard to believe. */
const DOUBT_TIME = DAY;

/**
 * What a device knows of a deletion, by its own clock: the clocks of other devices say nothing of how
 * long it was kept here. It stays on the device.
 */
export interface SeenDeletion {
	/** Of the annotation. */
	id: string;
	/** The stamp of the deletion that was seen; an annotation may be deleted again. */
	deleted: Clock;
	/** When this device first saw it, in ms since 1970. */
	firstSeen: number;
	/** Since when the clock says that this was in the future, or very long ago, in ms since 1970. */
	doubtedSince?: number;
}

/** What is to be done about a deletion. */
export interface TrashDecision {
	/** What is known of it from now on; the very record that was known when that is the same. */
	seen: SeenDeletion;
	/** Whether its content has to go. */
	isExpired: boolean;
}

/**
 * Whether the content of a deleted annotation has to go: 30 days after this device first saw that it
 * is deleted. A clock that was set ahead by mistake empties no trash at once, and one that was ahead
 * before keeps nothing for ever: what is hard to believe is believed when it was so for a day.
 *
 * @param known what this device knew of it; `null` for nothing
 * @param now milliseconds since 1970
 */
export function decideOnDeletion(
	{ id, fields }: Annotation,
	known: SeenDeletion | null,
	now: number
): TrashDecision {
	const deleted = fields.deleted!.at;
	const fresh = { id, deleted, firstSeen: now };
	if (known?.deleted !== deleted) return { seen: fresh, isExpired: false };
	const { firstSeen, doubtedSince } = known;
	const age = now - firstSeen;
	if (age >= 0 && age <= CREDIBLE_TIME) {
		const seen = doubtedSince === undefined ? known : { id, deleted, firstSeen };
		return { seen, isExpired: age > TRASH_TIME };
	}
	const since = doubtedSince !== undefined && doubtedSince <= now ? doubtedSince : now;
	if (now - since < DOUBT_TIME) {
		const seen = since === doubtedSince ? known : { ...known, doubtedSince: since };
		return { seen, isExpired: false };
	}
	return age < 0 ? { seen: fresh, isExpired: false } : { seen: known, isExpired: true };
}
