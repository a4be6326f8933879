/** How the reader left the notebook (filter, order, scroll offset), so that Back shows it the same. */
import { ownName } from '$lib/core/app/storage-names';
import type { Filter } from '$lib/core/notebook/filter-entries';
import type { SortOrder } from '$lib/core/notebook/sort-entries';
import { isReturning, readJsonItem, saveItem } from '$lib/storage/web-storage';

export interface NotebookView {
	filter: Filter;
	order: SortOrder;
	/** Px scrolled. */
	y: number;
}

const ORDERS: readonly unknown[] = ['text', 'newest', 'oldest'] satisfies SortOrder[];

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
	const { filter, order, y } = (read ?? {}) as Record<keyof NotebookView, unknown>;
	const isView = ORDERS.includes(order) && Number.isFinite(y) && isFilter(filter);
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
