/** The colours of other apps in the six words of ours. */
import { COLOURS, type Colour } from '../../annotation/annotation';

// Hues in degrees at which ours stand, as highlights of other apps show them; red is nearest to pink.
const HUES: readonly [Colour, number][] = [
	['pink', -15],
	['orange', 30],
	['yellow', 52],
	['green', 120],
	['blue', 208],
	['purple', 275],
	['pink', 345]
];

/** Words that apps have and we do not. */
const WORDS: Readonly<Record<string, Colour>> = {
	red: 'pink',
	magenta: 'pink',
	rose: 'pink',
	gold: 'yellow',
	brown: 'orange',
	lime: 'green',
	olive: 'green',
	teal: 'green',
	cyan: 'blue',
	aqua: 'blue',
	violet: 'purple',
	lavender: 'purple'
};

// Below this share of colour a number is a grey.
const LEAST_SATURATION = 0.12;

/**
 * The colour that a word names, or the nearest to a number: `#eb9694`, `rgb(235, 150, 148)`, `0xeb9694` as
 * a whole number. `null` for greys, and for what names none.
 */
export function colourOf(value: unknown): Colour | null {
	if (typeof value === 'number') return nearest([value >> 16, value >> 8, value]);
	if (typeof value !== 'string') return null;
	const word = value.trim().toLowerCase();
	const known = COLOURS.find((colour) => colour === word);
	if (known) return known;
	if (Object.hasOwn(WORDS, word)) return WORDS[word];
	const hex = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})(?:[\da-f]{2})?$/.exec(word);
	if (hex) return nearest(hex.slice(1, 4).map((digits) => parseInt(digits, 16)));
	const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(word);
	if (short) return nearest(short.slice(1, 4).map((digit) => parseInt(digit + digit, 16)));
	const rgb = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/.exec(word);
	return rgb && nearest(rgb.slice(1, 4).map(Number));
}

function nearest(channels: readonly number[]): Colour | null {
	const [red, green, blue] = channels.map((channel) => channel & 255);
	const most = Math.max(red, green, blue);
	const range = most - Math.min(red, green, blue);
	if (range < LEAST_SATURATION * 255) return null;
	const sixth =
		most === red
			? (green - blue) / range
			: most === green
				? 2 + (blue - red) / range
				: 4 + (red - green) / range;
	const hue = ((sixth + 6) % 6) * 60;
	return [...HUES].sort(([, a], [, b]) => Math.abs(a - hue) - Math.abs(b - hue))[0][0];
}
