/** What a reader is shown of the plan of an import, which may have 100,000 annotations. */
import type { Annotation } from '../annotation/annotation';
import type { Refusal } from '../formats/file-error';
import type { ReadableFormat } from '../formats/format-names';
import { MAX_SHOWN } from '../formats/limits';
import type { ImportPlan, ImportWrite } from './plan';
import { NO_WORKS, type WorksPlan } from './plan-works';
import type { ImportUndo, WithoutAnnotations } from './undo-import';

const LISTS = [
	'added',
	'changed',
	'same',
	'deletedHere',
	'removed',
	'notPlaced',
	'withoutBook',
	'undated'
] as const;

/** A plan as it is shown to the reader. Its positions and preferences are in `undo`, with the stored ones. */
export interface ImportSummary {
	format: ReadableFormat;
	/** How many ids each list of the plan has, and how many annotations are written. */
	counts: Record<(typeof LISTS)[number] | 'duplicates' | 'written' | 'surplus', number>;
	/** The first of those that are not placed, at most `MAX_SHOWN`. */
	lost: Annotation[];
	/** The first of those that were deleted here, at most `MAX_SHOWN`. */
	stayDeleted: Annotation[];
	refused: Refusal[];
	ownWorks: WorksPlan;
	/** The first of those with more than one can hold, at most `MAX_SHOWN`, and how much is left out. */
	surplus: { id: string; words: string; letters: number; tags: number }[];
	write: Pick<ImportWrite, 'snapshots'>;
	undo: WithoutAnnotations<ImportUndo>;
}

/** What of a plan is shown, and all that it writes but for the annotations. */
export function summarize(plan: ImportPlan, ownWorks: WorksPlan = NO_WORKS): ImportSummary {
	const { format, duplicates, refused, surplus } = plan;
	const { annotations, snapshots } = plan.write;
	const { annotations: _, ...undo } = plan.undo;
	const lengths = LISTS.map((list) => [list, plan[list].length]);
	const shown = new Set(plan.notPlaced.slice(0, MAX_SHOWN));
	return {
		format,
		counts: {
			...Object.fromEntries(lengths),
			duplicates,
			written: annotations.length,
			surplus: surplus.length
		},
		lost: annotations.filter(({ id }) => shown.has(id)),
		stayDeleted: plan.stayDeleted.slice(0, MAX_SHOWN),
		refused,
		ownWorks,
		surplus: surplus.slice(0, MAX_SHOWN).map(({ id, words, note, tags, earlier }) => ({
			id,
			words,
			letters: [note, ...earlier].reduce((sum, { length }) => sum + length, 0),
			tags: tags.length
		})),
		write: { snapshots },
		undo
	};
}
