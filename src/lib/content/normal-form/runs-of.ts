import type { PhrasingContent } from 'mdast';
import { languageOf } from '../article/directives';
import { LINE_BREAK, PLAIN, type Marks, type Run } from './runs';

/** The runs of a tree's line: what `toPhrasing` makes nodes of. */
export function runsOf(nodes: readonly PhrasingContent[], marks: Marks = PLAIN): Run[] {
	return nodes.flatMap((node): Run[] => {
		switch (node.type) {
			case 'text':
				return [{ value: node.value, marks }];
			case 'inlineCode':
				return [{ value: node.value, marks: { ...marks, code: true } }];
			case 'break':
				return [LINE_BREAK];
			case 'emphasis':
				return runsOf(node.children, { ...marks, emphasis: true });
			case 'strong':
				return runsOf(node.children, { ...marks, strong: true });
			case 'delete':
				return runsOf(node.children, { ...marks, deleted: true });
			case 'link':
				return runsOf(node.children, { ...marks, link: node.url });
			case 'image':
			case 'footnoteReference':
				return [{ value: node, marks: PLAIN }];
			case 'textDirective':
				if (node.name === 'page') return [{ value: node, marks: PLAIN }];
				return runsOf(node.children, marksOfDirective(node.name, languageOf(node), marks));
			default:
				return [];
		}
	});
}

function marksOfDirective(name: string, language: string | null, marks: Marks): Marks {
	if (name === 'sc') return { ...marks, smallCaps: true };
	if (name === 'sup' || name === 'sub') return { ...marks, shifted: name };
	return name === 'lang' ? { ...marks, language } : marks;
}
