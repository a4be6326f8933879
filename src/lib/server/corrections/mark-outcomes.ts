/** What a correction would do to a mark on each sentence of the old text, by what places marks on the page. */
import type { Target } from '$lib/core/annotation/annotation';
import { describe } from '$lib/core/annotation/describe';
import { placeAll } from '$lib/core/anchoring/place-all';
import type { ChapterText } from '$lib/core/text/chapter-text';
import { sentencesOf } from '$lib/core/text/sentences';

/** A chapter as it was published, or is to be. */
export interface ChapterEdition extends ChapterText {
	slug: string;
	edition: string;
}

/** `same`: on the same words; `follows`: on corrected ones; `review`: its reader is asked. */
export type MarkOutcome = 'same' | 'follows' | 'review' | 'unplaced';

export interface MarkOutcomes {
	counts: Record<MarkOutcome, number>;
	/** The sentences whose marks are not sure of their place, those without any first. */
	worst: { outcome: 'review' | 'unplaced'; block: string; words: string }[];
}

/** `after` is `null` when the chapter is not there any more. `language` is BCP 47. */
export function outcomesOfMarks(
	before: ChapterEdition,
	after: ChapterEdition | null,
	work: { slug: string; language: string }
): MarkOutcomes {
	const outcomes: MarkOutcomes = {
		counts: { same: 0, follows: 0, review: 0, unplaced: 0 },
		worst: []
	};
	const { text, blocks, edition } = before;
	const at = { work: work.slug, chapter: before.slug, edition, blocks };
	const targets = sentencesOf(text, work.language).map((range) => describe(text, range, at));
	const found = after ? placedIn(after, before, targets) : targets.map(() => 'unplaced' as const);
	targets.forEach(({ quote, blocks: [block] }, index) => {
		const outcome = found[index];
		outcomes.counts[outcome]++;
		if (outcome === 'review' || outcome === 'unplaced')
			outcomes.worst.push({ outcome, block, words: quote.exact });
	});
	// Node sorts stably: within both kinds the order of reading stays.
	outcomes.worst.sort((a, b) => Number(a.outcome === 'review') - Number(b.outcome === 'review'));
	return outcomes;
}

function placedIn(
	after: ChapterEdition,
	before: ChapterEdition,
	targets: readonly Target[]
): MarkOutcome[] {
	const places = placeAll(after, targets, new Map([[before.edition, before.text]]));
	return places.map(({ range, level }, index) => {
		if (range === null || level === 'unplaced') return 'unplaced';
		if (level === 'review') return 'review';
		const words = after.text.slice(range.start, range.end);
		return words === targets[index].quote.exact ? 'same' : 'follows';
	});
}
