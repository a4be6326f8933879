/** Segments of long texts. */

// Units that are segmented at once: a paragraph.
const WINDOW = 1000;

/**
 * The segments of `text`, as `segmenter.segment(text)` gives them: engines take the square of the
 * number of segments for that (V8 some seconds for 100,000), so it is done in parts.
 */
export function* segmentsOf(
	segmenter: Intl.Segmenter,
	text: string
): Generator<Pick<Intl.SegmentData, 'segment' | 'index' | 'isWordLike'>> {
	let start = 0;
	for (let size = WINDOW; start < text.length;) {
		const found = [...segmenter.segment(text.slice(start, start + size))];
		const isEnd = start + size >= text.length;
		// What the last two are depends on what comes behind them.
		const count = isEnd ? found.length : found.length - 2;
		if (count <= 0) {
			size *= 2;
			continue;
		}
		for (const { segment, index, isWordLike } of found.slice(0, count)) {
			yield { segment, index: start + index, isWordLike };
		}
		start = isEnd ? text.length : start + found[count].index;
		size = WINDOW;
	}
}
