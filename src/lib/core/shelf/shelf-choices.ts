/** How the reader wants the shelf, and the tags that they gave to works. */
import { addTags } from '../annotation/tags';

const SORT_ORDERS = ['recent', 'title', 'author', 'added'] as const;
export type ShelfOrder = (typeof SORT_ORDERS)[number];
const VIEWS = ['list', 'grid'] as const;
export type ShelfView = (typeof VIEWS)[number];

/** What of the shelf is stored. */
export interface ShelfChoices {
	/** By what was read last, by title, by author, or by what was added last. */
	order: ShelfOrder;
	view: ShelfView;
}

export const DEFAULT_SHELF: ShelfChoices = { order: 'recent', view: 'list' };

/** Tags of works, by their slugs. */
export type WorkTags = Readonly<Record<string, readonly string[]>>;

/** What is stored, checked: it may come out of a backup that anybody wrote. */
export function readShelfChoices(stored: unknown): ShelfChoices {
	const { order, view } = (stored ?? {}) as Partial<Record<keyof ShelfChoices, never>>;
	return {
		order: SORT_ORDERS.find((one) => one === order) ?? DEFAULT_SHELF.order,
		view: VIEWS.find((one) => one === view) ?? DEFAULT_SHELF.view
	};
}

/** As `readShelfChoices`: of what is no list of tags, and of what a work cannot have, nothing is left. */
export function readWorkTags(stored: unknown): WorkTags {
	if (typeof stored !== 'object' || stored === null) return {};
	return Object.fromEntries(
		Object.entries(stored as Record<string, unknown>).flatMap(([slug, tags]) => {
			if (!Array.isArray(tags)) return [];
			const words = tags.filter((tag): tag is string => typeof tag === 'string' && tag !== '');
			return [[slug, addTags([], words).tags]];
		})
	);
}
