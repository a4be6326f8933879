import type { SourceElement } from '../markup/element';

/** What a book's style says that changes what words mean; absent where it says nothing. */
export interface Look {
	italic?: boolean;
	bold?: boolean;
	smallCaps?: boolean;
	hidden?: boolean;
	/** A line of its own. */
	block?: boolean;
	raised?: boolean;
	lowered?: boolean;
}

/** One selector, from its outermost element inwards, each as its simple selectors. */
interface Rule {
	path: string[][];
	look: Look;
	specificity: number;
}

const MOST_LETTERS = 1 << 20; // of one style sheet
const MOST_RULES = 3000;
const LONGEST_SELECTORS = 2000; // letters before a brace
const DEEPEST_SELECTOR = 4;
/** Comparisons of an element with a rule; then the style is left out. A book took 16 seconds without. */
const MOST_COMPARISONS = 3_000_000;

/** The style sheets of a document, read for a few properties alone. */
export class Styles {
	/** By the most telling of the simple selectors of what a rule is for. */
	#rules = new Map<string, Rule[]>();
	#count = 0;
	#comparisons = 0;

	/** Adds a style sheet. Rules within `@media` and the like count as if they stood outside of it. */
	add(css: string): void {
		// Split, not matched: a pattern for what stands before a brace takes the square of a file without any.
		for (const rule of withoutComments(css.slice(0, MOST_LETTERS)).split('}')) {
			const brace = rule.lastIndexOf('{');
			const from = Math.max(rule.lastIndexOf('{', brace - 1), rule.lastIndexOf(';', brace - 1));
			const selectors = brace < 1 ? '@' : rule.slice(from + 1, brace);
			if (selectors.includes('@') || selectors.length > LONGEST_SELECTORS) continue;
			const look = readDeclarations(rule.slice(brace + 1));
			if (look) for (const selector of selectors.split(',')) this.#addRule(selector, look);
		}
	}

	/** Whether the style was too large to be looked through. */
	get wasCut(): boolean {
		return this.#comparisons > MOST_COMPARISONS || this.#count > MOST_RULES;
	}

	/** What the style sheets, and the element's own `style`, say of an element. */
	lookOf(element: SourceElement): Look {
		const { style } = element.attributes;
		const own = style ? (readDeclarations(style) ?? {}) : {};
		if (this.#count === 0 || this.#comparisons > MOST_COMPARISONS) return own;
		const found = keysOf(element)
			.flatMap((key) => this.#rules.get(key) ?? [])
			.filter(({ path }) => {
				this.#comparisons++;
				return matches(element, path);
			})
			.sort((a, b) => a.specificity - b.specificity);
		return Object.assign({}, ...found.map(({ look }) => look), own) as Look;
	}

	#addRule(selector: string, look: Look): void {
		const path = selector
			.trim()
			.toLowerCase()
			.split(/[\s>+~]+/)
			.map((compound) => compound.match(/[a-z][\w-]*|[.#][\w-]+|\[[^\]]*\]|::?[\w-]+/g) ?? []);
		const last = path.at(-1)!;
		const isSimple = last.length > 0 && last.every((simple) => !/^[:[]/.test(simple));
		if (!isSimple || path.length > DEEPEST_SELECTOR || ++this.#count > MOST_RULES) return;
		const key = last.find((simple) => simple.startsWith('.')) ?? last.find(isId) ?? last[0];
		const specificity = path.flat().reduce((sum, simple) => sum + weightOf(simple), 0);
		const rules = this.#rules.get(key);
		if (rules) rules.push({ path, look, specificity });
		else this.#rules.set(key, [{ path, look, specificity }]);
	}
}

const isId = (simple: string) => simple.startsWith('#');

function weightOf(simple: string): number {
	if (simple.startsWith('#')) return 100;
	return simple.startsWith('.') ? 10 : 1;
}

function classesOf({ attributes }: SourceElement): string[] {
	return attributes.class ? attributes.class.toLowerCase().split(/\s+/) : [];
}

function keysOf(element: SourceElement): string[] {
	const { id } = element.attributes;
	const keys = [element.name, ...classesOf(element).map((name) => `.${name}`)];
	return id ? [...keys, `#${id.toLowerCase()}`] : keys;
}

/** Whether an element, and some of those around it, are what a selector says. */
function matches(element: SourceElement, path: readonly string[][]): boolean {
	if (!isOne(element, path[path.length - 1])) return false;
	let around = element.parent;
	for (let index = path.length - 2; index >= 0; index--) {
		while (around && !isOne(around, path[index])) around = around.parent;
		if (!around) return false;
		around = around.parent;
	}
	return true;
}

function isOne(element: SourceElement, compound: readonly string[]): boolean {
	return compound.every((simple) => {
		if (simple.startsWith('.')) return classesOf(element).includes(simple.slice(1));
		if (simple.startsWith('#')) return element.attributes.id?.toLowerCase() === simple.slice(1);
		return element.name === simple;
	});
}

/** What a property with a value says. */
const PROPERTIES: Record<string, (value: string) => Look> = {
	'font-style': (value) => ({ italic: /italic|oblique/.test(value) }),
	'font-weight': (value) => ({ bold: /bold|[6-9]00/.test(value) }),
	'font-variant': (value) => ({ smallCaps: /small-caps/.test(value) }),
	'font-variant-caps': (value) => ({ smallCaps: /small-caps/.test(value) }),
	display: (value) => ({
		hidden: value.startsWith('none'),
		block: /^(block|list-item|table$)/.test(value)
	}),
	visibility: (value) => ({ hidden: value.startsWith('hidden') }),
	'vertical-align': (value) => ({ raised: value === 'super', lowered: value === 'sub' })
};

/** What declarations say; `null` when nothing that counts. */
function readDeclarations(declarations: string): Look | null {
	const look: Look = {};
	for (const declaration of declarations.split(';')) {
		const colon = declaration.indexOf(':');
		const name = declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase();
		if (!Object.hasOwn(PROPERTIES, name)) continue;
		Object.assign(
			look,
			PROPERTIES[name](
				declaration
					.slice(colon + 1)
					.trim()
					.toLowerCase()
			)
		);
	}
	return Object.keys(look).length > 0 ? look : null;
}

function withoutComments(css: string): string {
	const [first, ...rest] = css.split('/*');
	const kept = rest.map((piece) => {
		const end = piece.indexOf('*/');
		return end < 0 ? '' : piece.slice(end + 2);
	});
	return [first, ...kept].join('');
}
