import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkSvg } from '$lib/content/publishing/check-svg';

const NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const svg = (inside: string, head = '') => `${head}<svg ${NS}>\n${inside}</svg>`;
const LABEL = '<div xmlns="http://www.w3.org/1999/xhtml"><b>Moscow</b></div>';

/** What is wrong with a file, as `line: message`. */
function faultsOf(source: string | Uint8Array): string[] {
	const faults: string[] = [];
	const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
	checkSvg(bytes, (line, message) => faults.push(`${line}: ${message}`));
	return faults;
}

test.each([
	['our own icon', readFileSync('static/icon.svg', 'utf8')],
	[
		'an XML declaration and a byte order mark',
		svg('', '\ufeff<?xml version="1.0" encoding="utf-8"?>')
	],
	[
		'a document type',
		svg('', '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x/svg11.dtd">')
	],
	[
		'shapes and style',
		svg('<style>a{fill:url(#g)}</style><path d="M0 0" style="fill:url( \'#g\')"/>')
	],
	['what a drawing program notes', svg('<metadata><r:RDF xmlns:r="x:rdf"/></metadata><?xpacket?>')],
	['a link', svg('<a href="https://example.org/"><text>on</text></a>')],
	['a picture within it', svg('<image xlink:href="data:image/png;base64,AAAA"/>')],
	['a shape used again', svg('<use xlink:href="#a"/><use href="#a"/>')],
	['labels as HTML', svg(`<switch><foreignObject>${LABEL}</foreignObject></switch>`)],
	['words on script', svg('<text>&lt;script> javascript: onload</text><!-- <script> -->')]
])('%s is sound', (_, source) => {
	expect(faultsOf(source)).toEqual([]);
});

test.each([
	['script', svg('<script>1</script>'), /^2: has a <script>/],
	['script, empty', svg('<script href="x.js"/>'), /has a <script>/],
	[
		'with a prefix',
		`<a:svg xmlns:a="http://www.w3.org/2000/svg"><a:script/></a:svg>`,
		/<a:script>/
	],
	['of HTML', svg('<x:script xmlns:x="http://www.w3.org/1999/xhtml"/>'), /<x:script>/],
	[
		'a frame of HTML',
		svg('<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'),
		/<iframe>/
	],
	['behind an error', svg('</g><script/>'), /cannot be read as XML/],
	['onload', `<svg ${NS} onload="x()"/>`, /^1: <svg> has onload="x\(\)"/],
	['onload, odd letters', `<svg ${NS} ONLOAD="x()"/>`, /has ONLOAD/],
	['a link that runs', svg('<a href="javascript:x()"/>'), /<a> has href/],
	['… split by a tab', svg('<a xlink:href=" java&#9;script&#58;x()"/>'), /<a> has xlink:href/],
	['… to a page', svg('<a href="data:text/html,x"/>'), /<a> has href/],
	['… to another SVG', svg('<a href="data:image/svg+xml,x"/>'), /<a> has href/],
	[
		'set by an animation',
		svg('<a><set attributeName="href" to="javascript:x()"/></a>'),
		/<set> has to/
	],
	[
		'one of its values',
		svg('<a><animate values="#a; javascript:x()"/></a>'),
		/<animate> has values/
	],
	['set on an event', svg('<set attributeName="onload" onbegin="x()"/>'), /has onbegin/],
	['a picture of another site', svg('<image href="https://x.example/a.png"/>'), /<image> has href/],
	['a shape of another file', svg('<use href="a.svg#b"/>'), /<use> has href/],
	[
		'a style sheet',
		svg('', '<?xml-stylesheet href="a.xsl" type="text/xsl"?>'),
		/<\?xml-stylesheet/
	],
	['style from elsewhere', svg('<style>@import "//x"</style>'), /<style> loads/],
	['… in pieces', svg('<style>a{b:u<![CDATA[rl(//x)}]]></style>'), /<style> loads/],
	['… on an element', svg('<path style="fill:url(//x/a)"/>'), /<path> has style/],
	['… as an attribute', svg('<path fill="url(https://x/a#b)"/>'), /<path> has fill/],
	['an entity', svg('&s;', '<!DOCTYPE svg [<!ENTITY s "<script/>">]>'), /^1: has a <!DOCTYPE … \[/],
	[
		'an attribute by default',
		svg('', '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x()">]>'),
		/DOCTYPE/
	],
	['another encoding', svg('', '<?xml version="1.0" encoding="UTF-7"?>'), /is in UTF-7/],
	['UTF-16', new Uint8Array(new Uint16Array([0xfeff, 0x3c, 0xe9]).buffer), /is not in UTF-8/],
	['a page', '<html xmlns="http://www.w3.org/1999/xhtml"/>', /begins with <html>/],
	['no namespace', '<svg width="3"/>', /begins with <svg>, not/],
	['no XML', '<svg width=3>', /cannot be read as XML/],
	['nothing', '', /cannot be read as XML/],
	['elements without end', `<svg ${NS}>${'<g>'.repeat(50_000)}`, /is nested more than 200/],
	['a picture in PNG', 'PNG\r\n', /cannot be read as XML/]
])('%s is not', (_, source, fault) => {
	expect(faultsOf(source)[0]).toMatch(fault);
});
