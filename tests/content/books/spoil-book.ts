/** Ways to spoil a book's file: cut off, flipped, emptied, and with everything that must not come through. */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { type Random } from '../../core/anchoring/mutations/random';
import { zip, type Parts } from './make-epub';

/** Names that must not be called by what a page makes of a book. */
const SCRIPT = 'evilScript';
export const ELSEWHERE = 'https://evil.example';

/** What a book may hold of scripts and of other sites, in every place where it can stand. */
const HOSTILE = [
	`<script>${SCRIPT}()</script>`,
	`<script/>`,
	`<img src="x" onerror="${SCRIPT}()"/>`,
	`<p onclick="${SCRIPT}()" style="background:url(javascript:${SCRIPT}())">x</p>`,
	`<a href="javascript:${SCRIPT}()">x</a>`,
	`<a href=" java&#x0A;script:${SCRIPT}()">x</a>`,
	`<a href="data:text/html,<script>${SCRIPT}()</script>">x</a>`,
	`<a href="vbscript:${SCRIPT}()" xlink:href="javascript:${SCRIPT}()">x</a>`,
	`<svg onload="${SCRIPT}()"><script>${SCRIPT}()</script><a xlink:href="javascript:${SCRIPT}()"><text>x</text></a><animate attributeName="href" values="javascript:${SCRIPT}()"/></svg>`,
	`<math><mtext><style><img src="x" onerror="${SCRIPT}()"/></style></mtext></math>`,
	`<iframe src="${ELSEWHERE}/" srcdoc="<script>${SCRIPT}()</script>"></iframe>`,
	`<object data="${ELSEWHERE}/x.swf"><embed src="${ELSEWHERE}/x"/></object>`,
	`<form action="${ELSEWHERE}/"><button formaction="javascript:${SCRIPT}()">x</button><input autofocus="" onfocus="${SCRIPT}()"/></form>`,
	`<img src="${ELSEWHERE}/pixel.png" alt="x"/><img srcset="${ELSEWHERE}/2.png 2x" src="//evil.example/a.png" alt="y"/>`,
	`<video src="${ELSEWHERE}/v.mp4" poster="${ELSEWHERE}/p.png" onplay="${SCRIPT}()"></video>`,
	`<link rel="stylesheet" href="${ELSEWHERE}/a.css"/><style>@import "${ELSEWHERE}/b.css"; p{background:url(${ELSEWHERE}/c.png)}</style>`,
	`<meta http-equiv="refresh" content="0;url=javascript:${SCRIPT}()"/><base href="${ELSEWHERE}/"/>`,
	`<noscript><p title="</noscript><img src=x onerror=${SCRIPT}()>">x</p></noscript>`,
	`<template><script>${SCRIPT}()</script></template><![CDATA[<script>${SCRIPT}()</script>]]>`,
	`<!--><script>${SCRIPT}()</script>--><?xml-stylesheet href="${ELSEWHERE}/a.xsl"?>`,
	`<ruby>x<rt><a href="JaVaScRiPt:${SCRIPT}()">y</a></rt></ruby>`,
	`<span lang='"><script>${SCRIPT}()</script>'>x</span>`,
	`<img src="map.png" alt="&quot; onload=&quot;${SCRIPT}()" title="'&gt;&lt;script&gt;"/>`,
	`&lt;script&gt;${SCRIPT}()&lt;/script&gt; [x](javascript:${SCRIPT}()) ![y](${ELSEWHERE}/z.png)`,
	`:::verse\n::signature[:sc[x]{onclick="${SCRIPT}()"}]\n:::`,
	`<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>&b;&c;`,
	`<table><tr><td rowspan="99999999" colspan="99999999">x</td></tr></table>`,
	'<ol start="99999999999"><li>x</li></ol><ol start="-5" reversed=""><li>y</li></ol>',
	'<div>'.repeat(3000),
	'</p></div></body></html>',
	`<a id="x" name="y"/><a href="#x">z</a><a href="../../../etc/passwd">q</a><a href="file:///etc/passwd">r</a>`,
	'\0\ufffe\ud800\u202e\u0301\u00ad',
	'&#0;&#xD800;&#x110000;&nbsp;&unknown;&#x1F600;'
];

/** A file or a part of one, and what is done to it. */
type Spoil = (random: Random, bytes: Uint8Array) => Uint8Array;

const cutOff: Spoil = (random, bytes) => bytes.slice(0, random.whole(1, bytes.length));

const flip: Spoil = (random, bytes) => {
	const flipped = bytes.slice();
	for (let times = random.whole(1, 40); times > 0; times--)
		flipped[random.whole(0, bytes.length - 1)] = random.whole(0, 255);
	return flipped;
};

const insert: Spoil = (random, bytes) => {
	const text = strFromU8(bytes, true);
	const starts = [...text.matchAll(/[<>]|^/g)].map(
		({ index, 0: sign }) => index + Number(sign === '>')
	);
	const at = random.pick(starts);
	return strToU8(text.slice(0, at) + latin1Of(random.pick(HOSTILE)) + text.slice(at), true);
};

/** UTF-8 written as letters of one byte each, as `strFromU8(…, true)` gives them. */
const latin1Of = (text: string) => strFromU8(strToU8(text), true);

const takeOut: Spoil = (random, bytes) => {
	const start = random.whole(0, bytes.length - 1);
	const end = Math.min(bytes.length, start + random.whole(1, 200));
	return Uint8Array.from([...bytes.subarray(0, start), ...bytes.subarray(end)]);
};

const recode: Spoil = (random, bytes) => {
	const text = strFromU8(bytes).replace(/encoding="[^"]*"/, `encoding="${random.pick(ENCODINGS)}"`);
	const units = Uint8Array.from(
		[...text].flatMap((letter) => {
			const code = letter.charCodeAt(0);
			return [code & 255, code >> 8];
		})
	);
	return random.pick([
		Uint8Array.of(0xff, 0xfe, ...units),
		units,
		strToU8(text, true),
		Uint8Array.of(0xef, 0xbb, 0xbf, ...strToU8(text))
	]);
};
const ENCODINGS = ['utf-8', 'utf-16', 'windows-1251', 'shift_jis', 'none-such', ''];

const repeatPart: Spoil = (random, bytes) => {
	const start = random.whole(0, bytes.length - 1);
	const part = bytes.subarray(start, start + random.whole(1, 60));
	const times = random.whole(2, 400);
	const middle = Array.from({ length: times }, () => [...part]).flat();
	return Uint8Array.from([...bytes.subarray(0, start), ...middle, ...bytes.subarray(start)]);
};

const noise: Spoil = (random, bytes) => bytes.map(() => random.whole(0, 255));

const IN_A_PART: readonly Spoil[] = [
	insert,
	insert,
	insert,
	cutOff,
	flip,
	takeOut,
	recode,
	repeatPart,
	noise
];

/** Names that lead out of the book, or are none. */
const NAMES = [
	'../x.html',
	'/etc/x.html',
	'C:\\x.html',
	'a/../../x',
	'__proto__',
	'constructor',
	'',
	'x\0y',
	'CON',
	'é',
	'e\u0301'
];

/** Does something to the parts of a zip file, in place. */
const AMONG_PARTS: readonly ((random: Random, parts: Parts) => void)[] = [
	(random, parts) => void delete parts[random.pick(Object.keys(parts))],
	(random, parts) => {
		const [one, other] = [0, 1].map(() => random.pick(Object.keys(parts)));
		[parts[one], parts[other]] = [parts[other], parts[one]];
	},
	(random, parts) => {
		const name = random.pick(Object.keys(parts));
		parts[random.pick(NAMES) || 'x'] = parts[name];
		if (random.chance(0.5)) delete parts[name];
	},
	(random, parts) => {
		const opf = Object.keys(parts).find((name) => name.endsWith('.opf'));
		if (!opf) return;
		const text = strFromU8(parts[opf] as Uint8Array);
		parts[opf] = text.replace(
			random.pick([
				/<spine[^]*<\/spine>/,
				/<manifest[^]*<\/manifest>/,
				/<metadata[^]*<\/metadata>/,
				/idref="\w*"/,
				/href="[^"]*"/
			]),
			random.pick([
				'',
				'href="../../x"',
				'<spine><itemref idref="d0"/><itemref idref="d0"/></spine>'
			])
		);
	},
	(random, parts) => {
		const depth = random.pick([3, 50, 2000]);
		const nav = Object.keys(parts).find((name) => /nav\.xhtml|ncx$/.test(name));
		if (!nav) return;
		const [open, close] = nav.endsWith('ncx')
			? ['<navPoint><navLabel><text>x</text></navLabel><content src="1.html#x"/>', '</navPoint>']
			: ['<ol><li><a href="nav.xhtml#x">x</a>', '</li></ol>'];
		const text = strFromU8(parts[nav] as Uint8Array);
		parts[nav] = text.replace(/(?<=toc">|<navMap>)/, open.repeat(depth) + close.repeat(depth));
	}
];

/** A spoilt version of a file. */
export function spoilBook(bytes: Uint8Array, random: Random): Uint8Array {
	const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
	let spoilt = bytes;
	for (let times = random.whole(1, 3); times > 0 && isZip; times--)
		spoilt = spoilZip(spoilt, random);
	if (isZip) return random.chance(0.25) ? random.pick([cutOff, flip])(random, spoilt) : spoilt;
	for (let times = random.whole(1, 3); times > 0; times--)
		spoilt = random.pick(IN_A_PART)(random, spoilt);
	return spoilt;
}

function spoilZip(bytes: Uint8Array, random: Random): Uint8Array {
	const parts: Parts = { ...unzipSync(bytes) };
	const names = Object.keys(parts).filter((name) => parts[name].length > 0);
	if (names.length > 1 && random.chance(0.35)) random.pick(AMONG_PARTS)(random, parts);
	else {
		const name = random.pick(names);
		parts[name] = random.pick(IN_A_PART)(random, parts[name] as Uint8Array);
	}
	return zip(parts);
}
