/** The tags that a reader may mean while they type one. */
import type { Annotation } from '../annotation/annotation';
import { queryKey, searchKey } from '../search/search-key';

/** More would hide the mark that they are for. */
const MOST = 6;

/**
 * Tags of `annotations` that hold what is typed, at most six: first those that begin with it, then those
 * used more often. Before anything is typed, those used most.
 *
 * @param taken those that the mark has already
 */
export function suggestTags(
	annotations: readonly Annotation[],
	typed: string,
	taken: readonly string[]
): string[] {
	const counts = new Map<string, number>();
	for (const { fields } of annotations)
		for (const tag of fields.tags?.value ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
	const key = queryKey(typed);
	return [...counts]
		.map(([tag, count]) => ({ tag, count, at: searchKey(tag).indexOf(key) }))
		.filter(({ tag, at }) => at >= 0 && !taken.includes(tag))
		.sort(
			(a, b) => Number(a.at > 0) - Number(b.at > 0) || b.count - a.count || (a.tag < b.tag ? -1 : 1)
		)
		.slice(0, MOST)
		.map(({ tag }) => tag);
}
