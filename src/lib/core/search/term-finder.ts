/** Finds the terms of a query in one text. */
import { blockAt, BLOCK_SEPARATOR, type Block } from '../text/chapter-text';
import { withoutOverlaps, type TextRange } from '../text/range';
import { beginsWithAccent } from './fold-character';
import { foldText, type FoldedText } from './folded-text';
import { occurrencesOf } from './occurrences';
import type { Query } from './query';
import { wholeWordsIn } from './whole-words';

/** A text that is searched. */
export interface SearchedText {
	text: string;
	/** By the query's sensitivity. */
	folded: FoldedText;
	blocks: readonly Block[];
	/** BCP 47. */
	language: string;
}

/** A function that says where a term of `query` stands: in order, without overlaps, each within one block. */
export function termFinder(
	{ text, folded, blocks, language }: SearchedText,
	query: Query
): (term: string) => TextRange[] {
	const isWhole = query.wholeWords
		? wholeWordsIn(text, language, (offset) => blockAt(blocks, offset)!)
		: () => true;
	return (term) =>
		occurrencesOf(
			term,
			folded,
			(hit, keyEnd) =>
				// No phrase goes on from one paragraph into the next.
				!text.slice(hit.start, hit.end).includes(BLOCK_SEPARATOR) &&
				!(query.accents && beginsWithAccent(folded.key.slice(keyEnd, keyEnd + 1))) &&
				isWhole(hit)
		);
}

/** The same for a text of no blocks, such as a note: a line break is a space there, over which a phrase goes on. */
export function termFinderInNote(note: string, query: Query): (term: string) => TextRange[] {
	const text = note.replaceAll(BLOCK_SEPARATOR, ' ');
	const blocks = [{ id: '', start: 0, end: text.length }];
	return termFinder({ text, folded: foldText(text, query), blocks, language: 'und' }, query);
}

/** Where any term of a query stands in a text of no blocks, to be marked: in order, without overlaps. */
export function findTerms(note: string, query: Query): TextRange[] {
	if (query.terms.length === 0) return [];
	const places = query.terms.flatMap(termFinderInNote(note, query));
	return withoutOverlaps(places.sort((a, b) => a.start - b.start || a.end - b.end));
}
