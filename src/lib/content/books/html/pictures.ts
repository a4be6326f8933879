import type { Image } from 'mdast';
import { cleanLine } from '../../normal-form/clean-text';
import { addressOf, elementsIn, findElement, lineOf, type SourceElement } from '../markup/element';
import { resolvePath } from '../source-document';
import type { Conversion } from './conversion';

/** How an alt text says that there is nothing to say. */
const DECORATIVE = ' ';

/** A picture of the book, `img` or SVG's `image`; `null`, and reported, when it cannot be shown. */
export function pictureOf(
	element: SourceElement,
	{ book, document }: Conversion,
	description = ''
): Image | null {
	const address = element.attributes.src ?? addressOf(element);
	if (!address) return null;
	if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) {
		book.report.count(/^data:/i.test(address) ? 'refusedImage' : 'remoteImage');
		return null;
	}
	const url = book.imageAt(resolvePath(document.path, address));
	if (url === null) return null;
	const alt = cleanLine(element.attributes.alt ?? description);
	if (alt === '') book.report.count('decorative');
	return { type: 'image', url, alt: alt || DECORATIVE, title: null };
}

/** The pictures within an SVG drawing; what it draws itself is left out, and reported. */
export function picturesOfSvg(svg: SourceElement, conversion: Conversion): Image[] {
	const description = lineOf(findElement(svg, 'title') ?? findElement(svg, 'desc'));
	const images = [...elementsIn(svg, 'image')].flatMap(
		(image) => pictureOf(image, conversion, description) ?? []
	);
	if (images.length === 0) conversion.book.report.count('drawing');
	return images;
}
