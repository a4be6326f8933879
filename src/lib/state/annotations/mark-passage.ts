/** Marks a passage of the open chapter: one passage, one mark. Not in the class of all marks, which every page loads. */
import type { Colour } from '$lib/core/annotation/annotation';
import { markOfSameWords, marksToJoin, type PlacedMark } from '$lib/core/annotation/passage-marks';
import type { TextRange } from '$lib/core/text/range';
import type { Annotations, ChapterEdition } from './annotations.svelte';
import { joinMarks } from './join-marks';

/** Where marks are made. */
export interface MarkedChapter {
	annotations: Annotations;
	chapter: ChapterEdition;
	/** The marks of the chapter, without bookmarks, as they are when it is asked. */
	marks: () => readonly PlacedMark[];
}

/** What was done, and the id of the mark that the passage has now. */
export interface Marked {
	id: string;
	done: 'made' | 'recoloured' | 'joined' | 'nothing';
}

/**
 * Gives a passage a colour. The mark of the same words is recoloured; a new one becomes one with those
 * of the same look that it overlaps or touches, which is a step of its own: undone, both are there.
 */
export function markPassage(passage: TextRange, colour: Colour, where: MarkedChapter): Marked {
	const { annotations, chapter } = where;
	const there = markOfSameWords(passage, where.marks())?.annotation;
	const isSame = there?.fields.colour?.value === colour;
	if (there) annotations.change(there.id, { colour });
	const id = there?.id ?? annotations.create('highlight', passage, chapter, { colour });
	const joined = joinAround(id, where, 'oldest');
	if (joined) return { id: joined, done: 'joined' };
	return { id, done: isSame ? 'nothing' : there ? 'recoloured' : 'made' };
}

/**
 * Makes one of a mark and those of the same look that overlap or touch it. Gives the id of the one
 * that stays, the oldest or the given one itself; `null` when there was nothing to join.
 */
export function joinAround(
	id: string,
	{ annotations, chapter, marks }: MarkedChapter,
	stays: 'oldest' | 'itself'
): string | null {
	const all = marks();
	const mark = all.find(({ annotation }) => annotation.id === id);
	const others = mark ? marksToJoin(mark, all, chapter.text) : [];
	if (!mark || others.length === 0) return null;
	// Of two of the same moment the one that was there before.
	const joined = stays === 'oldest' ? [...others, mark].sort(byAge) : [mark, ...others];
	joinMarks(annotations, joined, chapter);
	return joined[0].annotation.id;
}

function byAge({ annotation: a }: PlacedMark, { annotation: b }: PlacedMark): number {
	return a.created < b.created ? -1 : Number(a.created > b.created);
}
