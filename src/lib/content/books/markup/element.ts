/** The elements of a source document: what is looked at, and never shown. */

export interface SourceElement {
	/** In lowercase, without a prefix. */
	name: string;
	attributes: Readonly<Record<string, string>>;
	children: SourceNode[];
	parent: SourceElement | null;
	/** Of an SVG drawing: all of it, as the source writes it. */
	source?: string;
}

/** An element, or a text between elements with its white space. */
export type SourceNode = SourceElement | string;

/** An empty element that knows its parent; its parent gets it by `appendTo`. */
export function createElement(
	name: string,
	attributes: Readonly<Record<string, string>> = {},
	parent: SourceElement | null = null
): SourceElement {
	return { name, attributes, children: [], parent };
}

/** Puts elements or texts at the end of an element. */
export function appendTo(parent: SourceElement, ...nodes: SourceNode[]): void {
	for (const node of nodes) {
		if (typeof node !== 'string') node.parent = parent;
		parent.children.push(node);
	}
}

/** The elements within `element`, in order; with `name`, only those called so. */
export function* elementsIn(element: SourceElement, name?: string): Generator<SourceElement> {
	for (const child of element.children) {
		if (typeof child === 'string') continue;
		if (name === undefined || child.name === name) yield child;
		yield* elementsIn(child, name);
	}
}

/** The first element within `element`, however deep, that is called so; `null` when there is none. */
export function findElement(element: SourceElement | null, name: string): SourceElement | null {
	if (element) for (const found of elementsIn(element, name)) return found;
	return null;
}

/** The elements right below `element`, without the texts between them. */
export function childElements(element: SourceElement): SourceElement[] {
	return element.children.filter((child) => typeof child !== 'string');
}

/** All text within a node, as it stands in the source. */
export function textOf(node: SourceNode | null): string {
	if (node === null) return '';
	return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

/** The text within a node on one line. */
export function lineOf(node: SourceNode | null): string {
	return textOf(node).replace(/\s+/g, ' ').trim();
}

/** Whether `element` is `outer` or stands in it, however deep. `null` stands in nothing. */
export function isWithin(element: SourceElement | null, outer: SourceElement): boolean {
	for (let up = element; up; up = up.parent) if (up === outer) return true;
	return false;
}

/** Whether an element says by `epub:type` or `role` that it is something. */
export function isTyped({ attributes }: SourceElement, type: RegExp): boolean {
	return type.test(attributes['epub:type'] ?? '') || type.test(attributes.role ?? '');
}

/** Where a link or a picture leads, by HTML's, SVG's and FB2's attributes; `null` without one. */
export function addressOf({ attributes }: SourceElement): string | null {
	return attributes.href ?? attributes['xlink:href'] ?? attributes['l:href'] ?? null;
}
