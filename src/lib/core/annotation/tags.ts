/** The tags of an annotation, as a reader writes them: words between commas. */
import { firstLetters, LONGEST_TAG, MOST_TAGS } from './limits';

/**
 * The tags in `typed`, each once, in their order: `letters, family` is two. A tag is one line without spaces
 * around it, and ends where one that is too long has to (limits.ts); of too many the last ones are left out.
 */
export function parseTags(typed: string): string[] {
	const tags = typed.split(',').map((tag) => tag.replace(/\s+/gu, ' ').trim());
	const fitting = tags.map((tag) => firstLetters(tag, LONGEST_TAG).trimEnd());
	return [...new Set(fitting)].filter((tag) => tag !== '').slice(0, MOST_TAGS);
}

/** Tags as `parseTags` reads them. */
export function formatTags(tags: readonly string[]): string {
	return tags.join(', ');
}

/** `tags` followed by those of `added` that are not among them, as many as there can be. */
export function addTags(tags: readonly string[], added: readonly string[]): string[] {
	return [...new Set([...tags, ...added])].slice(0, Math.max(MOST_TAGS, tags.length));
}

/** `tags` without `removed`. */
export function removeTag(tags: readonly string[], removed: string): string[] {
	return tags.filter((tag) => tag !== removed);
}
