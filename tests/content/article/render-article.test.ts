import { describe, expect, test } from 'vitest';
import { makeChapter, type WorkOptions } from '../make-chapter';

/** What it is, the Markdown, the article's HTML, and what its work has beside it. */
type Case = [name: string, markdown: string, html: string, work?: WorkOptions];

const size = { width: 2, height: 3 };
const reference = (number: number, id = `${number}`) =>
	`<sup data-noanchor><a role="doc-noteref" id="noteref-${id}" href="#note-${number}">${number}</a></sup>`;
const back = (number: number, id = `${number}`, place = '', space = '\u00a0') =>
	`${space}<a role="doc-backlink" href="#noteref-${id}" data-noanchor aria-label="Back to the text, note ${number}${place}">↩\ufe0e</a>`;
const notes = (...items: string[]) =>
	`<section role="doc-endnotes" aria-label="Notes"><h2 data-noanchor>Notes</h2>\n<ol>\n${items.join('\n')}\n</ol></section>`;

const BLOCKS: Case[] = [
	['paragraphs', 'One\ntwo.\n\nThree.', '<p id="p1">One two.</p>\n<p id="p2">Three.</p>'],
	[
		'headings, below the page’s own',
		'# One\n\n## Two\n\n### Three\n\n###### Six',
		'<h2 id="p1">One</h2>\n<h3 id="p2">Two</h3>\n<h4 id="p3">Three</h4>\n<h6 id="p4">Six</h6>'
	],
	[
		'emphasis, importance, code, struck words',
		'*a* **b** `c` ~~d~~ \\~e~',
		'<p id="p1"><em>a</em> <strong>b</strong> <code>c</code> <del>d</del> ~e~</p>'
	],
	['a tight list', '- a\n- b', '<ul>\n<li id="p1">a</li>\n<li id="p2">b</li>\n</ul>'],
	['a loose list', '3. a\n\n4. b', '<ol start="3">\n<li id="p1">a</li>\n<li id="p2">b</li>\n</ol>'],
	[
		'a nested list, an item of several paragraphs, an empty one',
		'- a\n  - b\n- c\n\n  d\n-',
		'<ul>\n<li><p id="p1">a</p>\n<ul>\n<li id="p2">b</li>\n</ul></li>\n<li><p id="p3">c</p>\n<p id="p4">d</p></li>\n<li></li>\n</ul>'
	],
	[
		'quotations, nested, with a signature',
		'> a\n>\n> > b\n>\n> ::signature[N. *N.*]',
		'<blockquote>\n<p id="p1">a</p>\n<blockquote>\n<p id="p2">b</p>\n</blockquote>\n<p id="p3" class="signature">N. <em>N.</em></p>\n</blockquote>'
	],
	[
		'a table: aligned by class, its empty cells without an id',
		'| a | b | c |\n| :- | -: | :-: |\n| 1 | | 3 |\n| 4 |',
		'<table>\n<thead>\n<tr><th id="p1">a</th><th id="p2" class="right">b</th><th id="p3" class="center">c</th></tr>\n</thead>\n<tbody>\n<tr><td id="p4">1</td><td class="right"></td><td id="p5" class="center">3</td></tr>\n<tr><td id="p6">4</td><td class="right"></td><td class="center"></td></tr>\n</tbody>\n</table>'
	],
	[
		'a table in a list item',
		'- | a |\n  | - |',
		'<ul>\n<li><table>\n<thead>\n<tr><th id="p1">a</th></tr>\n</thead>\n</table></li>\n</ul>'
	],
	[
		'fenced code, its white space kept',
		'```js\nif (a < b)\n\tc & d\n```',
		'<pre id="p1"><code>if (a &#x3C; b)\n\tc &#x26; d</code></pre>'
	],
	[
		'no code by indentation',
		'One\n\n    two\n\n\tthree',
		'<p id="p1">One</p>\n<p id="p2">two</p>\n<p id="p3">three</p>'
	],
	['a section break', 'a\n\n---\n\nb', '<p id="p1">a</p>\n<hr>\n<p id="p2">b</p>'],
	['a line break', 'a\\\nb  \nc', '<p id="p1">a<br>\nb<br>\nc</p>'],
	['literal characters', '“ ’ – \u00a0 &nbsp; é א 道', '<p id="p1">“ ’ – \u00a0 \u00a0 é א 道</p>'],
	['colons in prose', 'at 10:30 he said:yes :a[b]', '<p id="p1">at 10:30 he said:yes :a[b]</p>'],
	[
		'small capitals, raised and lowered letters, another language',
		':sc[Anno *x*] m:sup[2] H:sub[2]O :lang[c’est]{fr-fr} :lang[שלום]{he} :sc x',
		'<p id="p1"><span class="small-caps">Anno <em>x</em></span> m<sup>2</sup> H<sub>2</sub>O <span lang="fr-FR" dir="ltr">c’est</span> <span lang="he" dir="rtl">שלום</span> :sc x</p>'
	],
	[
		'a block all in a language that runs the other way, and one in which it is a part',
		'## *:lang[שלום]{he}*[^1]\n\n:lang[שלום]{he}\\\n:page[3] :lang[א]{yi}\n\n:lang[שלום]{he}: b\n\n:lang[mot]{fr}\n\n[^1]: c',
		`<h3 id="p1" dir="rtl"><em><span lang="he" dir="rtl">שלום</span></em>${reference(1)}</h3>
<p id="p2" dir="rtl"><span lang="he" dir="rtl">שלום</span><br>\n<span data-noanchor role="doc-pagebreak" aria-label="Page 3">3</span> <span lang="yi" dir="rtl">א</span></p>
<p id="p3"><span lang="he" dir="rtl">שלום</span>: b</p>
<p id="p4"><span lang="fr" dir="ltr">mot</span></p>
${notes(`<li id="note-1">c${back(1)}</li>`)}`
	],
	[
		'a passage of which only the script is known',
		'a :lang[שלום]{und-Hebr}',
		'<p id="p1">a <span lang="und-Hebr" dir="rtl">שלום</span></p>'
	],
	[
		'the number of a page, which is no part of the text',
		'a :page[12] b',
		'<p id="p1">a <span data-noanchor role="doc-pagebreak" aria-label="Page 12">12</span> b</p>'
	],
	[
		'addresses in prose, which are text',
		'“https://example.org” www.example.org a@example.org',
		'<p id="p1">“https://example.org” www.example.org a@example.org</p>'
	],
	[
		'Chinese over several lines',
		'道可道，\n非常道。\n名\nname',
		'<p id="p1">道可道，非常道。名 name</p>'
	]
];

const VERSE: Case[] = [
	[
		'stanzas and lines',
		':::verse\na\nb\n\nc\n:::',
		'<div class="verse"><div class="stanza"><p id="p1" class="line">a</p>\n<p id="p2" class="line">b</p></div>\n<div class="stanza"><p id="p3" class="line">c</p></div></div>'
	],
	[
		'indents by spaces, em spaces and references',
		':::verse\n  a\n     b\n\u2003\u2003c\n&emsp;d\n                  e\n:::',
		'<div class="verse"><div class="stanza"><p id="p1" class="line indent-1">a</p>\n<p id="p2" class="line indent-2">b</p>\n<p id="p3" class="line indent-2">c</p>\n<p id="p4" class="line indent-1">d</p>\n<p id="p5" class="line indent-6">e</p></div></div>'
	],
	[
		'emphasis over a line’s end, and a line break',
		':::verse\na *b\nc* d\\\ne\n:::',
		'<div class="verse"><div class="stanza"><p id="p1" class="line">a <em>b</em></p>\n<p id="p2" class="line"><em>c</em> d</p>\n<p id="p3" class="line">e</p></div></div>'
	],
	[
		'that begins a footnote, whose first line stands further in',
		'One[^1].\n\n[^1]: :::verse\n    a\n      b\n    :::',
		`<p id="p1">One${reference(1)}.</p>\n${notes(
			`<li><div class="verse"><div class="stanza"><p id="note-1" class="line">a</p>\n<p id="note-1-2" class="line indent-1">b</p></div></div>\n<p>${back(1, '1', '', ' ')}</p></li>`
		)}`
	],
	[
		'a line that begins with a note’s mark',
		':::verse\na\n[^1] b\n:::\n\n[^1]: N.',
		`<div class="verse"><div class="stanza"><p id="p1" class="line">a</p>\n<p id="p2" class="line">${reference(1)} b</p></div></div>\n${notes(`<li id="note-1">N.${back(1)}</li>`)}`
	],
	[
		'in a quotation',
		'> :::verse\n> a\n>   b\n> :::',
		'<blockquote>\n<div class="verse"><div class="stanza"><p id="p1" class="line">a</p>\n<p id="p2" class="line indent-1">b</p></div></div>\n</blockquote>'
	]
];

const LINKS: Case[] = [
	[
		'links out, with nothing told to the other site',
		'[a](https://example.org) [b](mailto:a@example.org) <http://example.org>',
		'<p id="p1"><a href="https://example.org" rel="noopener noreferrer">a</a> <a href="mailto:a@example.org">b</a> <a href="http://example.org" rel="noopener noreferrer">http://example.org</a></p>'
	],
	[
		'links by reference',
		'[a][x]\n\n[x]: http://example.org "Title"',
		'<p id="p1"><a href="http://example.org" title="Title" rel="noopener noreferrer">a</a></p>'
	],
	[
		'links within the work',
		'[a](2-b.md) [b](2-b.md#p3) [c](#p1) [d](#:~:text=a) [e](../)',
		'<p id="p1"><a href="../2-b/">a</a> <a href="../2-b/#p3">b</a> <a href="#p1">c</a> <a href="#:~:text=a">d</a> <a href="../">e</a></p>',
		{ chapters: ['2-b'] }
	],
	[
		'an image in a line',
		'a ![It’s "b"](./my%20images/b.png) c',
		'<p id="p1">a <img src="../my%20images/b.png" alt="It’s &#x22;b&#x22;" width="2" height="3" loading="lazy" decoding="async"> c</p>',
		{ images: { 'my images/b.png': size } }
	],
	[
		'an image alone, without text and so without an id',
		'![a](b.png)\n\nc',
		'<p><img src="../b.png" alt="a" width="2" height="3" loading="lazy" decoding="async"></p>\n<p id="p1">c</p>',
		{ images: { 'b.png': size } }
	],
	[
		'an image that says nothing, by a space',
		'a ![ ](b.png)',
		'<p id="p1">a <img src="../b.png" alt="" width="2" height="3" loading="lazy" decoding="async"></p>',
		{ images: { 'b.png': size } }
	],
	[
		'an image with a caption',
		'![a](b.png "Caption")',
		'<figure><img src="../b.png" alt="a" width="2" height="3" loading="lazy" decoding="async"><figcaption id="p1">Caption</figcaption></figure>',
		{ images: { 'b.png': size } }
	]
];

const FOOTNOTES: Case[] = [
	[
		'a note, linked both ways, last in the chapter',
		'[^a]: N.\n\nOne[^a].',
		`<p id="p1">One${reference(1)}.</p>\n${notes(`<li id="note-1">N.${back(1)}</li>`)}`
	],
	[
		'numbers in the order of reference, a note referred to twice',
		'One[^b] two[^a] three[^b].\n\n[^a]: A.\n\n[^b]: B.',
		`<p id="p1">One${reference(1)} two${reference(2)} three${reference(1, '1-2')}.</p>\n${notes(
			`<li id="note-1">B.${back(1, '1', ', place 1 of 2')}${back(1, '1-2', ', place 2 of 2', ' ')}</li>`,
			`<li id="note-2">A.${back(2)}</li>`
		)}`
	],
	[
		'a note of several blocks',
		'One[^1].\n\n[^1]: A.\n\n    - B.\n\n    C.',
		`<p id="p1">One${reference(1)}.</p>\n${notes(
			`<li><p id="note-1">A.</p>\n<ul>\n<li id="note-1-2">B.</li>\n</ul>\n<p id="note-1-3">C.${back(1)}</p></li>`
		)}`
	],
	[
		'a note that ends with a list',
		'One[^1].\n\n[^1]: A.\n\n    - B.',
		`<p id="p1">One${reference(1)}.</p>\n${notes(
			`<li><p id="note-1">A.</p>\n<ul>\n<li id="note-1-2">B.</li>\n</ul>\n<p>${back(1, '1', '', ' ')}</p></li>`
		)}`
	],
	[
		'a note referred to in a note',
		'One[^1].\n\n[^1]: A[^2].\n\n[^2]: B.',
		`<p id="p1">One${reference(1)}.</p>\n${notes(
			`<li id="note-1">A${reference(2)}.${back(1)}</li>`,
			`<li id="note-2">B.${back(2)}</li>`
		)}`
	],
	[
		'the space before a mark, dropped where another follows',
		'One [^1] two [^1], *three* [^1]\n\n[^1]: N.',
		`<p id="p1">One${reference(1)} two ${reference(1, '1-2')}, <em>three</em>${reference(1, '1-3')}</p>\n${notes(
			`<li id="note-1">N.${[1, 2, 3].map((n) => back(1, n === 1 ? '1' : `1-${n}`, `, place ${n} of 3`, n === 1 ? undefined : ' ')).join('')}</li>`
		)}`
	],
	[
		'no reference where it is escaped or code',
		'a\\[^1] `[^2]`',
		'<p id="p1">a[^1] <code>[^2]</code></p>'
	]
];

describe.each([
	['blocks', BLOCKS],
	['verse', VERSE],
	['links and images', LINKS],
	['footnotes', FOOTNOTES]
])('an article has %s:', (_, cases) => {
	test.each(cases)('%s', (_, markdown, html, work) => {
		expect(makeChapter(markdown, work).html).toBe(html);
	});
});
