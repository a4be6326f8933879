import type { Image } from 'mdast';
import { figure, type Block } from '../../normal-form/blocks';
import { findElement, type SourceElement } from '../markup/element';
import { claimIds, type Conversion } from './conversion';
import { withMarksOf } from './marks';

/** A figure: one picture with a caption of plain words is one, anything else the blocks that it holds. */
export function convertFigure(element: SourceElement, conversion: Conversion): Block[] {
	const blocks = conversion.convertFlow(element.children, withMarksOf(element, conversion));
	const image = blocks.map(onlyImage).find((found) => found !== null);
	const caption = blocks.map(onlyWords).find((found) => found !== null);
	if (blocks.length !== 2 || !image || !caption || !findElement(element, 'figcaption'))
		return blocks;
	const { book } = conversion;
	const block = claimIds(figure(image, caption), conversion);
	for (const old of blocks) book.anchors.move(old, block);
	return [block];
}

function onlyImage(block: Block): Image | null {
	if (block.type !== 'paragraph' || block.children.length !== 1) return null;
	const [image] = block.children;
	return image.type === 'image' ? image : null;
}

function onlyWords(block: Block): string | null {
	if (block.type !== 'paragraph' || block.children.length !== 1) return null;
	const [text] = block.children;
	return text.type === 'text' ? text.value : null;
}
