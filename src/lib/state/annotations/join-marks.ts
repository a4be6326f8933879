/** Several marks become one. Not in the class of all marks, which every page loads. */
import { joinedFields } from '$lib/core/annotation/joined-fields';
import type { PlacedMark } from '$lib/core/annotation/passage-marks';
import type { Annotations, ChapterEdition } from './annotations.svelte';

/**
 * Makes one mark of several of the open `chapter`, as one step: the first given gets the passages of
 * all, from the first word to the last, and what all of them say; the others are deleted.
 */
export function joinMarks(
	annotations: Annotations,
	marks: readonly Pick<PlacedMark, 'annotation' | 'range'>[],
	chapter: ChapterEdition
): void {
	const [{ annotation: one }, ...others] = marks;
	const inOrder = [...marks].sort((a, b) => a.range.start - b.range.start);
	const range = {
		start: inOrder[0].range.start,
		end: Math.max(...marks.map(({ range }) => range.end))
	};
	annotations.perform('Merge', [
		{
			id: one.id,
			changes: joinedFields(inOrder.map(({ annotation }) => annotation)),
			target: annotations.describe(range, chapter)
		},
		...others.map(({ annotation: { id } }) => ({ id, deleted: true }))
	]);
}
