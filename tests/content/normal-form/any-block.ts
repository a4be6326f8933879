/** Random blocks in the normal form, of words that Markdown could take for signs. */
import fc from 'fast-check';
import type { FootnoteReference, Root } from 'mdast';
import { textDirective } from '$lib/content/article/directives';
import { hasWords } from '$lib/content/books/chapters/numbers';
import * as blocks from '$lib/content/normal-form/blocks';
import { withPlainNumbers } from '$lib/content/normal-form/numbered-lists';
import { LINE_BREAK, PLAIN, type Atom, type Run } from '$lib/content/normal-form/runs';

const SIGNS =
	'* ** _ ` ~~ ~ [ ] ( ) ! < > & # - + 1. 2) = | \\ : :: ::: :sc :sc[ :lang { } {x} ^ [^1] " \' / @ $ % --- ***' +
	' \\alpha {.x} $a$ ==a== ++a++ ^a^ :smile: [toc] [[a]] %%a%% != (a) b) 1.E • -x #x h1. !!! .. .. a::' +
	' 10:30 said:yes &amp; &#65; <br> http://a.b www.a.b';
const SPACES = [' ', '  ', '\n', '\t', '\u00a0', '\u2003', ' \n '];
const WORDS = [
	'a',
	'Wort',
	'é',
	'e\u0301',
	'\u0301',
	'道',
	'可',
	'א',
	'😀',
	'\ud800',
	'\0',
	'\u00ad',
	'12',
	'.',
	','
];

const piece = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom(...WORDS) },
	{ weight: 3, arbitrary: fc.constantFrom(...SPACES) },
	{ weight: 3, arbitrary: fc.constantFrom(...SIGNS.split(' ')) }
);
const words = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));

const often = <T>(value: T, other: fc.Arbitrary<T>) =>
	fc.oneof({ weight: 5, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: other });
const flag = often(false, fc.constant(true));

const marks = fc.record({
	emphasis: flag,
	strong: flag,
	deleted: flag,
	code: flag,
	smallCaps: flag,
	shifted: often<'sup' | 'sub' | null>(null, fc.constantFrom('sup', 'sub')),
	language: often<string | null>(null, fc.constantFrom('fr', 'zh-Hant', 'grc')),
	link: often<string | null>(null, fc.constantFrom('https://a.b/c_(d)', 'mailto:a@b.c', '#p1'))
});

const atom: fc.Arbitrary<Atom> = fc.oneof(
	fc.constant<Atom>({ type: 'break' }),
	fc
		.constantFrom('1', '2')
		.map((id): Atom => ({ type: 'footnoteReference', identifier: id, label: id })),
	fc.constant<Atom>({ type: 'image', url: 'images/a.png', alt: 'It’s [a] "b"', title: null }),
	fc.constant<Atom>({ type: 'image', url: 'images/a.png', alt: ' ', title: null }),
	fc
		.constantFrom('12', 'xii')
		.map((value): Atom => textDirective('page', [{ type: 'text', value }]))
);

const run: fc.Arbitrary<Run> = fc.oneof(
	{ weight: 6, arbitrary: fc.record({ value: words, marks }) },
	{ weight: 2, arbitrary: words.map((value) => ({ value, marks: PLAIN })) },
	{ weight: 1, arbitrary: atom.map((value) => ({ value, marks: PLAIN })) },
	{ weight: 1, arbitrary: fc.constant(LINE_BREAK) }
);
const runs = fc.array(run, { minLength: 1, maxLength: 6 });
const verseLine = fc.record({ runs, indent: fc.nat(7) });
const row = fc.array(runs, { minLength: 2, maxLength: 3 });
const rule: blocks.Block = { type: 'thematicBreak' };

/** Several blocks; nothing where what they are made of shows nothing. */
const { flow } = fc.letrec<{ flow: blocks.Block[]; block: blocks.Block | null }>((tie) => ({
	flow: fc
		.array(tie('block'), { minLength: 1, maxLength: 3 })
		.map((some) => withPlainNumbers(some.filter((block) => block !== null))),
	block: fc.oneof(
		{ maxDepth: 2 },
		runs.map(blocks.paragraph),
		fc
			.tuple(fc.integer({ min: 1, max: 6 }), runs)
			.map(([depth, some]) => blocks.heading(depth, some)),
		runs.map(blocks.signature),
		words.map(blocks.code),
		fc.array(fc.array(verseLine, { maxLength: 3 }), { maxLength: 2 }).map(blocks.verse),
		fc
			.tuple(row, fc.array(row, { minLength: 1, maxLength: 2 }))
			.map(([head, rows]) => blocks.table(head, rows)),
		words.map((caption) =>
			blocks.figure({ type: 'image', url: 'images/a.png', alt: 'A' }, caption)
		),
		fc.constant(rule),
		tie('flow').map(blocks.quotation),
		fc
			.tuple(fc.constantFrom(null, 1, 7, 0, 999_999_999), fc.array(tie('flow'), { maxLength: 3 }))
			.map(([start, items]) => blocks.list(start, items))
	)
}));

const note = (id: string, children: readonly blocks.Block[]): blocks.Block => ({
	type: 'footnoteDefinition',
	identifier: id,
	label: id,
	children: (children.some(hasWords)
		? children
		: [...children, blocks.paragraph([{ value: '—', marks: PLAIN }])]) as never
});
const reference = (id: string): FootnoteReference => ({
	type: 'footnoteReference',
	identifier: id,
	label: id
});

/** A chapter that refers to each of its two notes. */
export const anyChapter: fc.Arbitrary<Root> = fc
	.tuple(flow, flow, flow)
	.map(([body, one, two]) => ({
		type: 'root',
		children: [
			...body,
			{
				type: 'paragraph',
				children: [{ type: 'text', value: 'Both' }, reference('1'), reference('2')]
			},
			note('1', one),
			note('2', two)
		]
	}));
