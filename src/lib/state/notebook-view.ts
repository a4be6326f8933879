/** What the notebook looked like when the reader left it for a passage, so that Back finds it again. */
import { ownName } from '$lib/core/app/storage-names';
import type { Sort } from '$lib/core/notebook/entries';
import type { Filter } from '$lib/core/notebook/filter';
import { isReturning, readJsonItem, saveItem } from '$lib/storage/web-storage';

export interface NotebookView {
	filter: Filter;
	sort: Sort;
	/** Px scrolled. */
	y: number;
}

const SORTS: readonly unknown[] = ['text', 'newest', 'oldest'] satisfies Sort[];

/** Saves the view for this tab. */
export function saveNotebookView(base: string, view: NotebookView): void {
	saveItem('sessionStorage', keyOf(base), JSON.stringify(view));
}

/** The view that this tab left and now comes back to; `null` when it comes anew. */
export function readNotebookView(base: string): NotebookView | null {
	return isReturning() ? toView(readJsonItem('sessionStorage', keyOf(base))) : null;
}

function keyOf(base: string): string {
	return ownName(base, 'notebook');
}

/** What was read, if it is a view. */
function toView(read: unknown): NotebookView | null {
	const { filter, sort, y } = (read ?? {}) as Record<keyof NotebookView, unknown>;
	const isView = SORTS.includes(sort) && Number.isFinite(y) && isFilter(filter);
	return isView ? (read as NotebookView) : null;
}

function isFilter(value: unknown): boolean {
	const { kind, colours, tags, work, words } = (value ?? {}) as Record<keyof Filter, unknown>;
	const isNullOrText = (one: unknown) => one === null || typeof one === 'string';
	return (
		[kind, work].every(isNullOrText) &&
		typeof words === 'string' &&
		[colours, tags].every((all) => Array.isArray(all) && all.every(isNullOrText))
	);
}
