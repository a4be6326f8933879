import { expect, test } from 'vitest';
import { readChapterPage as readWithoutDom } from '$lib/content/pages/read-chapter-page';
import { readChapterPage } from '$lib/dom/chapter-page';

const pages: [name: string, article: string][] = [
	['inline elements', '<p id="p1">O<em>n<b>e</b> t</em>wo</p>'],
	['white space', '<p id="p1">\n\tOne\n\ttwo&nbsp;<em> three</em> </p>'],
	['what is invisible', '<p id="p1">ex&shy;ile &#8203;now&#xfeff;</p>'],
	['line breaks', '<p id="p1"><br>One<br/>two <br> three<br></p>'],
	['a footnote’s mark', '<p id="p1">One<sup data-noanchor><a>[<b>1</b>]<br></a></sup>, two</p>'],
	['a line break that does not count', '<p id="p1">a<br data-noanchor>b</p>'],
	[
		'one that does not count in another',
		'<p id="p1">a<i data-noanchor>b<i data-noanchor>c</i>d</i>e</p>'
	],
	['comments', '<p id="p1">On<!-- <p id="p9">no</p> -->e</p>'],
	[
		'entities',
		'<p id="p1">&lt;One&gt; &amp;amp; &quot;two&quot; &eacute; &#x1F600; &copy 1 &notit;</p>'
	],
	['what looks like a tag', '<p id="p1">1 < 2 and 3 > 2, a<b</p>'],
	['a block in a block', '<ul><li id="p1">One<p id="p2">Two</p>three</li></ul>'],
	['blocks in what does not count', '<p id="p1">a</p><div data-noanchor>b<p id="p2">c</p></div>'],
	['end tags left out', '<ul><li id="p1">One<li id="p2">Two</ul><p id="p3">Three<p id="p4">Four'],
	[
		'ids that are no blocks',
		'<h2 id="notes">N</h2><p id="p1x">a</p><p id="note-1-2">b</p><p id="note-1-2-3">c</p>'
	],
	['a table', '<table><tr><td id="p1">One</td><td id="p2">Two</td></tr></table>'],
	['a picture', '<figure><img src="a.png" alt="no"><figcaption id="p1">yes</figcaption></figure>'],
	['attributes with signs', '<p id="p1" title="a > b" data-x=\'<p id="p9">\'>One</p>'],
	['large letters', '<P ID="p1">One<BR>two<SUP DATA-NOANCHOR>1</SUP></P>'],
	['emoji, and half of one', '<p id="p1">😀 \ud83d x</p>'],
	['Hebrew and Chinese', '<p id="p1" dir="rtl">שָׁלוֹם</p><p id="p2">道可道，<b>非</b>常道。</p>'],
	['code', '<pre id="p1"><code>\n if (a &lt; b)\n  c</code></pre>'],
	['nothing', '']
];

test.each(pages)('A page with %s says the same with a DOM and without', (_, article) => {
	const html = `<body><main><article class="text" data-edition="ab12">${article}</article></main>`;
	const read = readChapterPage(html);
	expect(read).not.toBeNull();
	expect(readWithoutDom(html)).toEqual(read);
});

test.each([
	'',
	'<p>',
	'<article><p id="p1">a</p></article>',
	'</article><article data-edition="a">'
])('%j is no chapter’s page to either', (html) => {
	expect(readChapterPage(html)).toBeNull();
	expect(readWithoutDom(html)).toBeNull();
});
