/** Ten equals signs end a record of *My Clippings*, and many readers of it look for them anywhere. */

const RUN = /={10,}/g;
// Word joiner: nothing to be seen, and the run is none.
const HIDE = '\u2060';
const LONGEST = 9;
const HIDDEN = new RegExp(`(?<=={${LONGEST}})${HIDE}(?==)`, 'g');

/** A text with no run of signs that would end its record. */
export function hideEnds(text: string): string {
	return text.replace(RUN, (run) => run.replace(/={9}(?==)/g, `$&${HIDE}`));
}

/** What `hideEnds` was given. */
export function showEnds(text: string): string {
	return text.replace(HIDDEN, '');
}
