/** The way back to the page one came from. */

/**
 * Goes back to the last page before this one, past what this page itself added to the history; `false`
 * when the browser does not know of one, or it is not of this origin: then nothing happens. Which page
 * that is, the browser does not tell a site that sends no referrer.
 */
export function returnToPage(): boolean {
	const { navigation } = window as { navigation?: Navigation };
	const now = navigation?.currentEntry;
	if (!navigation || !now) return false;
	// Those of this origin alone, and without a gap: the last is what *Back* leads to.
	const before = navigation.entries().slice(0, now.index);
	const last = before.findLast(({ sameDocument }) => !sameDocument);
	if (!last) return false;
	navigation.traverseTo(last.key);
	return true;
}
