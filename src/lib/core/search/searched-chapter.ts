/** A chapter that is searched, and what is found in it. */
import { blockAt, type Block, type ChapterText } from '../text/chapter-text';
import type { TextRange } from '../text/range';
import { excerptOf, type Excerpt } from './excerpt';
import { findMatches, type Match } from './find-matches';
import type { Sensitivity } from './fold-character';
import { foldText, type FoldedText } from './folded-text';
import type { Query } from './query';

/** A match as a list of results shows it. */
export interface Hit extends TextRange {
	/** Id of the block in which it begins. */
	block: string;
	excerpt: Excerpt;
}

/** The texts of a chapter, or whatever else has blocks: it is folded once for each way to compare it. */
export class SearchedChapter {
	readonly text: string;
	readonly blocks: readonly Block[];
	/** BCP 47. */
	readonly language: string;
	#folded: { sensitivity: Sensitivity; text: FoldedText } | null = null;

	constructor({ text, blocks }: ChapterText, language: string) {
		this.text = text;
		this.blocks = blocks;
		this.language = language;
	}

	/** All matches of a query, in order. */
	find(query: Query): Match[] {
		const { text, blocks, language } = this;
		return findMatches({ text, blocks, language, folded: this.#foldedBy(query) }, query);
	}

	/** Folds the text beforehand, so that the first search need not. */
	prepare(sensitivity: Sensitivity): void {
		this.#foldedBy(sensitivity);
	}

	toHit(match: Match): Hit {
		const block = blockAt(this.blocks, match.start)!;
		const excerpt = excerptOf(this.text, block, match, this.language);
		return { start: match.start, end: match.end, block: block.id, excerpt };
	}

	#foldedBy({ case: isCase, accents }: Sensitivity): FoldedText {
		const known = this.#folded?.sensitivity;
		if (known?.case !== isCase || known.accents !== accents) {
			const sensitivity = { case: isCase, accents };
			this.#folded = { sensitivity, text: foldText(this.text, sensitivity) };
		}
		return this.#folded!.text;
	}
}
