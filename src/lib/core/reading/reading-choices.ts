/** How the reading page answers: the choices that are not about its looks. */

export interface ReadingChoices {
	/** Whether single letters do something (`h`, `n`, `j`, …). */
	keys: boolean;
	/** Whether screen readers are told of all that was done; what failed is always said. */
	announcements: boolean;
}

export const DEFAULT_READING_CHOICES: ReadingChoices = { keys: true, announcements: true };

/** The choices from whatever was stored, by us or by an older or newer build: what is missing takes its default. */
export function readReadingChoices(stored: unknown): ReadingChoices {
	const given = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<
		Record<keyof ReadingChoices, unknown>
	>;
	return { keys: given.keys !== false, announcements: given.announcements !== false };
}
