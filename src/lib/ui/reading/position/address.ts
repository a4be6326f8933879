/** What the address of the page asks for, beside the chapter. */

const MARK = /^#(mark|place|search)=(.+)/;

/** Whether it names a passage to stand at: an element of the page, or words of it. */
export function addressNamesPassage(): boolean {
	// Chromium tells of `:~:text=` only here.
	const [{ name, type }] = performance.getEntriesByType(
		'navigation'
	) as PerformanceNavigationTiming[];
	if (location.hash !== '') return !MARK.test(location.hash);
	return name.includes(':~:') || (type === 'navigate' && !hasJumped() && hasScrolledByItself());
}

/**
 * Whether the page stands elsewhere than our inline script has put it, by more than a change of
 * layout makes: Firefox and WebKit tell no script of `:~:text=`, but go there. (Or the reader has
 * scrolled already, and stays there too.)
 */
function hasScrolledByItself(): boolean {
	return Math.abs(window.scrollY - (window.restoredTo ?? 0)) > window.innerHeight / 2;
}

/**
 * Whether what it names is to be looked at, and not to be read on from: a mark, as the notebook's links
 * do, a hit of a search, a footnote, or what the reader followed a link of this page to.
 */
export function addressIsToShow(): boolean {
	const { hash } = location;
	return MARK.test(hash) || /^#note-/.test(hash) || (hash !== '' && hasJumped());
}

/**
 * Whether the reader has jumped within the page to where this entry of the browser's history stands. When
 * they enter its address again, Chromium keeps the entry and scrolls to what it showed: no words are named.
 */
function hasJumped(): boolean {
	return history.state?.departures?.length > 0;
}

export interface MarkInAddress {
	/** Of the mark; of a hit, which one. */
	id: string;
	/** What is to be done: a mark is shown or placed by hand, or a hit is shown. */
	wish: 'mark' | 'place' | 'search';
}

/** The mark or the hit that the address names; `null` when it names none. */
export function markInAddress(): MarkInAddress | null {
	const [, wish, id] = MARK.exec(location.hash) ?? [];
	return wish ? { id, wish: wish as MarkInAddress['wish'] } : null;
}
