/** How the reader left the notebook (filter, order, scroll offset), so that Back shows it the same. */
import { ownName } from '$lib/core/app/storage-names';
import { COLOURS, type Colour, type Kind } from '$lib/core/annotation/annotation';
import type { Filter } from '$lib/core/notebook/filter-entries';
import { isSearchOptions } from '$lib/core/search/query';
import type { SortOrder } from '$lib/core/notebook/sort-entries';
import { isReturning, readJsonItem, saveItem } from '$lib/storage/web-storage';

export interface NotebookView {
	filter: Filter;
	order: SortOrder;
	/** Px scrolled. */
	y: number;
}

const ORDERS: readonly unknown[] = ['text', 'newest', 'oldest'] satisfies SortOrder[];

const KINDS: readonly unknown[] = ['highlight', 'note', 'bookmark'] satisfies Kind[];

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
	const { kind, colours, tags, work, words, options } = (value ?? {}) as Record<
		keyof Filter,
		unknown
	>;
	const isText = (one: unknown) => typeof one === 'string';
	const isListOf = (list: unknown, isSound: (one: unknown) => boolean) =>
		Array.isArray(list) && list.every(isSound);
	return (
		(kind === null || KINDS.includes(kind)) &&
		(work === null || isText(work)) &&
		isText(words) &&
		isListOf(colours, (one) => COLOURS.includes(one as Colour)) &&
		isListOf(tags, isText) &&
		isSearchOptions(options)
	);
}
