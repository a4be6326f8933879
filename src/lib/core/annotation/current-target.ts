/** Which of an annotation's targets counts. */
import type { Annotation, Target } from './annotation';

/**
 * The target that counts: the newest one placed by hand, else the one it was made at. A tombstone
 * has none, and gives `undefined`: who may meet one asks for it with `?.`.
 */
export function currentTarget({ targets }: Annotation): Target {
	return targets[targets.length - 1];
}
