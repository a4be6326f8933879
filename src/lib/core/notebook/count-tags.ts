/** The tags of entries, and how many entries have each. */
import { compareTexts } from '../annotation/canonical-json';
import { searchKey } from '../search/search-key';
import type { Entry } from './entry';

export interface TagCount {
	tag: string;
	count: number;
}

/** Every tag, in the order of the alphabet. */
export function countTags(entries: readonly Entry[]): TagCount[] {
	const counts = new Map<string, number>();
	for (const { tags } of entries) {
		for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
	}
	return [...counts]
		.map(([tag, count]) => ({ tag, count }))
		.sort((a, b) => compareTexts(searchKey(a.tag), searchKey(b.tag)) || compareTexts(a.tag, b.tag));
}
