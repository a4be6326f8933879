/** FB2's elements under HTML's names, so that one converter reads both. */
import {
	appendTo,
	childElements,
	createElement,
	type SourceElement,
	type SourceNode
} from '../markup/element';

/** HTML's names, and the classes that the converter looks for. */
const NAMES: Readonly<Record<string, [name: string, className?: string]>> = {
	emphasis: ['em'],
	strikethrough: ['del'],
	style: ['span'],
	poem: ['div', 'poem'],
	stanza: ['div', 'stanza'],
	v: ['p', 'line'],
	epigraph: ['blockquote'],
	cite: ['blockquote'],
	annotation: ['blockquote'],
	'text-author': ['p', 'signature'],
	date: ['p'],
	image: ['img'],
	body: ['section'],
	'empty-line': ['br']
};

/** The folder that pictures of an FB2 file are said to lie in; they have ids alone. */
export const IMAGES = 'binary';

/** A copy of an element of FB2 as HTML; `level` is that of a title in it, `isNotes` within the body of notes. */
export function toHtml(node: SourceNode, level: number, isNotes: boolean): SourceNode {
	if (typeof node === 'string') return node;
	if (node.name === 'title' || node.name === 'subtitle') return titleToHtml(node, level, isNotes);
	const inner = node.name === 'section' ? level + 1 : level;
	const isNote = isNotes && node.name === 'section' && node.attributes.id !== undefined;
	const [name, className] = isNote ? ['aside'] : (NAMES[node.name] ?? [node.name]);
	const element = createElement(name, attributesOf(node, className, isNote));
	appendTo(element, ...node.children.map((child) => toHtml(child, inner, isNotes)));
	return element;
}

function attributesOf(
	{ name, attributes }: SourceElement,
	className: string | undefined,
	isNote: boolean
): Record<string, string> {
	const html: Record<string, string> = {};
	for (const kept of ['id', 'xml:lang', 'colspan', 'rowspan', 'alt'])
		if (attributes[kept] !== undefined) html[kept] = attributes[kept];
	const address = Object.entries(attributes).find(([key]) => /(^|:)href$/.test(key))?.[1];
	if (className) html.class = className;
	if (isNote) html['epub:type'] = 'footnote';
	if (name === 'a') html.href = address ?? '';
	if (name === 'a' && attributes.type === 'note') html['epub:type'] = 'noteref';
	if (name === 'image') html.src = (address ?? '').replace(/^#/, `../${IMAGES}/`);
	return html;
}

/** A title's paragraphs are the lines of one heading. The title of a note is its number, which is made anew. */
function titleToHtml(title: SourceElement, level: number, isNotes: boolean): SourceElement {
	const isNumber = isNotes && level > 1 && title.name === 'title';
	const depth = title.name === 'title' ? level : level + 1;
	const element = createElement(isNumber ? 'rp' : `h${Math.min(depth, 6)}`);
	const lines = title.children.filter(
		(child) => typeof child !== 'string' || title.name === 'subtitle' || child.trim() !== ''
	);
	lines.forEach((line, index) => {
		if (index > 0) appendTo(element, createElement('br'));
		const isParagraph = typeof line !== 'string' && line.name === 'p';
		const content = isParagraph ? line.children : [line];
		appendTo(element, ...content.map((child) => toHtml(child, level, isNotes)));
	});
	return element;
}

/** The parts of a body that are documents of their own: each section, and what stands between them. */
export function partsOf(body: SourceElement): SourceNode[][] {
	if (!childElements(body).some(({ name }) => name === 'section')) return [body.children];
	const parts: SourceNode[][] = [[]];
	for (const child of body.children)
		if (typeof child !== 'string' && child.name === 'section') parts.push([child], []);
		else parts.at(-1)!.push(child);
	return parts.filter((part) =>
		part.some((node) => typeof node !== 'string' || node.trim() !== '')
	);
}
