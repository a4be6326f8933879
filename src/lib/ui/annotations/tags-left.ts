import { LONGEST_TAG, MOST_TAGS } from '$lib/core/annotation/limits';

/** What a reader is told of the tags that were not added and still stand in the field; empty when there are none. */
export function tagsLeftText(left: readonly string[]): string {
	if (left.length === 0) return '';
	return left.some(({ length }) => length > LONGEST_TAG)
		? `A tag has at most ${LONGEST_TAG} letters: these were not added.`
		: `A mark has at most ${MOST_TAGS} tags: these do not fit.`;
}
