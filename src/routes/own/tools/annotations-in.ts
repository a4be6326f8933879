import type { Annotation } from '$lib/core/annotation/annotation';
import { currentTarget } from '$lib/core/annotation/current-target';

/** Those of `annotations` that stand in a work, by their newest target. */
export function annotationsIn(annotations: readonly Annotation[], work: string): Annotation[] {
	return annotations.filter((one) => currentTarget(one)?.work === work);
}
