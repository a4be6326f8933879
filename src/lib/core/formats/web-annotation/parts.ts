/** Lists within web annotations: several bodies, several targets, collections in pages. */
import { isObject, joinPath, type JsonObject } from '../json';
import { MAX_DEPTH } from '../limits';

// Sets of resources of the model (www.w3.org/TR/annotation-model/#sets-of-bodies-and-targets).
const SETS = ['Choice', 'Composite', 'List', 'Independents'];

/** The bodies or targets of an annotation, one by one: a set stands for its items, a list within a list for its own. */
export function partsOf(value: unknown): unknown[] {
	if (value === undefined) return [];
	return [value].flat(MAX_DEPTH).flatMap((part): unknown[] => {
		const isSet = isObject(part) && typesOf(part).some((type) => SETS.includes(type));
		const items = isSet ? (part.items ?? part.members ?? part.item) : undefined;
		return items === undefined ? [part] : [items].flat(MAX_DEPTH);
	});
}

/** Annotations that are in a file, each with its path; and how many are not, if that is known. */
export interface Collected {
	items: { path: string; item: unknown }[];
	/** Of each list that goes on outside of the file, where that is said, and how many are missing. */
	elsewhere: { path: string; count?: number }[];
}

const LISTS = ['AnnotationPage', 'AnnotationCollection', 'AnnotationSet', 'BasicContainer'];

/** All annotations of a list, a page, or a collection, through the pages that are in the file. */
export function collectItems(json: unknown, path = ''): Collected {
	if (Array.isArray(json)) return collectList(json, path);
	const found: Collected = { items: [], elsewhere: [] };
	if (!isObject(json)) return found;
	const own = Array.isArray(json.items) ? collectList(json.items, joinPath(path, 'items')) : found;
	const pages = ['first', 'next'].map((name) => ({ name, page: json[name] }));
	const inside = pages
		.filter(({ page }) => isObject(page) && Array.isArray(page.items))
		.map(({ name, page }) => collectItems(page, joinPath(path, name)));
	const all = [own, ...inside];
	found.items = all.flatMap(({ items }) => items);
	found.elsewhere = all.flatMap(({ elsewhere }) => elsewhere);
	return withMissing(found, json, path);
}

function collectList(list: readonly unknown[], path: string): Collected {
	const parts = list.map((item, index) => {
		const at = joinPath(path, index);
		const isList = isObject(item) && typesOf(item).some((type) => LISTS.includes(type));
		return isList ? collectItems(item, at) : { items: [{ path: at, item }], elsewhere: [] };
	});
	return {
		items: parts.flatMap(({ items }) => items),
		elsewhere: parts.flatMap(({ elsewhere }) => elsewhere)
	};
}

/** Adds what a collection says that it has and the file has not: by its number, or by the address of a next page. */
function withMissing(found: Collected, json: JsonObject, path: string): Collected {
	const missing = typeof json.total === 'number' ? json.total - found.items.length : null;
	if (missing !== null) {
		// One number for all of it, instead of the pages that go on.
		return { ...found, elsewhere: missing > 0 ? [{ path, count: missing }] : [] };
	}
	if (typeof json.next !== 'string' || json.next === '') return found;
	return { ...found, elsewhere: [...found.elsewhere, { path: joinPath(path, 'next') }] };
}

function typesOf(value: JsonObject): string[] {
	return [value.type ?? value['@type']].flat().filter((type) => typeof type === 'string');
}
