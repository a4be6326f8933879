/** What the list looked like when the reader left it for a passage, so that Back finds it again. */
import type { Sort } from '$lib/core/notebook/entries';
import type { Filter } from '$lib/core/notebook/filter';
import { ownName } from '$lib/core/app/storage-names';

export interface View {
	filter: Filter;
	sort: Sort;
	/** Px scrolled. */
	y: number;
}

/** Keeps the view for this tab. */
export function keepView(base: string, view: View): void {
	try {
		sessionStorage.setItem(ownName(base, 'notebook'), JSON.stringify(view));
	} catch (error) {
		// Full, or switched off: the list then begins at its top.
		if (!(error instanceof DOMException)) throw error;
	}
}

/** The view this tab left and now comes back to; `null` when it comes anew. */
export function keptView(base: string): View | null {
	const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
	if (navigation?.type === 'navigate') return null;
	try {
		const kept = sessionStorage.getItem(ownName(base, 'notebook'));
		return kept ? (JSON.parse(kept) as View) : null;
	} catch {
		return null; // Switched off, or not what we wrote.
	}
}
