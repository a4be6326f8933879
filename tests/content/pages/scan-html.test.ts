import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { readChapterPage } from '$lib/content/pages/read-chapter-page';
import { scanHtml, type HtmlHandler } from '$lib/content/pages/scan-html';
import { normalize } from '$lib/core/text/chapter-text';
import { readLibrary } from '$lib/server/library';

/** What a handler is told, with texts that follow each other as one. */
class Told implements HtmlHandler {
	events: string[] = [];
	#text = '';

	onopentag(name: string, attributes: Record<string, string>) {
		this.#push(`<${name} ${JSON.stringify(attributes)}>`);
	}

	ontext(text: string) {
		this.#text += text;
	}

	onclosetag() {
		this.#push('</>');
	}

	#push(event: string) {
		if (this.#text !== '') this.events.push(this.#text);
		this.#text = '';
		this.events.push(event);
	}
}

function scanned(html: string): string[] | null {
	const told = new Told();
	return scanHtml(html, told) ? told.events : null;
}

function parsed(html: string): string[] {
	const told = new Told();
	new Parser(told).end(html);
	return told.events;
}

test.each(
	['content', 'tests/fixtures/content']
		.flatMap((folder) => readLibrary(folder).works.flatMap(({ chapters }) => chapters))
		.map(({ title, html }) => [title, html] as const)
)('%s is scanned, as a parser reads it', (_, html) => {
	const article = `<article class="text" data-edition="ab">${html}</article>`;
	expect(scanned(article)).toEqual(parsed(article));
});

test.each([
	'<p id="p1">One<p id="p2">Two',
	'<ul><li>One<li>Two</ul>',
	'<p>a<ul><li>b</li></ul></p>',
	'<P>a</P>',
	'<p id=p1>a</p>',
	"<p id='p1'>a</p>",
	'<p id="p1" id="p2">a</p>',
	'<p>&eacute;</p>',
	'<p>a & b</p>',
	'<p>&#x80;</p>',
	'<p>1 < 2</p>',
	'<p>a<!-->b</p>',
	'<script>a</script>',
	'<svg><title>a</title></svg>',
	'<p>a</p></p>',
	'<i><b>a</i></b>',
	'<table><td>a<td>b</table>'
])('%s is left to the parser', (html) => {
	expect(scanned(html)).toBeNull();
});

test('what is scanned is what a parser reads, whatever it is', () => {
	const names = fc.constantFrom(
		'p',
		'i',
		'li',
		'ul',
		'td',
		'tr',
		'table',
		'br',
		'h2',
		'a',
		'pre',
		'div'
	);
	const piece = fc.oneof(
		names.map((name) => `<${name}>`),
		names.map((name) => `</${name}>`),
		fc.constantFrom(
			'a',
			' ',
			'\n',
			'&amp;',
			'&#x26;',
			'&lt;',
			'&#x1F600;',
			'&',
			'<',
			'>',
			'"',
			'é',
			'\u0000'
		),
		fc.constantFrom(
			'<p id="p1" data-noanchor="">',
			'<a href="b?c&amp;d" hidden>',
			'<i title=">">',
			'<!-- c -->',
			'<!---->',
			'<i a="<">'
		)
	);
	const element: fc.Arbitrary<string> = fc.letrec<{ one: string }>((tie) => ({
		one: fc.oneof(
			{ depthSize: 'small' },
			piece,
			fc
				.tuple(names, fc.array(tie('one'), { maxLength: 4 }))
				.map(([name, inner]) => (name === 'br' ? '<br>' : `<${name}>${inner.join('')}</${name}>`))
		)
	})).one;
	let count = 0;
	fc.assert(
		fc.property(fc.array(element, { maxLength: 8 }), (pieces) => {
			const html = pieces.join('');
			const events = scanned(html);
			if (events === null) return;
			count++;
			expect(events).toEqual(parsed(html));
		}),
		{ numRuns: 2000 }
	);
	expect(count).toBeGreaterThan(200);
});

test('a text is normalized, whatever its signs', () => {
	const unit = fc.constantFrom(
		'a',
		' ',
		'\n',
		'\t',
		'\u00a0',
		'\u00ad',
		'\u200b',
		'’',
		'道',
		'😀',
		'\u2003',
		'\u0000',
		'\u001f'
	);
	fc.assert(
		fc.property(fc.string({ unit }), (raw) => {
			const html = `<article data-edition="e"><p id="p1">${raw}</p></article>`;
			expect(readChapterPage(html)!.text).toBe(normalize(raw));
		})
	);
});
