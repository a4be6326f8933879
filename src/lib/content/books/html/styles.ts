import type { SourceElement } from '../markup/element';
import {
	LONGEST_STYLE_SHEET,
	readDeclarations,
	readStyleSheet,
	type Look,
	type StyleRule,
	type StyleSheet
} from './style-sheet';

/** Comparisons of an element with a part of a selector, in a book; then its styles say nothing more. A book took 16 seconds without. */
const MOST_COMPARISONS = 5_000_000;
/** Letters of different style sheets that are read, in a book. */
const MOST_LETTERS = 8 << 20;

/** What a book may still take. */
interface Budget {
	comparisons: number;
	letters: number;
}

/** The style sheets of a book: each is read once, however many documents have it. */
export class BookStyles {
	#sheets = new Map<string, { id: number; sheet: StyleSheet }>();
	#combined = new Map<string, Styles>();
	#budget: Budget = { comparisons: MOST_COMPARISONS, letters: MOST_LETTERS };

	/** What style sheets, each as its text, say together: of two that disagree the later one. */
	combine(texts: readonly string[]): Styles {
		const sheets = texts.map((css) => this.#read(css));
		const key = sheets.map(({ id }) => id).join();
		const styles =
			this.#combined.get(key) ??
			new Styles(
				sheets.map(({ sheet }) => sheet),
				this.#budget
			);
		this.#combined.set(key, styles);
		return styles;
	}

	#read(css: string): { id: number; sheet: StyleSheet } {
		const known = this.#sheets.get(css);
		if (known) return known;
		const letters = Math.min(css.length, LONGEST_STYLE_SHEET);
		const isRead = letters <= this.#budget.letters;
		const sheet = isRead ? readStyleSheet(css) : { rules: [], wasCut: true };
		// Of a sheet that was cut or refused only what was read counts: it must not silence those after it.
		if (isRead) this.#budget.letters -= letters;
		const numbered = { id: this.#sheets.size, sheet };
		this.#sheets.set(css, numbered);
		return numbered;
	}
}

interface OrderedRule extends StyleRule {
	order: number;
}

/** Rules of an element that are remembered for others like it; more are sought again, which the budget ends. */
const MOST_REMEMBERED = 50;

/** The style sheets of a document, read for a few properties alone. */
export class Styles {
	/** By the most telling of the simple selectors of what a rule is for. */
	#rules = new Map<string, OrderedRule[]>();
	/** Rules whose last part an element is, the strongest last, by its name, classes and id. */
	#candidates = new Map<string, readonly OrderedRule[]>();
	/** By the attribute. */
	#classes = new Map<string, ReadonlySet<string>>();
	/** Each is asked for several times in a row. Weakly: an element leads to all of its document, which is let go of. */
	#looks = new WeakMap<SourceElement, Look>();
	#budget: Budget;
	#wasCut: boolean;

	constructor(sheets: readonly StyleSheet[], budget: Budget) {
		this.#budget = budget;
		this.#wasCut = sheets.some(({ wasCut }) => wasCut);
		const rules = sheets.flatMap((sheet) => sheet.rules);
		for (const [order, rule] of rules.entries()) {
			const last = rule.path.at(-1)!;
			const key = last.find((simple) => simple.startsWith('.')) ?? last.find(isId) ?? last[0];
			if (!this.#rules.has(key)) this.#rules.set(key, []);
			this.#rules.get(key)!.push({ ...rule, order });
		}
	}

	/** Whether the style was too large to be looked through. */
	get wasCut(): boolean {
		return this.#wasCut || this.#budget.comparisons < 0;
	}

	/** What the style sheets, and the element's own `style`, say of an element. */
	lookOf(element: SourceElement): Look {
		const known = this.#looks.get(element);
		if (known) return known;
		const { style } = element.attributes;
		const own = style ? (readDeclarations(style) ?? {}) : {};
		if (this.#rules.size === 0 || this.#budget.comparisons < 0) return own;
		const look: Look = {};
		for (const rule of this.#candidatesFor(element))
			if (this.#isWithin(element, rule.path)) Object.assign(look, rule.look);
		this.#looks.set(element, Object.assign(look, own));
		return look;
	}

	#candidatesFor(element: SourceElement): readonly OrderedRule[] {
		const { id = '', class: classes = '' } = element.attributes;
		const key = `${element.name}\n${classes}\n${id}`;
		const known = this.#candidates.get(key);
		if (known) {
			this.#budget.comparisons -= known.length;
			return known;
		}
		const names = [...this.#classesOf(element)].map((name) => `.${name}`);
		const found = [element.name, ...names, ...(id ? [`#${id.toLowerCase()}`] : [])]
			.flatMap((simple) => this.#rules.get(simple) ?? [])
			.filter(({ path }) => this.#isOne(element, path.at(-1)!))
			.sort((a, b) => a.specificity - b.specificity || a.order - b.order);
		if (found.length <= MOST_REMEMBERED) this.#candidates.set(key, found);
		return found;
	}

	/** Whether some of the elements around an element are what a selector says before its last part. */
	#isWithin(element: SourceElement, path: readonly string[][]): boolean {
		let around = element.parent;
		for (let index = path.length - 2; index >= 0; index--) {
			while (around && !this.#isOne(around, path[index])) around = around.parent;
			if (!around) return false;
			around = around.parent;
		}
		return true;
	}

	#isOne(element: SourceElement, compound: readonly string[]): boolean {
		this.#budget.comparisons--;
		return compound.every((simple) => {
			if (simple.startsWith('.')) return this.#classesOf(element).has(simple.slice(1));
			if (isId(simple)) return element.attributes.id?.toLowerCase() === simple.slice(1);
			return element.name === simple;
		});
	}

	#classesOf({ attributes }: SourceElement): ReadonlySet<string> {
		const { class: names = '' } = attributes;
		const known = this.#classes.get(names);
		if (known) return known;
		const classes = new Set(names.toLowerCase().split(/\s+/));
		this.#classes.set(names, classes);
		return classes;
	}
}

/** Of documents that have none. */
export const NO_STYLES = new BookStyles().combine([]);

function isId(simple: string): boolean {
	return simple.startsWith('#');
}
