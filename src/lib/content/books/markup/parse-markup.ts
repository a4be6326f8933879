import { Parser, type ParserOptions } from 'htmlparser2';
import { createElement, findElement, type SourceElement } from './element';

const DEEPEST = 120; // elements; what is nested deeper is flattened
// The parser's own stack takes the square of its depth: 200,000 open <div> took 35 seconds.
const MOST_OPEN = 600;
const CHUNK = 65_536; // letters that are parsed before the depth is looked at

/** `xml`: packages, contents and FB2, where `title` and `meta` hold elements. `html`: HTML and XHTML. */
const OPTIONS: Record<'xml' | 'html', ParserOptions> = {
	xml: { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
	// A chapter is XML and broken XML at once: `<a id="x"/>`, and `&nbsp;` (next.md, fact 6).
	html: { recognizeSelfClosing: true, recognizeCDATA: true }
};

class TooDeep extends Error {}

/** The tree of a document; its root is called `#root`. No document is refused. `ondeep` tells of one that is flattened. */
export function parseMarkup(
	source: string,
	mode: 'xml' | 'html',
	ondeep: () => void = () => {}
): SourceElement {
	const root = createElement('#root');
	const builder = new TreeBuilder(root, source);
	const parser = new Parser(builder, OPTIONS[mode]);
	try {
		for (let at = 0; at < source.length; at += CHUNK) parser.write(source.slice(at, at + CHUNK));
		parser.end();
	} catch (error) {
		if (!(error instanceof TooDeep)) throw error;
		builder.wasFlattened = true;
		const body = findElement(root, 'body') ?? root;
		const rest = createElement('p', {}, body);
		rest.children.push(withoutTags(source.slice(parser.endIndex)));
		body.children.push(rest);
	}
	if (builder.wasFlattened) ondeep();
	return root;
}

/** Builds a tree of what the parser finds. */
class TreeBuilder {
	wasFlattened = false;
	#here: SourceElement;
	#depth = 0;
	#open = 0;
	#parser: Parser | null = null;
	#source: string;
	/** Where the drawing begins that is open; elements of SVG stand within each other. */
	#drawing: { element: SourceElement; start: number } | null = null;

	constructor(root: SourceElement, source: string) {
		this.#here = root;
		this.#source = source;
	}

	onparserinit(parser: Parser): void {
		this.#parser = parser;
	}

	onopentag(name: string, attributes: Record<string, string>): void {
		if (++this.#open > MOST_OPEN) throw new TooDeep();
		if (this.#open > DEEPEST) {
			this.wasFlattened = true;
			return;
		}
		const element = createElement(withoutPrefix(name), attributes, this.#here);
		this.#here.children.push(element);
		this.#here = element;
		this.#depth++;
		if (element.name === 'svg') this.#drawing ??= { element, start: this.#parser!.startIndex };
	}

	ontext(text: string): void {
		const { children } = this.#here;
		const last = children.at(-1);
		if (typeof last === 'string') children[children.length - 1] = last + text;
		else children.push(text);
	}

	onclosetag(): void {
		if (this.#open-- > this.#depth) return;
		this.#depth--;
		if (this.#drawing?.element === this.#here) {
			this.#here.source = this.#source.slice(this.#drawing.start, this.#parser!.endIndex + 1);
			this.#drawing = null;
		}
		this.#here = this.#here.parent ?? this.#here;
	}
}

function withoutPrefix(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}

function withoutTags(source: string): string {
	const [first, ...rest] = source.split('<');
	return [first, ...rest.map((piece) => piece.slice(piece.indexOf('>') + 1))].join(' ');
}
