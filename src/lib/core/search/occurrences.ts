import type { TextRange } from '../text/range';
import type { FoldedText } from './folded-text';

/**
 * Where a key stands in a folded text, as ranges of the text itself, in order; none overlaps another.
 *
 * @param wanted folded as the text is; not empty
 * @param accept whether a place counts: `hit` in the text, up to `keyEnd` in the key
 */
export function occurrencesOf(
	wanted: string,
	{ key, toText }: FoldedText,
	accept: (hit: TextRange, keyEnd: number) => boolean = () => true
): TextRange[] {
	const hits: TextRange[] = [];
	for (let at = key.indexOf(wanted); at >= 0;) {
		const keyEnd = at + wanted.length;
		const hit = toText({ start: at, end: keyEnd });
		// A letter that counts as two may have both.
		const isHit = hit.start >= (hits.at(-1)?.end ?? 0) && accept(hit, keyEnd);
		if (isHit) hits.push(hit);
		at = key.indexOf(wanted, isHit ? keyEnd : at + 1);
	}
	return hits;
}
