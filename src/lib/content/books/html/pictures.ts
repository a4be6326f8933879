import type { Image } from 'mdast';
import { cleanLine } from '../../normal-form/clean-text';
import { addressOf, elementsIn, findElement, lineOf, type SourceElement } from '../markup/element';
import { resolvePath } from '../source-document';
import type { BookConversion, Conversion } from './conversion';
import { drawingFile } from './drawings';

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
	return url === null ? null : imageAt(url, element.attributes.alt ?? description, book);
}

/** The pictures within an SVG drawing, or the drawing itself; one that cannot be shown is reported. */
export function picturesOfSvg(svg: SourceElement, conversion: Conversion): Image[] {
	const said = lineOf(findElement(svg, 'title') ?? findElement(svg, 'desc'));
	const description = svg.attributes['aria-label'] ?? said;
	const images = [...elementsIn(svg, 'image')].flatMap(
		(image) => pictureOf(image, conversion, description) ?? []
	);
	if (images.length > 0) return images;
	const { book } = conversion;
	const file = drawingFile(svg);
	const url = file === null ? null : book.imageOfDrawing(file);
	if (url !== null) return [imageAt(url, description, book)];
	book.report.count('drawing');
	return [];
}

function imageAt(url: string, description: string, { report }: BookConversion): Image {
	const alt = cleanLine(description);
	if (alt === '') report.count('decorative');
	return { type: 'image', url, alt: alt || DECORATIVE, title: null };
}
