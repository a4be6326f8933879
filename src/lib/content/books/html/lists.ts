import { list, type Block } from '../../normal-form/blocks';
import { PLAIN } from '../../normal-form/runs';
import type { SourceElement } from '../markup/element';
import { noteId, type Conversion } from './conversion';
import { withMarksOf } from './marks';
import { isPassedOver } from './passed-over';

/** A list of HTML. What stands in it outside of an item is one, or a list that belongs to the item before. */
export function convertList(element: SourceElement, conversion: Conversion): Block[] {
	const items: Block[][] = [];
	for (const child of element.children) {
		if (typeof child === 'string' && child.trim() === '') continue;
		if (typeof child !== 'string' && isPassedOver(child, conversion)) continue;
		if (typeof child === 'string' || child.name !== 'li') {
			const blocks = conversion.convertFlow([child], conversion);
			const last = items.at(-1);
			if (last && blocks.every(({ type }) => type === 'list')) {
				for (const block of blocks) last.push(block);
			} else items.push(blocks);
			continue;
		}
		noteId(child, conversion);
		items.push(conversion.convertFlow(child.children, withMarksOf(child, conversion)));
	}
	const start = element.name === 'ol' ? startOf(element) : null;
	const block = list(start, items);
	return block ? [block] : [];
}

function startOf({ attributes }: SourceElement): number {
	const start = Number.parseInt(attributes.start ?? '1', 10);
	return Number.isNaN(start) ? 1 : Math.max(0, start);
}

/** A list of definitions: each term is a strong line before what it means. */
export function convertTerm(element: SourceElement, conversion: Conversion): Block[] {
	const marks = { ...PLAIN, ...conversion.marks, strong: true };
	return conversion.convertFlow(element.children, { ...conversion, marks });
}
