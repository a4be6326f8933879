/** What a correction of a work does to its blocks, and to readers' marks, in words. */
import type { WorkWithChapters } from '../work';
import { compareBlocks, describeBlocks } from './block-changes';
import { outcomesOfMarks, type MarkOutcome, type MarkOutcomes } from './mark-outcomes';

const MOST_LISTED = 10; // sentences of a chapter
const LONGEST_EXCERPT = 70; // letters

/** One line for the work, and some for each chapter that is not what it was; a line is a sentence or an excerpt. */
export function describeCorrection(before: WorkWithChapters, after: WorkWithChapters): string[] {
	const lines: string[] = [];
	const all: MarkOutcomes['counts'] = { same: 0, follows: 0, review: 0, unplaced: 0 };
	let changed = 0;
	const slugs = new Set([...before.chapters, ...after.chapters].map(({ slug }) => slug));
	for (const slug of slugs) {
		const old = before.chapters.find((chapter) => chapter.slug === slug) ?? null;
		const now = after.chapters.find((chapter) => chapter.slug === slug) ?? null;
		if (old?.edition === now?.edition) continue;
		changed++;
		if (!old) {
			lines.push(`${slug}  is new.`);
			continue;
		}
		const outcomes = outcomesOfMarks(old, now, before);
		for (const key of Object.keys(all) as MarkOutcome[]) all[key] += outcomes.counts[key];
		const blocks = now ? describeBlocks(compareBlocks(old, now)) : 'is not there any more';
		lines.push(`${slug}  ${blocks}; ${describeMarks(outcomes.counts)}`, ...listWorst(outcomes));
	}
	if (changed === 0) return ['The text of no chapter changes: marks stay where they are.'];
	const of = slugs.size === 1 ? 'chapter' : 'chapters';
	const summary = `${changed} of ${slugs.size} ${of} ${changed === 1 ? 'has' : 'have'} another text.`;
	return [summary, ...lines, `In all, ${describeMarks(all)}.`];
}

function describeMarks({ same, follows, review, unplaced }: MarkOutcomes['counts']): string {
	const all = same + follows + review + unplaced;
	return `of marks on ${all} ${all === 1 ? 'sentence' : 'sentences'} ${same} stay, ${follows} follow corrected words, ${review} would ask their readers, ${unplaced} find no place`;
}

function listWorst({ worst }: MarkOutcomes): string[] {
	const listed = worst.slice(0, MOST_LISTED).map(({ outcome, block, words }) => {
		const excerpt =
			words.length > LONGEST_EXCERPT ? `${words.slice(0, LONGEST_EXCERPT).toWellFormed()}…` : words;
		return `    ${outcome === 'review' ? 'asks     ' : 'no place '} ${block}  “${excerpt}”`;
	});
	return worst.length > MOST_LISTED
		? [...listed, `    … and ${worst.length - MOST_LISTED} more`]
		: listed;
}
