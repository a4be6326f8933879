/** The strip along a chapter: what stands where in it, as shares of its paragraphs' text. */
import type { Block } from '../text/chapter-text';

/** The paragraphs of a chapter; its footnotes are looked up, not read on to. */
export function paragraphsOf(blocks: readonly Block[]): Block[] {
	return blocks.filter(({ id }) => /^p\d+$/.test(id));
}

/** How far into the paragraphs an offset stands, 0 to 1; more in the footnotes behind them. */
export function shareOf(offset: number, paragraphs: readonly Block[]): number {
	return offset / Math.max(1, paragraphs.at(-1)?.end ?? 1);
}

/** Index of the paragraph that stands at a share of the text; of the first or last one outside of 0 to 1. */
export function paragraphAt(share: number, paragraphs: readonly Block[]): number {
	const offset = share * (paragraphs.at(-1)?.end ?? 0);
	const index = paragraphs.findIndex(({ end }) => end >= offset);
	return index < 0 ? Math.max(0, paragraphs.length - 1) : index;
}

/** Paragraphs of a chapter that *Page Up* and *Page Down* pass: a tenth of them. */
const PAGES = 10;

/** Where a key leads from a paragraph of `count`, by their indexes; `null` when it means nothing here. */
export function stepByKey(
	index: number,
	count: number,
	{ key, isRtl }: { key: string; isRtl: boolean }
): number | null {
	const side = isRtl ? -1 : 1;
	const page = Math.max(1, Math.round(count / PAGES));
	const steps: Record<string, number> = {
		ArrowRight: side,
		ArrowLeft: -side,
		ArrowUp: 1,
		ArrowDown: -1,
		PageUp: page,
		PageDown: -page,
		Home: -Infinity,
		End: Infinity
	};
	if (!Object.hasOwn(steps, key)) return null;
	return Math.min(count - 1, Math.max(0, index + steps[key]));
}

/**
 * The index of the paragraph that a reader asks for: `12`, `¶ 12`, or `34 %` of the chapter, in figures of
 * any script; `null` when there is none.
 */
export function readDestination(asked: string, paragraphs: readonly Block[]): number | null {
	const text = toAsciiDigits(asked.normalize('NFKC')).replace(/[\s\u00b6\u2029]/gu, '');
	const [, number, percent] = /^(\d+(?:[.,]\d+)?)([%\u066a])?$/u.exec(text) ?? [];
	if (number === undefined) return null;
	const value = Number(number.replace(',', '.'));
	if (percent) return value <= 100 ? paragraphAt(value / 100, paragraphs) : null;
	return Number.isInteger(value) && value >= 1 && value <= paragraphs.length ? value - 1 : null;
}

/** Writes the decimal figures of every script as 0 to 9: each script has ten in a row, from its zero. */
function toAsciiDigits(text: string): string {
	return text.replace(/\p{Nd}/gu, (digit) => {
		let zero = digit.codePointAt(0)!;
		while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && digit.codePointAt(0)! - zero < 9)
			zero--;
		return String(digit.codePointAt(0)! - zero);
	});
}
