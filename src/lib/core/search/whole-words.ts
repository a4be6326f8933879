/** Where words begin and end, when a reader looks for whole ones. */
import { segmentsOf } from '../text/segments';
import type { TextRange } from '../text/range';

const IN_WORD = /^[\p{L}\p{N}\p{M}]/u;
const ENDS_IN_WORD = /[\p{L}\p{N}\p{M}]$/u;
/** Letters of languages that are written without spaces between the words. */
const WITHOUT_SPACES =
	/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\u30fc]/u;

/**
 * A test whether a range of `text` is made of whole words. An apostrophe parts words: `homme` is one
 * in `l’homme`. Where no space parts them, words are those of `Intl.Segmenter`.
 *
 * @param blockAt the paragraph around an offset, beyond which no word goes
 */
export function wholeWordsIn(
	text: string,
	language: string,
	blockAt: (offset: number) => TextRange
): (range: TextRange) => boolean {
	let segmenter: Intl.Segmenter | null = null; // most texts need none, and making one takes long
	/** Where words begin in the paragraphs that were looked at, by where those begin. */
	const starts = new Map<number, Set<number>>();

	function wordStartsAround(offset: number): Set<number> {
		const { start, end } = blockAt(offset);
		let found = starts.get(start);
		if (!found) {
			segmenter ??= new Intl.Segmenter(language, { granularity: 'word' });
			const segments = segmentsOf(segmenter, text.slice(start, end));
			found = new Set(Array.from(segments, ({ index }) => start + index));
			starts.set(start, found);
		}
		return found;
	}

	function isBoundary(offset: number): boolean {
		const before = text.slice(Math.max(0, offset - 2), offset);
		const after = text.slice(offset, offset + 2);
		if (!ENDS_IN_WORD.test(before) || !IN_WORD.test(after)) return true;
		if (!WITHOUT_SPACES.test(before) && !WITHOUT_SPACES.test(after)) return false;
		return wordStartsAround(offset).has(offset);
	}

	return ({ start, end }) => isBoundary(start) && isBoundary(end);
}
