/** One small book of each making, which the publisher's command and the phone open alike. */
import { strToU8 } from 'fflate';
import { epub, page, PNG } from './make-epub';

const CSS =
	'.i{font-style:italic}.c{font-variant:small-caps}.b{font-weight:700}.gone{display:none}';
const STYLED = '<link rel="stylesheet" href="book.css"/>';

/** EPUB 2, its contents in an NCX, italics by classes, notes by raised numbers, a cover by its name. */
function epub2(): Uint8Array {
	const point = (title: string, src: string, inner = '') =>
		`<navPoint><navLabel><text>${title}</text></navLabel><content src="${src}"/>${inner}</navPoint>`;
	const chapters = point('1. The Road', '1.html') + point('2. The House', '2.html');
	const ncx = `<?xml version="1.0"?><ncx><navMap>${point('Part One', 'part.html', chapters)}${point('Notes', '3.html')}</navMap></ncx>`;
	return epub(
		{
			'cover.html': page('<p><img src="cover.png" alt="Cover"/></p>'),
			'part.html': page('<h1>Part One</h1><p>In which we leave.</p>', STYLED),
			'1.html': page(
				'<h2>1</h2><h3>The Road</h3><p>It was <span class="i">late</span>, and <span class="b">dark</span>.<a id="r1" href="3.html#n1"><sup>1</sup></a> She paid $5 for 3*4 eggs &amp; [bread].</p><p class="gone">Not seen.</p><blockquote><p>“A letter,</p><p>within it.”</p></blockquote>',
				STYLED
			),
			'2.html': page(
				'<h2>The House</h2><p>As in <a href="1.html">the first</a>.</p><p>1984. It was cold.</p><ol start="7"><li>Seven</li></ol><ul><li>a<ul><li>b</li></ul></li></ul><p><img src="map.png" alt="A map"/></p>',
				STYLED
			),
			'3.html': page(
				'<h2>Notes</h2><p id="n1"><a href="1.html#r1">1</a> By the clock of the station.</p><p>The end.</p>'
			)
		},
		{
			version: '2.0',
			metadata:
				'<dc:title>The Road: A Tale</dc:title><dc:creator>A. Writer</dc:creator><dc:creator>B. Writer</dc:creator><dc:language>en-gb</dc:language><dc:identifier>urn:isbn:1</dc:identifier><dc:rights>Public domain</dc:rights><dc:source>Paper, 1890</dc:source><meta name="cover" content="cover"/>',
			items:
				'<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/><item id="cover" href="cover.png" media-type="image/png"/>',
			spine: 'toc="ncx"'
		},
		{
			'OEBPS/toc.ncx': ncx,
			'OEBPS/book.css': CSS,
			'OEBPS/cover.png': PNG,
			'OEBPS/map.png': PNG
		}
	);
}

/** EPUB 3 with a navigation document: verse, a table, a figure, languages, pages of the paper edition. */
function epub3(): Uint8Array {
	const nav = page(
		'<nav epub:type="toc"><ol><li><span>Verses</span><ol><li><a href="a.xhtml">First</a></li><li><a href="b.xhtml">Second</a></li></ol></li></ol></nav>'
	);
	return epub(
		{
			'nav.xhtml': nav,
			'a.xhtml': page(
				'<h1>First</h1><section epub:type="z3998:verse"><p>But if the while I think,<br/>&#160;&#160;All losses end.</p></section><p><span epub:type="pagebreak" title="12"/><span class="c">Small</span> and H<sub>2</sub>O, <i lang="fr">c’est la vie</i>.<a epub:type="noteref" href="#n">*</a></p><aside epub:type="footnote" id="n"><p>A note.</p></aside>',
				`<style>${CSS}</style>`
			),
			'b.xhtml': page(
				'<h1>Second</h1><table><tr><th>Hour</th><th>Glass</th></tr><tr><td>06|00</td><td><p>29</p><p>82</p></td></tr></table><figure><img src="map.png" alt="The map"/><figcaption>The road, in 1928</figcaption></figure><pre>turn\n  one</pre><hr/><p>:smile: {x} \\alpha ==so== (a) one<br/>(b) two<br/>(c) three</p>'
			)
		},
		{},
		{ 'OEBPS/map.png': PNG }
	);
}

/** As a word processor writes it: styles in place, lists of paragraphs, notes as [1], empty lines. */
function wordExport(): Uint8Array {
	const p = (inner: string, kind = 'MsoNormal') =>
		`<p class="${kind}" style="margin:0cm"><span lang="EN-US">${inner}</span></p>`;
	return epub(
		{
			'Section0001.xhtml': page(
				`<div class="WordSection1"><h1><a name="_Toc1"></a>Report<o:p></o:p></h1>${p('&nbsp;')}${p('A <b style="mso-bidi-font-weight:normal">bold</b> and <span style="font-style:italic">slanted</span> word.<a href="#_ftn1" name="_ftnref1" title=""><span class="MsoFootnoteReference"><sup>[1]</sup></span></a>')}${p('·<span style="font:7.0pt">&nbsp;&nbsp; </span>One', 'MsoListParagraph')}${p('·<span>&nbsp;&nbsp; </span>Two', 'MsoListParagraph')}<ol start="1" type="1"><li>First</li></ol>${p('between')}<ol start="2" type="1"><li>Second</li></ol><h1><a name="_Toc2"></a>Findings</h1><table border="1"><tr><td>${p('A')}</td><td>${p('B')}</td></tr><tr><td>${p('1')}</td><td>${p('2')}</td></tr></table>${p('See <a href="#_Toc1">above</a>.<br clear="all"/>')}</div><div><hr align="left" size="1" width="33%"/><div id="ftn1"><p class="MsoFootnoteText"><a href="#_ftnref1" name="_ftn1" title="">[1]</a> Of the second draft, as it was sent.</p></div></div>`
			)
		},
		{
			metadata:
				'<dc:title>Report 2026</dc:title><dc:language>en-US</dc:language><dc:identifier>urn:uuid:w</dc:identifier>'
		}
	);
}

/** Chapters that are split over files, and notes in a file of their own. */
function splitFiles(): Uint8Array {
	const nav = page(
		'<nav epub:type="toc"><ol><li><a href="s1.xhtml">One</a></li><li><a href="s3.xhtml">Two</a></li></ol></nav>'
	);
	return epub(
		{
			's1.xhtml': page(
				'<h1>One</h1><p>Begins<a id="b1" epub:type="noteref" href="notes.xhtml#n1">1</a>.</p>'
			),
			's2.xhtml': page(
				'<p>Goes on<a id="b2" epub:type="noteref" href="notes.xhtml#n2">2</a>.</p><h2>Within</h2><p>More.</p>'
			),
			's3.xhtml': page(
				'<h1>Two</h1><p id="x">Of both<a epub:type="noteref" href="notes.xhtml#n1">1</a>.</p>'
			),
			'notes.xhtml': page(
				'<section epub:type="endnotes"><h1>Notes</h1><ol><li id="n1" epub:type="endnote"><p>First, see <a href="s3.xhtml#x">there</a>.</p></li><li id="n2" epub:type="endnote"><p>Second.</p><p>In two paragraphs.</p></li></ol></section>'
			),
			'nav.xhtml': nav
		},
		{
			metadata:
				'<dc:title>Split</dc:title><dc:creator>A. Writer</dc:creator><dc:language>en</dc:language><dc:identifier>urn:uuid:s</dc:identifier>'
		}
	);
}

/** FB2 in windows-1251. */
function fb2(): Uint8Array {
	const text =
		'<?xml version="1.0" encoding="windows-1251"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink"><description><title-info><author><first-name>Лев</first-name><last-name>Толстой</last-name></author><book-title>Ёлка</book-title><lang>ru</lang></title-info><document-info><id>fb-1</id></document-info></description><body><section><title><p>Глава первая</p></title><epigraph><p>Все счастливые семьи</p><text-author>Л. Т.</text-author></epigraph><p>Он <emphasis>ушёл</emphasis><a l:href="#n1" type="note">[1]</a>.</p><poem><stanza><v>Мороз и солнце;</v><v>день чудесный!</v></stanza></poem></section><section><title><p>Глава вторая</p></title><p>Конец.</p><empty-line/><subtitle>* * *</subtitle><p>И всё.</p></section></body><body name="notes"><section id="n1"><title><p>1</p></title><p>Вечером.</p></section></body></FictionBook>';
	return encode(text, 'windows-1251');
}

/** Letters as bytes of an encoding that has one for each. */
export function encode(text: string, encoding: string): Uint8Array {
	const decoder = new TextDecoder(encoding);
	const byteOf = new Map(
		Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte])
	);
	return Uint8Array.from(text, (letter) => byteOf.get(letter) ?? 0x3f);
}

/** A plain text of 300 KB: fourteen chapters of wrapped paragraphs, verse, and signs of Markdown. */
function plainText(): Uint8Array {
	const words =
		'the road was long and nobody who had seen it in winter spoke of it as *short* or (easy) #1'.split(
			' '
		);
	const lines: string[] = ['A LONG WALK', ''];
	for (let chapter = 1, at = 0; chapter <= 14; chapter++) {
		lines.push(`Chapter ${chapter}. Mile ${chapter * 7}`, '');
		for (let paragraph = 0; paragraph < 60; paragraph++) {
			for (let line = 0; line < 6; line++) {
				const some = Array.from(
					{ length: 13 },
					() => words[(at = (at * 31 + 7) % 1009) % words.length]
				);
				lines.push(`${line === 0 ? 'Then ' : ''}${some.join(' ')}${line === 5 ? '.' : ''}`);
			}
			lines.push('');
		}
		lines.push('    O road,', '      O stone,', '    O long', '      way home.', '');
	}
	return strToU8(lines.join('\r\n'));
}

/** A page of the web. */
function html(): Uint8Array {
	return strToU8(
		'<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Über die Brücke</title><meta name="author" content="C. Autorin"><style>.k{font-style:italic}</style><script>alert(1)</script></head><body onload="x()"><nav><a href="#a">oben</a></nav><h1 id="a">Über die Brücke</h1><p>Ein <span class="k">Wort</span>, <a href="https://example.org/?a=1&b=2">ein Verweis</a><br>und <a href="javascript:x()">keiner</a>.<p>Ohne Ende <code>a|b</code> &hearts; <del>weg</del><h2>Später</h2><dl><dt>Fluß</dt><dd>Ein Gewässer.</dd></dl><img src="https://example.org/a.png" alt="Bild"></body></html>'
	);
}

/** By the names of their files. */
export const FIXTURES: Readonly<Record<string, () => Uint8Array>> = {
	'the-road.epub': epub2,
	'a-book.epub': epub3,
	'report.epub': wordExport,
	'split.epub': splitFiles,
	'yolka.fb2': fb2,
	'a-long-walk.txt': plainText,
	'bruecke.html': html
};
