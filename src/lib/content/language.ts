import type { Direction } from '$lib/core/text/work';

// Scripts written from right to left, by their ISO 15924 codes.
const RIGHT_TO_LEFT = new Set(
	'Adlm Arab Armi Avst Hebr Mand Nkoo Phnx Rohg Samr Syrc Thaa Yezi'.split(' ')
);

/**
 * `tag` as BCP 47 writes it (`en-gb` gives `en-GB`); `null` when it is none. A
 * language's name ("english") has a tag's form, but no language has a code of
 * more than three letters.
 */
export function canonicalLanguage(tag: string): string | null {
	try {
		const [canonical] = Intl.getCanonicalLocales(tag);
		return /^[a-z]{2,3}(-|$)/.test(canonical) ? canonical : null;
	} catch (error) {
		if (error instanceof RangeError) return null; // not a tag at all
		throw error;
	}
}

/** The way a language runs in the script it is most often (or, by its tag, expressly) written in. */
export function directionOf(language: string): Direction {
	const { script } = new Intl.Locale(language).maximize();
	return script && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}
