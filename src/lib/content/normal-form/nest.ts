import type { PhrasingContent } from 'mdast';
import { textDirective } from '../article/directives';
import type { Marks, Run } from './runs';

/** A mark that becomes a node around words: what a run has of it, and the node. */
interface Wrapper {
	/** `null` when the run does not bear the mark. */
	valueOf: (marks: Marks) => string | null;
	wrap: (children: PhrasingContent[], value: string) => PhrasingContent;
}

const flag = (isSet: boolean) => (isSet ? '' : null);

/** Of two marks that span the same words, the first here is outermost: so Markdown reads `***x***`. */
const WRAPPERS: readonly Wrapper[] = [
	{
		valueOf: ({ link }) => link,
		wrap: (children, url) => ({ type: 'link', url, title: null, children: children })
	},
	{
		valueOf: ({ emphasis }) => flag(emphasis),
		wrap: (children) => ({ type: 'emphasis', children })
	},
	{ valueOf: ({ strong }) => flag(strong), wrap: (children) => ({ type: 'strong', children }) },
	{ valueOf: ({ deleted }) => flag(deleted), wrap: (children) => ({ type: 'delete', children }) },
	{
		valueOf: ({ language }) => language,
		wrap: (children, language) => textDirective('lang', children, language)
	},
	{
		valueOf: ({ smallCaps }) => flag(smallCaps),
		wrap: (children) => textDirective('sc', children)
	},
	{
		valueOf: ({ shifted }) => shifted,
		wrap: (children, name) => textDirective(name as 'sup' | 'sub', children)
	}
];

/** The nodes for runs whose marks nest, overlap or touch: what spans the most runs is outermost. */
export function nest(
	runs: readonly Run[],
	wrappers: readonly Wrapper[] = WRAPPERS
): PhrasingContent[] {
	const nodes: PhrasingContent[] = [];
	for (let start = 0; start < runs.length;) {
		const { wrapper, end } = widestAt(runs, start, wrappers);
		if (wrapper) {
			const rest = wrappers.filter((other) => other !== wrapper);
			const value = wrapper.valueOf(runs[start].marks)!;
			nodes.push(wrapper.wrap(nest(runs.slice(start, end), rest), value));
		} else addLeaf(nodes, runs[start]);
		start = end;
	}
	return nodes;
}

/** The mark that begins at a run and goes on the longest, and where it ends; none where there is none. */
function widestAt(
	runs: readonly Run[],
	start: number,
	wrappers: readonly Wrapper[]
): { wrapper: Wrapper | null; end: number } {
	let widest: { wrapper: Wrapper | null; end: number } = { wrapper: null, end: start };
	for (const wrapper of wrappers) {
		const value = wrapper.valueOf(runs[start].marks);
		if (value === null) continue;
		let end = start + 1;
		while (end < runs.length && wrapper.valueOf(runs[end].marks) === value) end++;
		if (end > widest.end) widest = { wrapper, end };
	}
	return widest.wrapper ? widest : { wrapper: null, end: start + 1 };
}

function addLeaf(nodes: PhrasingContent[], { value, marks }: Run): void {
	const last = nodes.at(-1);
	if (typeof value !== 'string') nodes.push(value);
	else if (marks.code && last?.type === 'inlineCode') last.value += value;
	else if (marks.code) nodes.push({ type: 'inlineCode', value });
	else if (last?.type === 'text') last.value += value;
	else nodes.push({ type: 'text', value });
}
