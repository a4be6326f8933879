/** A chapter that is searched, and what is found in it. */
import { blockAt, type Block, type ChapterText } from '../text/chapter-text';
import type { TextRange } from '../text/range';
import { excerptOf, type Excerpt } from './excerpt';
import { findMatches, type Match } from './find-matches';
import type { Sensitivity } from './fold-character';
import { foldKey, foldText, type FoldedText } from './folded-text';
import type { Query } from './query';
import { sectionsOf, type Section } from './sections';

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
	readonly #sections: readonly Section[];
	/** The keys of the sections that were searched, by one sensitivity, and the whole of those that had all words. */
	#folded: { sensitivity: Sensitivity; keys: string[]; texts: FoldedText[] } | null = null;

	constructor(chapter: ChapterText, language: string) {
		this.text = chapter.text;
		this.blocks = chapter.blocks;
		this.language = language;
		this.#sections = sectionsOf(chapter);
	}

	/** All matches of a query, in order. */
	find(query: Query): Match[] {
		return [...this.findInSections(query)].flat();
	}

	/** The matches of a query, section by section: each is searched when it is asked for. */
	*findInSections(query: Query): Generator<Match[]> {
		const { language } = this;
		const { keys, texts } = this.#foldedBy(query);
		// The longest is in the fewest texts.
		const terms = query.terms.toSorted((a, b) => b.length - a.length);
		for (const [index, { start, text, blocks }] of this.#sections.entries()) {
			const key = (keys[index] ??= foldKey(text, query));
			if (!terms.every((term) => key.includes(term))) {
				yield [];
				continue;
			}
			const folded = (texts[index] ??= foldText(text, query));
			const matches = findMatches({ text, blocks, language, folded }, query);
			yield start === 0 ? matches : matches.map((match) => moved(match, start));
		}
	}

	/** Folds the text beforehand, so that the first search need not. */
	prepare(sensitivity: Sensitivity): void {
		const { keys } = this.#foldedBy(sensitivity);
		for (const [index, { text }] of this.#sections.entries()) {
			keys[index] ??= foldKey(text, sensitivity);
		}
	}

	toHit(match: Match): Hit {
		const block = blockAt(this.blocks, match.start)!;
		const excerpt = excerptOf(this.text, block, match, this.language);
		return { start: match.start, end: match.end, block: block.id, excerpt };
	}

	/** What was folded by this sensitivity; more is added. */
	#foldedBy({ case: isCase, accents }: Sensitivity): { keys: string[]; texts: FoldedText[] } {
		const known = this.#folded?.sensitivity;
		if (known?.case !== isCase || known.accents !== accents) {
			this.#folded = { sensitivity: { case: isCase, accents }, keys: [], texts: [] };
		}
		return this.#folded!;
	}
}

function moved({ start, end, parts }: Match, by: number): Match {
	const move = (range: TextRange) => ({ start: range.start + by, end: range.end + by });
	return { start: start + by, end: end + by, parts: parts.map(move) };
}
