/** What publishers do to a text between two editions. */
import { deleteBlocks, insertBlocks, mergeBlocks, moveBlocks, splitBlocks } from './block-edits';
import type { Edit, Operator } from './edit';
import {
	addFootnotes,
	breakLines,
	joinLines,
	letterNoise,
	restyle,
	scanNoise
} from './letter-edits';
import { deletePassages, lookAlike } from './passage-edits';
import { insertSentences, moveSentences, reword } from './sentence-edits';
import type { Traced } from './traced';

function corrected(old: Traced, edit: Edit): Traced {
	const steps = [
		moveBlocks,
		deleteBlocks,
		insertSentences,
		splitBlocks,
		reword,
		letterNoise(0.004)
	];
	return steps.reduce((text, step) => step(text, edit), old);
}

export const OPERATORS: readonly Operator[] = [
	{ name: 'typos 0.4 %', apply: letterNoise(0.004) },
	{ name: 'scanning noise 2 %', apply: scanNoise },
	{ name: 'quotes, dashes restyled', apply: restyle },
	{ name: 'line-end hyphens joined', prepare: breakLines, apply: joinLines },
	{ name: 'footnotes added', apply: addFootnotes },
	{ name: 'paragraphs split', apply: splitBlocks },
	{ name: 'paragraphs merged', apply: mergeBlocks },
	{ name: 'paragraphs moved', apply: moveBlocks },
	{ name: 'paragraphs deleted', apply: deleteBlocks },
	{ name: 'paragraphs inserted', apply: insertBlocks },
	{ name: 'sentences inserted', apply: insertSentences },
	{ name: 'sentences moved', apply: moveSentences },
	{ name: 'reworded', apply: reword },
	{ name: 'look-alike elsewhere', apply: lookAlike },
	{ name: 'passage deleted', apply: deletePassages },
	{ name: 'much at once', apply: corrected }
];
