/** What the address of the page asks for, beside the chapter. */

const MARK = /^#(mark|place)=(.+)/;

/** Whether it names a passage to read at: an element of the page, or words of it. */
export function addressNamesPassage(): boolean {
	// Chromium tells of `:~:text=` only here.
	const [{ name }] = performance.getEntriesByType('navigation');
	return (location.hash !== '' && !addressNamesMark()) || name.includes(':~:');
}

/** Whether it names a mark, as the notebook's links do: to be looked at, not to be read on from. */
export function addressNamesMark(): boolean {
	return MARK.test(location.hash);
}

export interface MarkInAddress {
	id: string;
	/** It is to be placed by hand (`#place=`), and not only shown. */
	isToPlace: boolean;
}

/** The mark that the address names; `null` when it names none. */
export function markInAddress(): MarkInAddress | null {
	const [, wish, id] = MARK.exec(location.hash) ?? [];
	return wish ? { id, isToPlace: wish === 'place' } : null;
}
