/** The tags of an annotation, as a reader writes them: words between commas. */

/** The tags in `typed`, each once, in their order: `letters, family` is two. A tag is one line without spaces around it. */
export function parseTags(typed: string): string[] {
	const tags = typed.split(',').map((tag) => tag.replace(/\s+/gu, ' ').trim());
	return [...new Set(tags)].filter((tag) => tag !== '');
}

/** Tags as `parseTags` reads them. */
export function formatTags(tags: readonly string[]): string {
	return tags.join(', ');
}

/** `tags` followed by those of `added` that are not among them. */
export function addTags(tags: readonly string[], added: readonly string[]): string[] {
	return [...new Set([...tags, ...added])];
}

/** `tags` without `removed`. */
export function removeTag(tags: readonly string[], removed: string): string[] {
	return tags.filter((tag) => tag !== removed);
}
