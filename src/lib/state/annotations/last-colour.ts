/** The colour that was given last, to whichever annotation. Loaded where colours are offered. */
import type { Annotation, Colour } from '$lib/core/annotation/annotation';
import { compareClocks } from '$lib/core/annotation/clock';
import { DEFAULT_COLOUR } from '$lib/core/annotation/shown-colour';

/** The colour used last in `annotations`; the default one when none has a colour. */
export function lastColour(annotations: readonly Annotation[]): Colour {
	const used = annotations.flatMap(({ fields }) => fields.colour ?? []);
	const latest = used.reduce<(typeof used)[0] | null>(
		(last, next) => (last && compareClocks(last.at, next.at) > 0 ? last : next),
		null
	);
	return latest?.value ?? DEFAULT_COLOUR;
}
