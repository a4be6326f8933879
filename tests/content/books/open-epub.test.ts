import { expect, test } from 'vitest';
import type { Book } from '$lib/content/books/book';
import { pageOf } from '$lib/content/books/html/passed-over';
import { openBook } from '$lib/content/books/open-book';
import { writeMarkdown } from '$lib/content/markdown/write-markdown';
import { epub, page, packageOf, PNG, zip, CONTAINER, type Parts } from './make-epub';

const open = (bytes: Uint8Array) => openBook(bytes, 'a.epub');

/** The chapters as `slug|title|level` and their Markdown. */
function chaptersOf(book: Book): [string, string][] {
	return book.chapters.map(({ slug, title, level, tree }) => [
		`${slug}|${title}|${level}`,
		writeMarkdown(tree).trimEnd()
	]);
}

const NCX =
	'<?xml version="1.0"?><ncx><navMap><navPoint><navLabel><text>Part One</text></navLabel><content src="1.html"/><navPoint><navLabel><text>1. The Exile</text></navLabel><content src="1.html#c1"/></navPoint></navPoint><navPoint><navLabel><text>2. The Return</text></navLabel><content src="2.html"/></navPoint></navMap></ncx>';

test('an EPUB 2 with NCX: its chapters, titles, levels, and what it says of itself', () => {
	const book = open(
		epub(
			{
				'1.html': page('<h1>Part One</h1><p>Of it.</p><h2 id="c1">The Exile</h2><p>A.</p>'),
				'1b.html': page('<p>Goes on.</p>'),
				'2.html': page('<h2>2</h2><h3>The Return</h3><p>See <a href="1.html#c1">there</a>.</p>')
			},
			{
				version: '2.0',
				metadata:
					'<dc:title>A Book</dc:title><dc:creator>A. Writer</dc:creator><dc:creator>B. Writer</dc:creator><dc:language>en_GB</dc:language><dc:identifier>urn:1</dc:identifier><dc:rights>Free</dc:rights><dc:source>Paper</dc:source>',
				items: '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
				spine: 'toc="ncx"'
			},
			{ 'OEBPS/toc.ncx': NCX }
		)
	);
	expect(book).toMatchObject({
		format: 'EPUB 2',
		title: 'A Book',
		author: 'A. Writer, B. Writer',
		language: 'en-GB',
		dir: 'ltr',
		rights: 'Free',
		source: 'Paper',
		identifier: 'urn:1'
	});
	expect(chaptersOf(book)).toEqual([
		['1-part-one|Part One|1', 'Of it.\n\n## The Exile\n\nA.\n\nGoes on.'],
		['2-2-the-return|2. The Return|1', 'See [there](1-part-one.md#p2).']
	]);
	expect(book.report.lines()).toEqual([]);
});

const NAV = page(
	'<nav epub:type="landmarks"><ol><li><a href="x.xhtml">Start</a></li></ol></nav><nav epub:type="toc"><ol><li><span>Part</span><ol><li><a href="a%20b.xhtml">One</a></li></ol></li><li><a href="c.xhtml">Two</a></li></ol></nav>'
);

test('an EPUB 3 with nav: notes in a file of their own, pictures, the cover', () => {
	const book = open(
		epub(
			{
				'cover.xhtml': page('<svg><image xlink:href="images/Cover.png"/></svg>'),
				'nav.xhtml': NAV,
				'a b.xhtml': page(
					'<h1>One</h1><p>A<a epub:type="noteref" href="notes.xhtml#n2">2</a>.</p><figure><img src="images/map.png" alt="A map"/><figcaption>The road</figcaption></figure>'
				),
				'c.xhtml': page(
					'<p>B<a epub:type="noteref" href="notes.xhtml#n1">1</a> <img src="images/leaf.png"/> <img src="no.png" alt="x"/></p>'
				),
				'notes.xhtml': page(
					'<section epub:type="endnotes"><ol><li id="n1" epub:type="endnote">N. <a href="c.xhtml">↩</a></li><li id="n2" epub:type="endnote"><p>M.</p></li></ol></section>'
				)
			},
			{
				items:
					'<item id="c" href="images/cover.png" properties="cover-image" media-type="image/png"/>',
				spine: 'page-progression-direction="rtl"'
			},
			{ 'OEBPS/images/cover.png': PNG, 'OEBPS/images/map.png': PNG, 'OEBPS/images/leaf.png': PNG }
		).slice()
	);
	expect(book.cover).toBe('images/cover.png');
	expect(book.dir).toBe('rtl');
	expect(chaptersOf(book)).toEqual([
		['1-one|One|2', 'A[^1].\n\n![A map](images/map.png "The road")\n\n[^1]: M.'],
		['2-two|Two|1', 'B[^1] ![ ](images/leaf.png)\n\n[^1]: N.']
	]);
	expect(book.report.lines()).toEqual([
		'1 page of contents was left out',
		'2 pictures have no words for those who cannot see them',
		'1 page that only shows the cover was left out',
		'1 picture is not in the file'
	]);
});

test.each([
	['ar', 'rtl', 'rtl'],
	['ar', 'ltr', 'rtl'],
	['en', 'rtl', 'rtl'], // of a language that nobody put right
	['ja', 'rtl', 'ltr'] // in columns
])('which way a text in %s runs of which the pages run %s: %s', (language, pages, dir) => {
	const spine = `page-progression-direction="${pages}"`;
	const metadata = `<dc:language>${language}</dc:language>`;
	const book = open(epub({ 'a.xhtml': page('<p>A</p>') }, { metadata, spine }));
	expect(book.dir).toBe(dir);
});

const PAGED =
	'<h1>One</h1><p>Long<a id="p12"></a> ago,</p><p id="p13">far off.</p><ul id="p14"><li>A</li></ul>';
const PAGED_AS_MARKDOWN = 'Long:page[12] ago,\n\n:page[13]far off.\n\n- A\n';

test.each<[string, Uint8Array]>([
	[
		'EPUB 3',
		epub({
			'nav.xhtml': page(
				'<nav epub:type="toc"><ol><li><a href="a.xhtml">One</a></li></ol></nav><nav epub:type="page-list"><ol><li><a href="a.xhtml#p12">12</a></li><li><a href="a.xhtml#p13">Page 13</a></li><li><a href="a.xhtml#p14">14</a></li><li><a href="no.xhtml">15</a></li></ol></nav>'
			),
			'a.xhtml': page(PAGED)
		})
	],
	[
		'EPUB 2',
		epub(
			{ 'a.xhtml': page(PAGED) },
			{
				items: '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
				spine: 'toc="ncx"'
			},
			{
				'OEBPS/toc.ncx':
					'<ncx><navMap/><pageList><pageTarget><navLabel><text>12</text></navLabel><content src="a.xhtml#p12"/></pageTarget><pageTarget><navLabel><text>13</text></navLabel><content src="a.xhtml#p13"/></pageTarget></pageList></ncx>'
			}
		)
	]
])('pages of the paper edition of which only a list tells: %s', (_, file) => {
	expect(writeMarkdown(open(file).chapters[0].tree)).toBe(PAGED_AS_MARKDOWN);
});

test('a list of pages adds nothing to documents that say theirs', () => {
	const marked = page('<h1>One</h1><p><span epub:type="pagebreak" id="p12" title="12"/>Words.</p>');
	const nav = page(
		'<nav epub:type="page-list"><ol><li><a href="a.xhtml#p12">12</a></li></ol></nav>'
	);
	const { chapters } = open(epub({ 'nav.xhtml': nav, 'a.xhtml': marked }));
	expect(writeMarkdown(chapters[0].tree)).toBe(':page[12]Words.\n');
});

test('pages that begin at one place, as an empty one and the next, stay in their order', () => {
	const pages = ['a.xhtml#p4', 'a.xhtml#p4', 'b.xhtml', 'b.xhtml'].map(
		(address, index) => `<li><a href="${address}">${index + 4}</a></li>`
	);
	const { chapters } = open(
		epub({
			'nav.xhtml': page(
				`<nav epub:type="toc"><ol><li><a href="a.xhtml">One</a></li></ol></nav><nav epub:type="page-list"><ol>${pages.join('')}</ol></nav>`
			),
			'a.xhtml': page('<h1>One</h1><p id="p4">Words.</p>'),
			'b.xhtml': page('More.')
		})
	);
	expect(chapters.map(({ tree }) => writeMarkdown(tree))).toEqual([
		':page[4]:page[5]Words.\n',
		':page[6]:page[7]More.\n'
	]);
});

test('the text of an element that begins no page is not read in search of its number', () => {
	const element = {
		...{ name: 'div', attributes: { class: 'chapter' }, parent: null },
		get children(): never {
			throw new Error('was read');
		}
	};
	expect(pageOf(element)).toBeNull();
});

const BASE: Parts = {
	'META-INF/container.xml': CONTAINER,
	'OEBPS/book.opf': packageOf(['1.xhtml']),
	'OEBPS/1.xhtml': page('<p>Words.</p>')
};

/** What is wrong with a book, its files over a good one's, and what is said of it. */
const MENDED: [name: string, parts: Parts, report: string[]][] = [
	[
		'no container',
		{ 'META-INF/container.xml': '' },
		['the book does not say where its contents are; they were looked for']
	],
	[
		'no spine',
		{ 'OEBPS/book.opf': packageOf(['1.xhtml']).replace(/<spine.*<\/spine>/, '') },
		['the book does not say its order of reading; its files stand in the order of their list']
	],
	[
		'no list of files',
		{ 'OEBPS/book.opf': '<package><metadata><dc:language>en</dc:language></metadata></package>' },
		[
			'the book does not say its order of reading; its files stand in the order of their list',
			'1 chapter has no title: its first words stand for it'
		]
	],
	[
		'a file of it missing',
		{ 'OEBPS/book.opf': packageOf(['1.xhtml', '2.xhtml']) },
		['1 file of the book is missing']
	],
	[
		'a name that leads out',
		{ '../evil.xhtml': page('x') },
		['1 file has a name that leads out of the book, and was left out']
	],
	[
		'a picture with a script',
		{
			'OEBPS/1.xhtml': page('<p>Words. <img alt="a" src="a.svg"/></p>'),
			'OEBPS/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>'
		},
		['1 picture is of a kind that is not shown, broken, or holds a script']
	],
	[
		'entities that grow',
		{
			'OEBPS/1.xhtml': `<!DOCTYPE html [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]>${page('<p>Words.</p>')}`
		},
		[]
	]
];

test.each(MENDED)('a book with a fault is read, and it is told: %s', (_, parts, report) => {
	const book = open(zip({ ...BASE, ...parts }));
	expect(book.report.lines()).toEqual(report);
	expect(writeMarkdown(book.chapters[0].tree)).toBe('Words.\n');
});

test('what stands beside the text comes after it', () => {
	const opf = packageOf(['aside.xhtml', '1.xhtml']).replace('idref="d0"', 'idref="d0" linear="no"');
	const aside = page('<h1>Aside</h1><p>More.</p>');
	const { chapters } = open(zip({ ...BASE, 'OEBPS/book.opf': opf, 'OEBPS/aside.xhtml': aside }));
	expect(chapters.map(({ tree }) => writeMarkdown(tree))).toEqual(['Words.\n', 'More.\n']);
});

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** What a file is, its bytes, and the sentence that refuses it. */
const REFUSED: [name: string, file: Uint8Array, sentence: RegExp][] = [
	['a PDF', bytes('%PDF-1.7'), /This is a PDF/],
	['a Kindle book', bytes(`${'x'.repeat(60)}BOOKMOBI`), /Kindle/],
	['sound', bytes('ID3\x04'), /recording/],
	['nothing', bytes(''), /empty/],
	['bytes', Uint8Array.from({ length: 500 }, (_, at) => (at * 7) % 32), /no text/],
	['a comic', zip({ '1.jpg': PNG, '2.jpg': PNG }), /comic/],
	[
		'a word processor’s',
		zip({ 'word/document.xml': '<w/>', '[Content_Types].xml': '' }),
		/word processor/
	],
	[
		'protected by Readium',
		zip({ ...BASE, 'META-INF/license.lcpl': '{}' }),
		/protected against copying/
	],
	[
		'protected by Adobe',
		zip({ ...BASE, 'META-INF/rights.xml': '<r/>' }),
		/protected against copying/
	],
	[
		'encrypted',
		zip({
			...BASE,
			'META-INF/encryption.xml':
				'<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/></EncryptedData></encryption>'
		}),
		/protected against copying/
	],
	[
		'of fixed pages',
		zip({
			...BASE,
			'OEBPS/book.opf': packageOf(['1.xhtml'], {
				metadata: '<meta property="rendition:layout">pre-paginated</meta>'
			})
		}),
		/fixed pages/
	],
	[
		'of fixed pages, as Apple says it',
		zip({
			...BASE,
			'META-INF/com.apple.ibooks.display-options.xml':
				'<display_options><platform name="*"><option name="fixed-layout">true</option></platform></display_options>'
		}),
		/fixed pages/
	],
	['an audiobook', zip({ '1.mp3': 'x', '2.mp3': 'x', 'manifest.json': '{}' }), /recording/],
	[
		'of pictures',
		zip({ ...BASE, 'OEBPS/1.xhtml': page('<img src="a.png" alt=""/>'), 'OEBPS/a.png': PNG }),
		/pages are pictures/
	],
	['without text', zip({ ...BASE, 'OEBPS/1.xhtml': page('<p> </p>') }), /no text/],
	['a bomb', zip({ ...BASE, 'OEBPS/1.xhtml': new Uint8Array(70 << 20) }), /unpacks to more/],
	[
		'of many files',
		zip(Object.fromEntries(Array.from({ length: 5001 }, (_, at) => [`${at}`, '']))),
		/more than 5000 files/
	]
];

test.each(REFUSED)('a file is refused with a sentence: %s', (_, file, sentence) => {
	expect(() => openBook(file, 'a.epub')).toThrow(
		expect.objectContaining({ name: 'BookError', message: expect.stringMatching(sentence) })
	);
});

test('a book with scrambled fonts is no protected one', () => {
	const encryption =
		'<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></EncryptedData></encryption>';
	expect(open(zip({ ...BASE, 'META-INF/encryption.xml': encryption })).chapters).toHaveLength(1);
});

test('a file that is cut off is read as far as it goes', () => {
	const words = Array.from({ length: 20_000 }, (_, at) => ((at * 7919) % 10_007).toString(36));
	const documents = {
		'1.xhtml': page('<p>Words.</p>'),
		'2.xhtml': page(`<p>More ${words.join(' ')}</p>`)
	};
	const whole = epub(documents);
	const { chapters, report } = open(whole.slice(0, whole.length - 8000));
	expect(chapters.map(({ tree }) => writeMarkdown(tree).slice(0, 5))).toEqual(['Words', 'More ']);
	expect(report.lines()).toContain(
		'1 file of the book is damaged; what could be read of it was kept'
	);
});
