/** The colours of web annotations: Readium's apps write them as words (readium.org/annotations). */
import { COLOURS, type Colour } from '../../annotation/annotation';

/** The colour that a body's `color` names; `null` for one that Postil has no word for. */
export function colourOf(color: string): Colour | null {
	const word = color.toLowerCase();
	return COLOURS.find((colour) => colour === word) ?? null;
}
