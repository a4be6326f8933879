import { expect, test } from 'vitest';
import { openBook } from '$lib/content/books/open-book';
import { writeMarkdown } from '$lib/content/markdown/write-markdown';

/** The Markdown of a page's only chapter, and what a report says of it. */
function read(body: string, head = ''): { markdown: string; report: string[] } {
	const source = `<html lang="en"><head><title>T</title>${head}</head><body>${body}</body></html>`;
	const { chapters, report } = openBook(new TextEncoder().encode(source), 'page.html');
	expect(chapters).toHaveLength(1);
	return { markdown: writeMarkdown(chapters[0].tree).trimEnd(), report: report.lines() };
}

/** What it is, the HTML, the Markdown, and what is reported. */
type Case = [name: string, html: string, markdown: string, report?: string[]];

const LINES: Case[] = [
	[
		'marks by elements',
		'a <i>b</i> <b>c</b> <s>d</s> <code>e</code> f<sup>2</sup> H<sub>2</sub>O',
		'a *b* **c** ~~d~~ `e` f:sup[2] H:sub[2]O'
	],
	['white space, which stands outside of marks', '<p> a<em> b </em>c  d </p>', 'a *b* c d'],
	['white space that has a mark', '<p>a <sup> </sup> b <b>c<sup> </sup></b> d</p>', 'a b **c** d'],
	['marks that overlap', '<em>a <b>b</em> c</b>', '*a __b__* c'],
	[
		'another language',
		'<p>a <span lang="fr">mot</span> <i lang="en-US">b</i></p>',
		'a :lang[mot]{fr} *b*'
	],
	[
		'passages that run the other way, of which only the script is known',
		'<p>a <span dir="rtl">שלום</span> <i style="direction: rtl">سلام 5</i> <b dir="rtl">b</b></p>',
		'a :lang[שלום]{und-Hebr} *:lang[سلام 5]{und-Arab}* **b**'
	],
	[
		'a passage that says its language and which way it runs',
		'<blockquote lang="he" dir="rtl"><p>שלום <b dir="ltr">b</b></p></blockquote>',
		'> :lang[שלום **b**]{he}'
	],
	[
		'the number of a line, set at its end, and an initial',
		'<p>We went on<i style="float: right">10</i></p><p><b style="float: left">T</b>he sun</p>',
		'We went on *10*\n\n**T**he sun'
	],
	['a break, and two', 'a<br>b<br><br>c', 'a\\\nb\n\nc'],
	[
		'links out',
		'<a href="https://example.org/x y">a</a> <a href="mailto:a@b.c">b</a>',
		'[a](https://example.org/x%20y) [b](mailto:a@b.c)'
	],
	['a link to a block', '<p>a</p><p id="x">b</p><p><a href="#x">c</a></p>', 'a\n\nb\n\n[c](#p2)'],
	[
		'a link to nothing',
		'<a href="other.html">a</a>',
		'a',
		['1 link leads to nothing and became text']
	],
	[
		'quotation marks of q, and ruby',
		'<q>a</q> 漢<ruby>字<rp>(</rp><rt>じ</rt><rp>)</rp></ruby>',
		'“a” 漢字（じ）',
		['1 reading aid was put in brackets']
	],
	[
		'signs of Markdown as they are',
		'1. a*b* [c] :sc[d] &lt;br&gt; ::: # e',
		'1\\. a\\*b\\* \\[c] \\:sc\\[d] \\<br> \\:\\:: # e'
	]
];

const BLOCKS: Case[] = [
	['headings and paragraphs', '<h2>A</h2>b<div>c<p>d</p></div>', 'b\n\nc\n\nd'],
	[
		'lists, nested',
		'<ol start="3"><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ol>',
		'3. a\n\n   - b\n\n4. c\n\n   d'
	],
	[
		'quotations and a section break',
		'<blockquote><p>a</p><blockquote>b</blockquote></blockquote><hr>c',
		'> a\n>\n> > b\n\n---\n\nc'
	],
	['code', '<pre>a\n  b  \n</pre>', '```\na\n  b\n```'],
	[
		'a table',
		'<table><caption>C</caption><tr><th>a</th><th>b</th></tr><tr><td>1</td><td><p>2</p><p>3|</p></td></tr></table>',
		'C\n\n| a | b |\n| - | - |\n| 1 | 2 3\\| |'
	],
	[
		'a table with spans and no header',
		'<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>',
		'| | |\n| - | - |\n| a | b |\n| | c |'
	],
	[
		'a table for layout',
		'<table><tr><td><p>a</p><ul><li>b</li></ul></td></tr></table>',
		'a\n\n- b'
	],
	[
		'a table with a list in a cell',
		'<table><tr><td>a</td><td><ul><li>b</li></ul></td></tr><tr><td>c</td><td>d</td></tr></table>',
		'a\n\n- b\n\nc\n\nd',
		['1 table that has no form here became paragraphs']
	],
	[
		'verse by class',
		'<div class="poem"><div class="stanza"><p>a</p><p class="i2">b</p></div><div class="stanza"><p>c</p></div></div>',
		':::verse\na\n\u2003b\n\nc\n:::'
	],
	['verse by breaks', '<p class="verse">a<br>&emsp;b</p>', ':::verse\na\n\u2003b\n:::'],
	[
		'prose that is called verse',
		`<div class="verse"><p>${'a '.repeat(150)}</p></div>`,
		'a '.repeat(150).trim()
	],
	['definitions', '<dl><dt>a</dt><dd>b</dd></dl>', '**a**\n\nb'],
	['a signature', '<p>a</p><p class="signature">N. N.</p>', 'a\n\n::signature[N. N.]'],
	[
		'pages of the paper edition',
		'a<p><span class="pagenum">[Pg 12]</span>b <span epub:type="pagebreak" title="13"></span>c</p><div class="pagenum">14</div><p>d</p>',
		'a\n\n:page[12]b :page[13]c\n\n:page[14]d'
	]
];

/** A formula, and the line that it becomes. */
const FORMULAS: [mathml: string, markdown: string][] = [
	['<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>', 'E = mc:sup[2]'],
	['<msubsup><mi>a</mi><mi>i</mi><mrow><mo>-</mo><mn>1</mn></mrow></msubsup>', 'a:sub[i]:sup[-1]'],
	['<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>12</mn></mfrac>', '(a + b)/12'],
	['<msqrt><mi>x</mi><mo>-</mo><mn>1</mn></msqrt>', '√(x - 1)'],
	['<mroot><mi>x</mi><mn>3</mn></mroot>', ':sup[3]√x'],
	['<msup><mi>e</mi><msup><mi>x</mi><mn>2</mn></msup></msup>', 'e:sup[x^2]'],
	['<mi>sin</mi><mo>\u2061</mo><mi>x</mi><mo>,</mo><mi>y</mi>', 'sin x, y'],
	['<mi>x</mi><mo>=</mo><mo>−</mo><mi>y</mi>', 'x = −y'],
	[
		'<mo>(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable><mo>)</mo>',
		'(1, 2; 3, 4)'
	],
	['<mfenced><mi>a</mi><mi>b</mi></mfenced>', '(a, b)'],
	['<semantics><mi>x</mi><annotation>\\xi</annotation></semantics>', 'x'],
	['<mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac>', 'n over k'] // what alttext says
];

const STYLE: Case[] = [
	[
		'italics, bold, small capitals, by class',
		'<p class="a">x <span class="b">y</span> <span class="c">z</span> <i class="n">n</i></p>',
		'*x **y** :sc[z]* n'
	],
	[
		'raised and lowered letters, by class',
		'<p>m<span class="u">2</span> H<span class="d">2</span>O</p>',
		'm:sup[2] H:sub[2]O'
	],
	[
		'what is hidden',
		'<p>a</p><p class="h">b</p><p hidden>c</p>',
		'a',
		['2 passages that the book hides were left out']
	]
];
const SHEET =
	'<style>/* } */ @media screen { .a { font-style: italic } } p .b{font-weight:bold}.c{font-variant:small-caps}.n{font-style:normal}.h{display:none}.u{vertical-align:super}.d{vertical-align:sub}</style>';

const NOTES: Case[] = [
	[
		'by type',
		'a<a epub:type="noteref" href="#n">*</a><aside id="n" epub:type="footnote"><p>N.</p></aside>b',
		'a[^1]\n\nb\n\n[^1]: N.'
	],
	[
		'by number and way back',
		'<p id="t">a<a href="#n"><sup>1</sup></a></p><p id="n"><a href="#t">1.</a> A note of words.</p>',
		'a[^1]\n\n[^1]: A note of words.'
	],
	[
		'no note, since nothing leads back',
		'<p>a <a href="#n">1</a></p><p id="n">A chapter of words.</p>',
		'a [1](#p2)\n\nA chapter of words.'
	],
	[
		'as a list, of which what is left is text',
		'a<a role="doc-noteref" href="#n">1</a><ol><li id="n" role="doc-endnote">N. <a role="doc-backlink" href="#x">↩</a></li></ol>',
		'a[^1]\n\n[^1]: N.'
	]
];

test.each([...LINES, ...BLOCKS, ...NOTES])(
	'HTML becomes Markdown: %s',
	(_, html, markdown, report = []) => {
		expect(read(html)).toEqual({ markdown, report });
	}
);

test.each(FORMULAS)('a formula becomes words on one line: %s', (mathml, markdown) => {
	expect(read(`<p>As <math alttext="n over k">${mathml}</math>.</p>`)).toEqual({
		markdown: `As ${markdown}.`,
		report: ['1 formula became words on one line']
	});
});

test('a formula on a line of its own stays there', () => {
	const { markdown } = read('<p>As <math display="block"><mi>x</mi></math> says.</p>');
	expect(markdown).toBe('As\\\nx\\\nsays.');
});

test.each(STYLE)('a style says what words mean: %s', (_, html, markdown, report = []) => {
	expect(read(html, SHEET)).toEqual({ markdown, report });
});

test.each([
	['<script>x</script>'],
	['<p onclick="x">a</p>'],
	['<svg><script>x</script></svg>'],
	['<a href="javascript:x">a</a>'],
	['<a href="data:text/html,x">a</a>'],
	['<iframe srcdoc="x"></iframe>'],
	['<object data="x"></object>'],
	['<img src="data:image/svg+xml,x">'],
	['<img src="https://example.org/x.png">'],
	['<style>@import "x"</style>'],
	['<math><a xlink:href="javascript:x"></a></math>'],
	['<form action="x"><button formaction="javascript:x">a</button></form>'],
	['<template><p>x</p></template>'],
	['<noscript><p>x</p></noscript>'],
	['<base href="https://example.org/">']
])('nothing of it stays but text: %s', (html) => {
	const { markdown } = read(`<p>Before</p>${html}<p>After</p>`);
	expect(markdown.replace(/\n\na\n\n/, '\n\n')).toBe('Before\n\nAfter');
});
