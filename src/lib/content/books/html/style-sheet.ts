/** What a style sheet of a book says that changes what words mean. */
export interface Look {
	italic?: boolean;
	bold?: boolean;
	smallCaps?: boolean;
	hidden?: boolean;
	/** A line of its own. */
	block?: boolean;
	raised?: boolean;
	lowered?: boolean;
	/** `rtl` or `ltr`. */
	direction?: string;
	/** `left` or `right`: to which side of the lines it is set. */
	float?: string;
}

/** One selector, from its outermost element inwards, each as its simple selectors. */
export interface StyleRule {
	path: string[][];
	look: Look;
	specificity: number;
}

export interface StyleSheet {
	rules: readonly StyleRule[];
	/** It is too large, and only its beginning was read. */
	wasCut: boolean;
}

/** Letters of a style sheet that are read. */
export const LONGEST_STYLE_SHEET = 1 << 20;
const MOST_RULES = 3000;
const LONGEST_SELECTORS = 2000; // letters before a brace
const DEEPEST_SELECTOR = 4;

/** The rules of a style sheet that say anything. Those within `@media` and the like count as if they stood outside of it. */
export function readStyleSheet(css: string): StyleSheet {
	// By what they say: converters write the same rule again and again, and the last one counts.
	const said = new Map<string, { selector: string; look: Look }>();
	// Split, not matched: a pattern for what stands before a brace takes the square of a file without any.
	for (const part of withoutComments(css.slice(0, LONGEST_STYLE_SHEET)).split('}')) {
		const brace = part.lastIndexOf('{');
		const from = Math.max(part.lastIndexOf('{', brace - 1), part.lastIndexOf(';', brace - 1));
		const selectors = brace < 1 ? '@' : part.slice(from + 1, brace);
		if (selectors.includes('@') || selectors.length > LONGEST_SELECTORS) continue;
		const look = readDeclarations(part.slice(brace + 1));
		for (const selector of look ? selectors.split(',') : []) {
			const key = selector.trim() + JSON.stringify(look);
			said.delete(key);
			said.set(key, { selector, look: look! });
		}
	}
	const rules: StyleRule[] = [];
	for (const { selector, look } of said.values()) {
		const rule = readSelector(selector, look);
		if (rule && rules.length === MOST_RULES) return { rules, wasCut: true };
		if (rule) rules.push(rule);
	}
	return { rules, wasCut: css.length > LONGEST_STYLE_SHEET };
}

/** `null` for a selector that is not understood. */
function readSelector(selector: string, look: Look): StyleRule | null {
	const path = selector
		.trim()
		.toLowerCase()
		.split(/[\s>+~]+/)
		.map((compound) => compound.match(/[a-z][\w-]*|[.#][\w-]+|\[[^\]]*\]|::?[\w-]+/g) ?? []);
	const last = path.at(-1)!;
	const isSimple = last.length > 0 && last.every((simple) => !/^[:[]/.test(simple));
	if (!isSimple || path.length > DEEPEST_SELECTOR) return null;
	const specificity = path.flat().reduce((sum, simple) => sum + weightOf(simple), 0);
	return { path, look, specificity };
}

function weightOf(simple: string): number {
	if (simple.startsWith('#')) return 100;
	return simple.startsWith('.') ? 10 : 1;
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
	direction: (value) => ({ direction: value }),
	float: (value) => ({ float: value }),
	visibility: (value) => ({ hidden: value.startsWith('hidden') }),
	'vertical-align': (value) => ({ raised: value === 'super', lowered: value === 'sub' })
};

/** What declarations say; `null` when nothing that counts. */
export function readDeclarations(declarations: string): Look | null {
	const look: Look = {};
	for (const declaration of declarations.split(';')) {
		const colon = declaration.indexOf(':');
		const name = declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase();
		if (!Object.hasOwn(PROPERTIES, name)) continue;
		const value = declaration.slice(colon + 1).trim();
		Object.assign(look, PROPERTIES[name](value.toLowerCase()));
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
