/** Which files of a font's style sheet a text needs. */

/** Characters that every text may need: a Latin letter, and one of the Latin extension. */
const ALWAYS = 'aā';

/**
 * Addresses, as the sheet has them, of the first file of each of its faces that has
 * letters of `text`, of Latin or of extended Latin: every style and weight, also those
 * that nothing on the page is set in yet.
 */
export function fontFiles(css: string, text: string): string[] {
	const letters = [...new Set(ALWAYS + text)].map((letter) => letter.codePointAt(0)!);
	const faces = css.match(/@font-face\s*\{[^{}]*\}/g) ?? [];
	return faces.flatMap((face) => {
		const ranges = readRanges(/unicode-range:([^;}]+)/.exec(face)?.[1] ?? 'U+0-10FFFF');
		const [, file] = /url\(["']?([^"'()]+)["']?\)/.exec(face) ?? [];
		const needed = ranges.some(([from, to]) => letters.some((code) => code >= from && code <= to));
		return file && needed ? [file] : [];
	});
}

/** `U+0-FF, U+131, U+4??` as pairs of first and last. */
function readRanges(list: string): [from: number, to: number][] {
	return [...list.matchAll(/U\+([0-9A-F?]+)(?:-([0-9A-F]+))?/gi)].map(([, from, to = from]) => [
		Number.parseInt(from.replaceAll('?', '0'), 16),
		Number.parseInt(to.replaceAll('?', 'F'), 16)
	]);
}
