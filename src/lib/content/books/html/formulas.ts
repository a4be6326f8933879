/**
 * Formulas in MathML (https://www.w3.org/TR/mathml-core/) as words on one line: `x² = (a + b)/2`, with what
 * is raised and lowered in them, since a chapter has no other form for them.
 */
import { LINE_BREAK, type Run } from '../../normal-form/runs';
import { childElements, lineOf, type SourceElement } from '../markup/element';
import type { Conversion } from './conversion';

/** A piece of a formula on its line. */
interface Piece {
	value: string;
	shifted: 'sup' | 'sub' | null;
}

/** Elements that no line can say; the words that the book has in the place of the formula are better. */
const UNSAYABLE = /^(mmultiscripts|mstack|mlongdiv|menclose)$/;

/** Operators that stand between two things, with a space on either side. */
const BETWEEN = /^[=+\-−±∓×·÷*<>≤≥≠≈≡∼≅∝∈∉⊂⊆⊃⊇∪∩∧∨→←↔⇒⇐⇔↦|]$/;

/** The runs of a formula, which is reported. */
export function formulaRuns(math: SourceElement, { book, marks }: Conversion): Run[] {
	book.report.count('formula');
	const pieces = sayAll(childElements(math)) ?? [];
	const letters = math.attributes.alttext?.trim() || lineOf(math);
	const runs = (pieces.length > 0 ? pieces : [plain(letters)]).map(({ value, shifted }): Run => ({
		value,
		marks: { ...marks, shifted: shifted ?? marks.shifted }
	}));
	return math.attributes.display === 'block' ? [LINE_BREAK, ...runs, LINE_BREAK] : runs;
}

const plain = (value: string): Piece => ({ value, shifted: null });

/** The pieces of elements one after the other; `null` when one of them cannot be said. */
function sayAll(elements: readonly SourceElement[]): Piece[] | null {
	const pieces: Piece[] = [];
	for (const [index, element] of elements.entries()) {
		const before = elements[index - 1] ?? null;
		const said = element.name === 'mo' ? operator(element, before) : say(element);
		if (said === null) return null;
		if (before && isWord(before) && element.name !== 'mo') pieces.push(plain(' '));
		pieces.push(...said);
	}
	return pieces;
}

/** The name of a function, as *sin*. */
function isWord(element: SourceElement): boolean {
	return element.name === 'mi' && lineOf(element).length > 1;
}

/** An operator; one that begins a row, or follows another, is a sign, as that of −x. */
function operator(element: SourceElement, before: SourceElement | null): Piece[] {
	const sign = lineOf(element)
		.replace('\u2061', ' ')
		.replace(/[\u2062-\u2064]/g, '');
	const isSign = !before || (before.name === 'mo' && !/^[)\]}|!′]$/.test(lineOf(before)));
	if (BETWEEN.test(sign)) return [plain(isSign ? sign : ` ${sign} `)];
	return [plain(/^[,;]$/.test(sign) ? `${sign} ` : sign)];
}

type Say = (parts: SourceElement[], element: SourceElement) => Piece[] | null;

const nothing: Say = () => [];

const joined =
	(join: (values: string[]) => string): Say =>
	(parts) => {
		const said = parts.map((part) => say(part));
		return said.includes(null) ? null : [plain(join(said.map((pieces) => flat(pieces!))))];
	};

const fraction = joined(([over = '', under = '']) => `${asOne(over)}/${asOne(under)}`);

/** Elements that are more than what they hold. */
const SAY: Readonly<Record<string, Say>> = {
	annotation: nothing,
	'annotation-xml': nothing,
	mphantom: nothing,
	mspace: () => [plain(' ')],
	semantics: ([first]) => (first ? say(first) : []),
	msup: ([base, raised]) => shift(base, [raised, 'sup']),
	msub: ([base, lowered]) => shift(base, [lowered, 'sub']),
	mover: ([base, raised]) => shift(base, [raised, 'sup']),
	munder: ([base, lowered]) => shift(base, [lowered, 'sub']),
	msubsup: ([base, lowered, raised]) => shift(base, [lowered, 'sub'], [raised, 'sup']),
	munderover: ([base, lowered, raised]) => shift(base, [lowered, 'sub'], [raised, 'sup']),
	// Without its line it is no fraction, but most often a binomial.
	mfrac: (parts, element) =>
		/^0/.test(element.attributes.linethickness ?? '') ? null : fraction(parts, element),
	msqrt: (parts) => surround('√', sayAll(parts)),
	mroot: ([base, index]) => {
		const degree = say(index);
		const rooted = surround('√', say(base));
		return degree && rooted && [{ value: flat(degree), shifted: 'sup' }, ...rooted];
	},
	mfenced: (parts, element) => {
		const { open = '(', close = ')', separators = ',' } = element.attributes;
		const inside = joined((values) => values.join(`${separators.trim().slice(0, 1)} `));
		const said = inside(parts, element);
		return said && [plain(open), ...said, plain(close)];
	},
	mtable: joined((rows) => rows.join('; ')),
	mtr: joined((cells) => cells.join(', ')),
	mlabeledtr: joined((cells) => cells.slice(1).join(', '))
};

function say(element: SourceElement | undefined): Piece[] | null {
	if (!element || UNSAYABLE.test(element.name)) return null;
	const parts = childElements(element);
	if (Object.hasOwn(SAY, element.name)) return SAY[element.name](parts, element);
	if (parts.length > 0) return sayAll(parts);
	return [plain(element.name === 'mo' ? flat(operator(element, null)) : lineOf(element))];
}

/** What is raised or lowered at a base. */
function shift(
	base: SourceElement,
	...shifted: [SourceElement | undefined, 'sup' | 'sub'][]
): Piece[] | null {
	const pieces = say(base);
	for (const [part, which] of shifted) {
		const said = say(part);
		if (pieces === null || said === null) return null;
		pieces.push({ value: flat(said), shifted: which });
	}
	return pieces;
}

function surround(before: string, pieces: Piece[] | null): Piece[] | null {
	return pieces && [plain(`${before}${asOne(flat(pieces))}`)];
}

/** Pieces as one: what is raised or lowered in what is so itself is told by a sign. */
function flat(pieces: readonly Piece[]): string {
	const SIGNS = { sup: '^', sub: '_' };
	return pieces
		.map(({ value, shifted }) => (shifted ? `${SIGNS[shifted]}${asOne(value)}` : value))
		.join('');
}

/** In brackets, unless it is one thing anyway. */
function asOne(value: string): string {
	return /^([\p{L}\p{M}]|[\p{N}.,]+)$/u.test(value.trim()) ? value.trim() : `(${value.trim()})`;
}
