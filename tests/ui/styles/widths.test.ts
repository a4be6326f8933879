import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../../src/lib/ui/styles/tokens.css';
import '../../../src/lib/ui/styles/base.css';
import '../../../src/lib/ui/styles/reading.css';
import '../../../src/lib/ui/styles/elements.css';
import '../../../src/lib/ui/styles/after-text.css';

const LONG =
	'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3);
const CODE = `const address = 'https://example.org/${'a'.repeat(200)}';`;
const ROW = (cell: string, tag = 'td') => `<tr>${`<${tag}>${cell}</${tag}>`.repeat(12)}</tr>`;

/** What a publisher may put into a chapter that is wider than a phone. */
const WIDE: [what: string, html: string][] = [
	['a title', `<h1>${LONG}</h1>`],
	['a heading', `<h2 id="p2">${LONG}</h2>`],
	['a word', `<p id="p2">${LONG}</p>`],
	['code', `<pre id="p2"><code>${CODE}</code></pre>`],
	['code within a line', `<p id="p2">As in <code>${CODE}</code></p>`],
	[
		'code in a list in a quotation',
		`<blockquote><ul><li><pre>${CODE}</pre></li></ul></blockquote>`
	],
	['a table', `<table><tbody>${ROW('figures', 'th')}${ROW(LONG)}</tbody></table>`],
	['a picture', '<p><img width="3000" height="200" src="data:image/svg+xml,<svg/>"></p>'],
	[
		'a picture with words',
		`<figure><img width="3000" height="9"><figcaption>${LONG}</figcaption></figure>`
	],
	['a formula', `<p><math display="block"><mi>${'x'.repeat(400)}</mi></math></p>`],
	['a formula in a line', `<p>As <math><mi>${'x'.repeat(400)}</mi></math></p>`],
	['verse', `<div class="verse"><p class="line">${LONG}</p></div>`],
	['a signature', `<p class="signature">${LONG}</p>`],
	['a list far within lists', `${'<ul><li>'.repeat(12)}${LONG}${'</li></ul>'.repeat(12)}`],
	['indents', `<p class="indent-6">${LONG}</p>`],
	['a bookmark', '<p class="bookmarked">Words</p>'],
	[
		'a footnote at the very edge',
		'<p style="text-align: end">Words<sup><a role="doc-noteref" href="#n">1</a></sup></p>'
	],
	[
		'a note',
		`<section role="doc-endnotes"><ol><li>${LONG} <a role="doc-backlink" href="#">↩</a></li></ol></section>`
	]
];

afterEach(() => document.body.replaceChildren());

test.each(WIDE)('No page is wider than the screen for %s', async (_, html) => {
	for (const width of [320, 412, 600, 915]) {
		await page.viewport(width, 700);
		document.body.innerHTML = `<div class="page"><main style="padding-inline: var(--gutter)">
			<article class="text" dir="ltr">${html}</article></main></div>`;
		const { scrollWidth, clientWidth } = document.documentElement;
		expect(scrollWidth, `${width} px`).toBeLessThanOrEqual(clientWidth);
		// And nothing is cut off without a way to see it.
		const main = document.querySelector('main')!;
		const cut = [...main.querySelectorAll('*')].filter((element) => {
			if (element.closest('pre, table, math, [role="doc-noteref"]') !== null) return false;
			return element.getBoundingClientRect().right > width + 1;
		});
		expect(
			cut.map(({ outerHTML }) => outerHTML.slice(0, 60)),
			`${width} px`
		).toEqual([]);
	}
});
