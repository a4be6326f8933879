/** How a reader likes to be read to. */

export interface ListeningChoices {
	/** As `SpeechSynthesisUtterance.rate`: 1 is the voice's own. */
	rate: number;
	/** By language (`en`), the `voiceURI` of the voice that reads it. */
	voices: Readonly<Record<string, string>>;
}

/** The speeds one can choose from. */
export const RATES: readonly number[] = [0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];

export const DEFAULT_LISTENING_CHOICES: ListeningChoices = { rate: 1, voices: {} };

/** The choices from whatever was stored, by this or another build: what is missing or absurd gets its default. */
export function readListeningChoices(stored: unknown): ListeningChoices {
	const { rate, voices } = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<
		Record<keyof ListeningChoices, unknown>
	>;
	return {
		rate: typeof rate === 'number' && RATES.includes(rate) ? rate : 1,
		voices: Object.fromEntries(
			Object.entries(typeof voices === 'object' && voices !== null ? voices : {}).filter(
				(entry): entry is [string, string] => typeof entry[1] === 'string'
			)
		)
	};
}
