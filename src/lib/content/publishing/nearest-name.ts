import { closestMatch } from 'leven';

// With more letters wrong, a word of five letters could be meant to be any other.
const MAX_DISTANCE = 2;

/** The one of `known` that `name` was most likely meant to be, by Levenshtein distance; `null` when none is near. */
export function nearestName<K extends string>(name: string, known: readonly K[]): K | null {
	const nearest = closestMatch(name.toLowerCase(), known, { maxDistance: MAX_DISTANCE });
	return (nearest as K | undefined) ?? null;
}
