/** Takes a passage out of a mark. Not in the class of all marks, which every page loads. */
import type { Edit } from '$lib/core/annotation/edit';
import type { PlacedMark } from '$lib/core/annotation/passage-marks';
import type { TextRange } from '$lib/core/text/range';
import { subtract } from '$lib/core/text/subtract';
import type { Annotations, ChapterEdition } from './annotations.svelte';

/**
 * Takes `passage` out of a mark of the open `chapter`, as one step. The mark keeps what stands before
 * it, or behind it if there is nothing before; of two parts the second becomes a mark of the same look
 * and tags. Without anything left, the mark is deleted.
 */
export function unmarkPassage(
	annotations: Annotations,
	{ annotation: { id, fields }, range }: Pick<PlacedMark, 'annotation' | 'range'>,
	passage: TextRange,
	chapter: ChapterEdition
): void {
	const [first, second] = subtract(chapter.text, range, passage);
	if (!first) return annotations.remove(id);
	const edits: Edit[] = [{ id, target: annotations.describe(first, chapter) }];
	if (second) {
		const made = annotations.blank('highlight', second, chapter);
		const { colour, style, tags } = fields;
		const changes = {
			...(colour && { colour: colour.value }),
			...(style && { style: style.value }),
			...(tags && { tags: tags.value })
		};
		edits.push({ id: made.id, made, changes });
	}
	annotations.perform('Removal', edits);
}
