/** How far one is with a work: by what was read of it, or as the reader says. */
import { formatMinutes } from '../reading/reading-time';
import type { WorkProgress } from '../reading/progress';

export type WorkStatus = 'reading' | 'new' | 'done';

/** What the reader said of a work. */
export interface MarkedStatus {
	/** False: it is not done, although it was read to its end, or was said to be. */
	done: boolean;
	/** When, ISO 8601: of two devices the later word counts. */
	at: string;
}

/** By the slugs of works. */
export type MarkedStatuses = Readonly<Record<string, MarkedStatus>>;

/** The key of the preference that has them: a backup contains it. */
export const WORK_STATUS = 'work-status';

/**
 * The status of a work. What the reader said counts, and reading on does not change that it is done; a
 * work that is not done is done again when its end is read after that.
 */
export function statusOf({
	progress,
	marked
}: {
	progress: WorkProgress | null;
	marked: MarkedStatus | null;
}): WorkStatus {
	if (marked?.done) return 'done';
	if (!progress) return 'new';
	const isRead = progress.minutesLeft === 0 && !(marked && progress.at <= marked.at);
	return isRead ? 'done' : 'reading';
}

/** Statuses from whatever was stored, by anybody: what is none is left out. */
export function readStatuses(stored: unknown): MarkedStatuses {
	if (typeof stored !== 'object' || stored === null) return {};
	return Object.fromEntries(
		Object.entries(stored as Record<string, unknown>).flatMap(([slug, status]) => {
			const { done, at } = (status ?? {}) as Partial<Record<keyof MarkedStatus, unknown>>;
			const isOne = typeof done === 'boolean' && typeof at === 'string' && isTime(at);
			return isOne ? [[slug, { done, at }]] : [];
		})
	);
}

/** As `Date` writes it: only then the later one is the greater text. */
function isTime(text: string): boolean {
	const time = Date.parse(text);
	return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

/** Both, with the later word on each work: the same in any order, any number of times. */
export function mergeStatuses(mine: MarkedStatuses, theirs: MarkedStatuses): MarkedStatuses {
	const merged: Record<string, MarkedStatus> = { ...mine };
	for (const [slug, status] of Object.entries(theirs)) {
		const here = merged[slug];
		const isLater = !here || status.at > here.at || (status.at === here.at && status.done);
		if (isLater) merged[slug] = status;
	}
	return merged;
}

/** `statuses` with the reader's word on one work, which is later than all on it before, whatever the clock says. */
export function withStatus(
	statuses: MarkedStatuses,
	slug: string,
	{ done, now }: { done: boolean; now: Date }
): MarkedStatuses {
	const before = statuses[slug] ? Date.parse(statuses[slug].at) : -Infinity;
	const at = new Date(Math.max(now.getTime(), before + 1)).toISOString();
	return { ...statuses, [slug]: { done, at } };
}

/** What is told of a work that is not new: “43 % read · 12 min left”. */
export function progressText(progress: WorkProgress | null, status: WorkStatus): string {
	if (status === 'done' || !progress) return 'Done';
	const { share, minutesLeft } = progress;
	const left = minutesLeft > 0 ? `${formatMinutes(minutesLeft)} left` : 'at the end';
	return `${Math.floor(share * 100)} % read · ${left}`;
}
