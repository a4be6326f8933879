/** What a font's style sheet says: its faces, and which of their files a text needs. */

/**
 * One face of a font, as the browser's `FontFace` is made of it: its family, its source with a
 * `url()`, and its descriptors, such as `unicodeRange`.
 */
export type FontFaceParts = [family: string, source: string, descriptors: Record<string, string>];

/** A font that is on the device: the address of its style sheet, and the faces in that. */
export interface LoadedFont {
	sheet: string;
	faces: FontFaceParts[];
}

/** What descriptors are called in a style sheet, and in script. */
const DESCRIPTORS = {
	'font-style': 'style',
	'font-weight': 'weight',
	'font-display': 'display',
	'unicode-range': 'unicodeRange'
};

/** All faces of a style sheet, in its order. @param resolve makes an address of the sheet an absolute one */
export function readFontFaces(css: string, resolve: (address: string) => string): FontFaceParts[] {
	return facesOf(css).map((face) => {
		const source = valueOf(face, 'src').replace(
			URL_IN_CSS,
			(_, address) => `url("${resolve(address)}")`
		);
		const descriptors = Object.entries(DESCRIPTORS).map(([name, key]) => [
			key,
			valueOf(face, name)
		]);
		return [
			valueOf(face, 'font-family').replace(/^["']|["']$/g, ''),
			source,
			Object.fromEntries(descriptors.filter(([, value]) => value !== ''))
		];
	});
}

const URL_IN_CSS = /url\(["']?([^"'()]+)["']?\)/g;

function facesOf(css: string): string[] {
	return css.match(/@font-face\s*\{[^{}]*\}/g) ?? [];
}

/** What a face says by a descriptor's name; empty when it says nothing. */
function valueOf(face: string, name: string): string {
	return new RegExp(`[{;]\\s*${name}\\s*:([^;}]+)`).exec(face)?.[1].trim() ?? '';
}

/** Characters that every text may need: a Latin letter, and one of the Latin extension. */
const ALWAYS = 'aā';

/**
 * Addresses, as the sheet has them, of the first file of each of its faces that has
 * letters of `text`, of Latin or of extended Latin: every style and weight, also those
 * that nothing on the page is set in yet.
 */
export function fontFiles(css: string, text: string): string[] {
	const letters = [...new Set(ALWAYS + text)].map((letter) => letter.codePointAt(0)!);
	return facesOf(css).flatMap((face) => {
		const ranges = readRanges(valueOf(face, 'unicode-range') || 'U+0-10FFFF');
		const [[, file] = []] = valueOf(face, 'src').matchAll(URL_IN_CSS);
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
