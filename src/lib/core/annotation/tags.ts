/** The tags of an annotation, as a reader writes them: words between commas. */
import { LONGEST_TAG, MOST_TAGS } from './limits';

/**
 * The tags in `typed`, each once, in their order: `letters, family` is two. A tag is one line without spaces
 * around it. Of any length and number: what of them an annotation can hold, `addTags` says.
 */
export function parseTags(typed: string): string[] {
	const tags = typed.split(',').map((tag) => tag.replace(/\s+/gu, ' ').trim());
	return [...new Set(tags)].filter((tag) => tag !== '');
}

/** Tags as `parseTags` reads them. */
export function formatTags(tags: readonly string[]): string {
	return tags.join(', ');
}

/**
 * `tags` followed by those of `added` that are not among them, and those of `added` that an annotation
 * cannot hold as well (limits.ts): the ones that are too long, and the last of too many.
 */
export function addTags(
	tags: readonly string[],
	added: readonly string[]
): { tags: string[]; left: string[] } {
	const all = new Set(tags);
	const left: string[] = [];
	for (const tag of new Set(added)) {
		if (all.has(tag)) continue;
		if (tag.length <= LONGEST_TAG && all.size < MOST_TAGS) all.add(tag);
		else left.push(tag);
	}
	return { tags: [...all], left };
}

/** `tags` without `removed`. */
export function removeTag(tags: readonly string[], removed: string): string[] {
	return tags.filter((tag) => tag !== removed);
}
