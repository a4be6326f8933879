/** The faces we bring along: a style sheet each, fetched only when chosen. */
import atkinson from './fonts/atkinson.css?url';
import literata from './fonts/literata.css?url';
import opendyslexic from './fonts/opendyslexic.css?url';
import sourceSerif from './fonts/source-serif.css?url';
import type { Font } from '$lib/core/reading/fonts';

const SHEETS: Partial<Record<Font, string>> = {
	atkinson,
	literata,
	opendyslexic,
	'source-serif': sourceSerif
};

/** Address of a face's style sheet; `undefined` for the system's own. */
export function fontStylesheet(font: Font): string | undefined {
	return SHEETS[font];
}
