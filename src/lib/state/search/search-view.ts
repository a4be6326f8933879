/** What the reader searched last in this tab, so that it stands there again wherever they search next. */
import { ownName } from '$lib/core/app/storage-names';
import { isSearchOptions, NO_OPTIONS } from '$lib/core/search/query';
import type { Scope, SearchRequest } from '$lib/core/search/search-request';
import { readJsonItem, saveItem } from '$lib/storage/web-storage';

const SCOPES: readonly unknown[] = ['chapter', 'work', 'everything'] satisfies Scope[];
const NOTHING: SearchRequest = { words: '', options: NO_OPTIONS, scope: 'chapter' };

/** Saves a search for this tab, as long as that is open. Nothing is saved where the browser lets nothing. */
export function saveSearch(base: string, request: SearchRequest): void {
	saveItem('sessionStorage', keyOf(base), JSON.stringify(request));
}

/** What was saved; an empty search of the chapter when nothing was. */
export function readSearch(base: string): SearchRequest {
	const read = readJsonItem('sessionStorage', keyOf(base));
	return isRequest(read) ? read : NOTHING;
}

function keyOf(base: string): string {
	return ownName(base, 'search');
}

function isRequest(value: unknown): value is SearchRequest {
	const { words, options, scope } = (value ?? {}) as Record<keyof SearchRequest, unknown>;
	return typeof words === 'string' && SCOPES.includes(scope) && isSearchOptions(options);
}
