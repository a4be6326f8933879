/** The voices of a device, as far as a text in one language needs them. */

/** As the browser tells of it. */
export interface Voice {
	/** Its `voiceURI`, which names it. */
	uri: string;
	name: string;
	/** As the device writes it: `en-GB`, also `en_us` or `eng-US-f000`. */
	language: string;
	/** Speaks without a network. */
	isOffline: boolean;
	/** The device would take it by itself. */
	isDefault: boolean;
}

interface LanguageAndRegion {
	language: string;
	region: string | null;
}

/** The language and the region of a tag, in any of the ways devices write them; `null` when it says none. */
function read(tag: string): LanguageAndRegion | null {
	const [language, ...more] = tag.split(/[-_]/);
	// Two letters or figures by which a country is named; another subtag may stand before them.
	const region = more.find((part) => /^([a-z]{2}|\d{3})$/i.test(part)) ?? null;
	try {
		// Three letters become two where there are two: `eng` is `en`.
		return {
			language: new Intl.Locale(language).language ?? language,
			region: region?.toUpperCase() ?? null
		};
	} catch {
		return null; // RangeError: no tag of a language
	}
}

/** The language of a tag, without region and script: `en` of `en-GB`, `en_us` and `eng-US-f000`. */
export function languageOf(tag: string): string {
	return read(tag)?.language ?? tag;
}

/**
 * The voices that speak the language of a text, the best first: those that need no network, then those
 * of its region, then the device's own choice. `[]`: the device has none.
 */
export function voicesFor(language: string, voices: readonly Voice[]): Voice[] {
	const wanted = read(language);
	const rank = (voice: Voice) =>
		Number(voice.isOffline) * 4 +
		Number(wanted?.region !== null && read(voice.language)?.region === wanted?.region) * 2 +
		Number(voice.isDefault);
	return voices
		.filter((voice) => wanted && read(voice.language)?.language === wanted.language)
		.toSorted((a, b) => rank(b) - rank(a));
}

/** The voice that reads a text: the one chosen for its language, else the best; `null` when there is none. */
export function voiceFor(
	language: string,
	voices: readonly Voice[],
	chosen: Readonly<Record<string, string>>
): Voice | null {
	const possible = voicesFor(language, voices);
	const uri = chosen[languageOf(language)];
	return possible.find((voice) => voice.uri === uri) ?? possible[0] ?? null;
}
