/** The stamps in one annotation, and those of what is written to it next. */
import type { Annotation, Clock } from './annotation';
import { clockAfter, compareClocks, deviceOf, isClock } from './clock';

/** The latest stamp in an annotation; `null` when there is none. */
export function latestClock({ fields, targets }: Annotation): Clock | null {
	let latest: Clock | null = null;
	for (const at of [...Object.values(fields), ...targets].map((written) => written?.at)) {
		if (at !== undefined && isClock(at) && (latest === null || at > latest)) latest = at;
	}
	return latest;
}

/**
 * The stamp of an edit of `annotation` that is made at `at`: that, or the next one after the latest in
 * the annotation when that is not later, since another device's clock was far ahead. So an edit wins
 * over all that it was made upon, in whatever order the two are merged, though this device's clock does
 * not follow the other one.
 */
export function clockForEdit(annotation: Annotation, at: Clock): Clock {
	const latest = latestClock(annotation);
	return latest !== null && compareClocks(latest, at) >= 0 ? clockAfter(latest, deviceOf(at)) : at;
}
