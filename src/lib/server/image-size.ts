import { disableTypes, imageSize, types } from 'image-size';
import type { ImageSize } from '$lib/content/markdown/images';

/** The formats that `content/` may hold and that the package reads; it is not to try any others. */
const FORMATS = ['gif', 'jpg', 'png', 'webp'];

disableTypes(types.filter((type) => !FORMATS.includes(type)));

/** Pixels of a side; no browser shows more, and what says so is damaged. */
const LARGEST = 100_000;

/** From this Exif orientation on, browsers turn a photo by a quarter. */
const FIRST_TURNED_ORIENTATION = 5;

/** The size of a PNG, JPEG, GIF, WebP or SVG file; `null` when the file is none of these, or broken. */
export function readImageSize(file: Uint8Array): ImageSize | null {
	const size = readPixelSize(file) ?? readSvgSize(file);
	const isPossible = size && [size.width, size.height].every((one) => one > 0 && one <= LARGEST);
	return isPossible ? size : null;
}

function readPixelSize(file: Uint8Array): ImageSize | null {
	try {
		// A copy, since the package reads on beyond the end of a view of a larger buffer, as Node's are.
		const { width, height, orientation = 1 } = imageSize(new Uint8Array(file));
		return orientation < FIRST_TURNED_ORIENTATION
			? { width, height }
			: { width: height, height: width };
	} catch (error) {
		// What the package throws for another format and for one cut off.
		if (error instanceof TypeError || error instanceof RangeError) return null;
		throw error;
	}
}

/**
 * The size of an SVG by `width` and `height` in pixels, or else by the shape of
 * its `viewBox`. The package would look for the tag `<svg …>` in the first
 * thousand bytes alone, where drawing programs put comments and namespaces.
 */
function readSvgSize(file: Uint8Array): ImageSize | null {
	const source = new TextDecoder().decode(file);
	const start = source.search(/<svg\s/);
	if (start < 0) return null;
	const tag = source.slice(start, source.indexOf('>', start) + 1);
	const lengthOf = (name: string) =>
		Number(new RegExp(`\\s${name}=["']([\\d.]+)(?:px)?["']`).exec(tag)?.[1]);
	const box = /\sviewBox=["']([^"']*)["']/.exec(tag)?.[1].trim();
	const [, , boxWidth, boxHeight] = (box?.split(/[\s,]+/) ?? []).map(Number);
	return {
		width: Math.round(lengthOf('width') || boxWidth || 0),
		height: Math.round(lengthOf('height') || boxHeight || 0)
	};
}
