/** The names of the six colours, as they are written on the screen. */
import type { Colour } from '$lib/core/annotation/annotation';

/** `Yellow` for `yellow`. */
export function colourName(colour: Colour): string {
	return colour[0].toUpperCase() + colour.slice(1);
}
