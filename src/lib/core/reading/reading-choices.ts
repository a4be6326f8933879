/** The reader's choices about the reading page that are not about how it looks. */

export interface ReadingChoices {
	/** Whether single letters are keyboard shortcuts (`h`, `n`, `j`, …). */
	keys: boolean;
	/** Whether screen readers announce everything that was done; failures are always announced. */
	announcements: boolean;
	/** Whether it is counted how long they read on which day. */
	time: boolean;
	/** Where on the web words are looked up (`webSearchFor` of core/search judges it); empty: nowhere. */
	webSearch: string;
}

export const DEFAULT_READING_CHOICES: ReadingChoices = {
	keys: true,
	announcements: true,
	time: true,
	webSearch: ''
};

/** The choices from whatever was stored, by this or another build: what is missing gets its default. */
export function readReadingChoices(stored: unknown): ReadingChoices {
	const given = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<
		Record<keyof ReadingChoices, unknown>
	>;
	const { keys, announcements, time, webSearch } = given;
	return {
		keys: keys !== false,
		announcements: announcements !== false,
		time: time !== false,
		webSearch: typeof webSearch === 'string' ? webSearch : ''
	};
}
