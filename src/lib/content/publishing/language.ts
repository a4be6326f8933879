/** What a work's language tag (BCP 47) tells. */
import type { Direction } from '$lib/core/text/work';

// Scripts that are written from right to left, by their ISO 15924 codes.
const RIGHT_TO_LEFT = new Set(
	'Adlm Arab Armi Avst Hebr Mand Nkoo Phnx Rohg Samr Syrc Thaa Yezi'.split(' ')
);

/**
 * `tag` in the spelling of BCP 47 (`en-gb` gives `en-GB`); `null` when it is no
 * language tag. "english" could be one by its form, but no language has a code
 * of more than three letters, so it is refused.
 */
export function canonicalLanguage(tag: string): string | null {
	try {
		const [canonical] = Intl.getCanonicalLocales(tag);
		return /^[a-z]{2,3}(-|$)/.test(canonical) ? canonical : null;
	} catch (error) {
		if (error instanceof RangeError) return null; // not even the form of a tag
		throw error;
	}
}

/** The direction of the script that the tag names, or else of the one its language is mostly written in. */
export function directionOf(language: string): Direction {
	const { script } = new Intl.Locale(language).maximize();
	return script && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}
