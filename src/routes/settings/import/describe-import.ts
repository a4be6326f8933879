/** What an import brought, in words. */
import type { LastImport } from '$lib/core/importing/last-import';
import { count } from '$lib/ui/kit/count';

/** `1 book, 5 new marks, 2 changed`. */
export function describeImport({ added, changed, removed, works = [] }: LastImport): string {
	const parts = [
		{ number: works.length, words: count(works.length, 'book') },
		{ number: added, words: count(added, 'new mark') },
		{ number: changed, words: `${changed.toLocaleString('en')} changed` },
		{ number: removed, words: `${removed.toLocaleString('en')} deleted` }
	].filter(({ number }) => number > 0);
	return parts.map(({ words }) => words).join(', ') || 'no new marks';
}
