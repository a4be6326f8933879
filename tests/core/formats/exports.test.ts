import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test, vi } from 'vitest';
import type { ExportContext } from '$lib/core/formats/export-context';
import type { Annotation } from '$lib/core/annotation/annotation';
import { parseTable } from '$lib/core/formats/csv';
import { withChanges, withDeleted } from '$lib/core/annotation/edit';
import { toAnki } from '$lib/core/formats/anki/write';
import { toKindle } from '$lib/core/formats/kindle/write';
import { toHypothesis } from '$lib/core/formats/hypothesis/write';
import { toMarkdown } from '$lib/core/formats/markdown/write';
import { toStudyPacket } from '$lib/core/formats/study-packet/write';
import { toReadwise } from '$lib/core/formats/readwise/write';
import { toPlainText } from '$lib/core/formats/plain-text/write';
import { toJsonLd } from '$lib/core/formats/web-annotation/write';
import { writeJson } from '$lib/core/formats/json';
import { isDeleted } from '$lib/core/annotation/deletion';
import { readFile } from '$lib/core/formats/read-file';
import { describe as describeTarget } from '$lib/core/annotation/describe';
import { anyLibrary } from './generated';
import { CONTEXT, bytesOf, CHAPTERS } from './library';

// A busy machine needs seconds for whole libraries.
vi.setConfig({ testTimeout: 60_000 });

const at = (n: number) => `001a2000000${n.toString(16).padStart(2, '0')}-0000-phone`;

function mark(id: string, words: string, rest: Partial<Annotation> = {}): Annotation {
	const chapter = CHAPTERS.find(({ text }) => text.includes(words))!;
	const start = chapter.text.indexOf(words);
	const target = describeTarget(chapter.text, { start, end: start + words.length }, chapter);
	return {
		id,
		v: 1,
		kind: 'highlight',
		created: '2026-03-04T15:06:07.000Z',
		targets: [target],
		fields: {},
		...rest
	};
}

const QUIET = mark('1'.repeat(32), 'Everything was quiet; the guard was silent.', {
	fields: {
		note: { value: 'So quiet. See https://example.com/a_b.\n# Not a head', at: at(1) },
		colour: { value: 'blue', at: at(1) },
		tags: { value: ['mood', 'two words'], at: at(1) }
	}
});
const COLD = mark('2'.repeat(32), 'It was freezing cold.', {
	fields: { colour: { value: 'pink', at: at(1) } }
});
const BOOKMARK = mark(
	'3'.repeat(32),
	'The same sentence 😀. 国境の長いトンネルを抜けると雪国であった。𠮷野家。',
	{ kind: 'bookmark' }
);
const GONE = withDeleted(mark('4'.repeat(32), 'a medley of'.replace('a', 'A')), true, at(9));
const FOREIGN: Annotation = {
	...mark('5'.repeat(32), 'Cafe\u0301'),
	targets: [
		{
			work: 'Moby-Dick',
			chapter: '',
			edition: '',
			norm: 1,
			start: 0,
			end: 0,
			blocks: ['', ''],
			quote: { exact: 'Call me Ishmael.', prefix: '', suffix: '' }
		}
	],
	origin: {
		app: 'kindle',
		title: 'Moby-Dick',
		author: 'Herman Melville',
		address: '',
		location: 'page 1'
	}
};
const ALL = [FOREIGN, BOOKMARK, QUIET, GONE, COLD];

test('Markdown has front matter, a block for each mark, its id and a link back', () => {
	expect(toMarkdown(ALL, CONTEXT)).toBe(`---
title: "Postil notes"
source: "https://example.org/"
tags: [postil]
---

# My Life

*Leon Trotsky*

## The Exile

> It was freezing cold.

[In the text](https://example.org/my-life/43-the-exile/#p8) · pink · 2026-03-04 ^${'2'.repeat(32)}

> Everything was quiet; the guard was silent.

So quiet. See <https://example.com/a_b>.${'  '}
\\# Not a head

[In the text](https://example.org/my-life/43-the-exile/#p10) · blue · 2026-03-04 · #mood · #two-words ^${'1'.repeat(32)}

# Many \\<Scripts> \\& "Marks"

*Nobody*

## All

> The same sentence 😀. 国境の長いトンネルを抜けると雪国であった。𠮷野家。

[In the text](https://example.org/scripts/all/#p4) · bookmark · 2026-03-04 ^${'3'.repeat(32)}

# Moby-Dick

*Herman Melville*

> Call me Ishmael.

2026-03-04 · not in today’s text ^${'5'.repeat(32)}
`);
});

test('Markdown changes only where the reader changed something, whatever the day and the order', () => {
	const later: ExportContext = {
		...CONTEXT,
		generated: '2027-01-01T00:00:00.000Z',
		version: '0.2.0'
	};
	expect(toMarkdown([...ALL].reverse(), later)).toBe(toMarkdown(ALL, CONTEXT));
	const changed = ALL.map((one) =>
		one === COLD ? withChanges(one, { colour: 'green' }, at(5)) : one
	);
	const [before, after] = [ALL, changed].map((all) => toMarkdown(all, CONTEXT).split('\n'));
	expect(after.filter((line, i) => line !== before[i])).toHaveLength(1);
});

test.each([
	['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)>'],
	['# head', '\\# head'],
	['- list', '\\- list'],
	['1. list', '1\\. list'],
	['> quote', '\\> quote'],
	['    code', 'code'],
	['a\n    code', 'a  \n\u00a0\u00a0\u00a0\u00a0code'],
	['```\ncode', '\\`\\`\\`  \ncode'],
	['[a](javascript:b)', '\\[a\\](javascript:b)'],
	['&lt; *b* _c_ ~d~ $e$ %%f%%', '\\&lt; \\*b\\* \\_c\\_ \\~d\\~ \\$e\\$ \\%\\%f\\%\\%'],
	['---\n===', '\\-\\-\\-  \n\\=\\=\\='],
	['two\n\nparagraphs', 'two\n\nparagraphs']
])('Markdown shows a note as it is: %j', (note, shown) => {
	const noted = withChanges(COLD, { note }, at(3));
	expect(toMarkdown([noted], CONTEXT)).toContain(`cold.\n\n${shown}\n\n[In the text]`);
});

describe('The study packet', () => {
	const evil = '</script><script>alert(1)</script><img src="https://evil.example/x" onerror=\'a\'>';
	const noted = withChanges(
		QUIET,
		{ note: `${evil} https://example.com/?a=1&b="`, tags: [evil] },
		at(3)
	);
	const page = toStudyPacket([...ALL, noted], { ...CONTEXT, title: evil });
	const markup = page.replace(/<script[^]*?<\/script>/, '').replace(/<style>[^]*?<\/style>/, '');

	test('is one page that asks nobody for anything, and runs nothing', () => {
		expect(page.match(/<script/g)).toHaveLength(1);
		expect(page).toContain('<script type="application/ld+json">');
		expect(page).toContain("default-src 'none'");
		// Every tag, without what stands in quotes.
		const tags = markup
			.match(/<[a-z](?:"[^"]*"|[^">])*>/gi)!
			.map((tag) => tag.replace(/"[^"]*"/g, ''));
		const names = new Set(tags.map((tag) => /^<(\w+)/.exec(tag)![1]));
		for (const name of ['img', 'link', 'iframe', 'object', 'base', 'form', 'svg', 'script']) {
			expect(names).not.toContain(name);
		}
		expect(tags.join('\n')).not.toMatch(/\s(src|srcset|style|on\w+|action|background)\b/i);
		const links = [...markup.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
		expect(links.filter((href) => !href.startsWith('https://'))).toEqual([]);
		expect(page).not.toMatch(/@import|url\(/);
	});

	test('shows every mark, in the language of its text', () => {
		expect(page.match(/<article/g)).toHaveLength(5);
		expect(page).toContain(
			'<blockquote lang="en" dir="ltr"><p>It was freezing cold.</p></blockquote>'
		);
		expect(page).toContain('Many &#60;Scripts&#62; &#38; &#34;Marks&#34;');
		expect(markup).not.toContain('A medley');
	});

	test('says the same twice', () => {
		expect(toStudyPacket([...ALL].reverse(), CONTEXT)).toBe(toStudyPacket(ALL, CONTEXT));
	});
});

test('Readwise gets its columns, tags in the note, and no bookmark', () => {
	const [head, ...rows] = parseTable(toReadwise(ALL, CONTEXT)).map(({ cells }) => cells);
	expect(head).toEqual(['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date']);
	expect(rows.map(([highlight]) => highlight)).toEqual([
		'It was freezing cold.',
		'Everything was quiet; the guard was silent.',
		'Call me Ishmael.'
	]);
	expect(rows[1].slice(1)).toEqual([
		'My Life',
		'Leon Trotsky',
		'https://example.org/my-life/43-the-exile/#p10',
		'So quiet. See https://example.com/a_b.\n# Not a head\n.mood\n.two_words',
		String(QUIET.targets[0].start),
		'2026-03-04 15:06:07'
	]);
});

test('Anki gets its directives, and a column for each', () => {
	const text = toAnki([...ALL, withChanges(COLD, { note: '=1+1\ttab' }, at(4))].slice(1), CONTEXT);
	const lines = text.split('\n');
	expect(lines.slice(0, 5)).toEqual([
		'#separator:tab',
		'#html:false',
		'#notetype:Basic',
		'#guid column:1',
		'#tags column:4'
	]);
	const rows = parseTable(lines.slice(5).join('\n'), '\t').map(({ cells }) => cells);
	expect(rows.map(({ length }) => length)).toEqual([4, 4, 4]);
	expect(rows.find(([id]) => id === QUIET.id)).toEqual([
		QUIET.id,
		'Everything was quiet; the guard was silent.',
		'So quiet. See https://example.com/a_b.\n# Not a head\n\nLeon Trotsky, My Life, The Exile\n\nhttps://example.org/my-life/43-the-exile/#p10',
		'mood two_words'
	]);
	expect(text).toContain('"=1+1\ttab');
});

test.each(["'- Who?", '- Who?\n- I.', '=words', '@one', '"quoted", and\ttabs', '#not a directive'])(
	'a card and a row have a note as it was typed, by a parser that nobody here wrote: %j',
	(note) => {
		const noted = [withChanges(COLD, { note, tags: ['-x'] }, at(3))];
		const anki = toAnki(noted, CONTEXT).split('\n').slice(5).join('\n');
		const [card] = Papa.parse<string[]>(anki, { delimiter: '\t' }).data;
		expect([card[2].startsWith(`${note}\n\nLeon Trotsky`), card[3]]).toEqual([true, '-x']);
		const [, row] = Papa.parse<string[]>(toReadwise(noted, CONTEXT)).data;
		expect(row[4]).toBe(`${note}\n.-x`);
	}
);

test.each(['.htaccess', 'one\n.two', '...so', ' .three'])(
	'Readwise takes no line of a note for a tag: %j',
	(note) => {
		const text = toReadwise([withChanges(COLD, { note, tags: ['.net', 'a b'] }, at(3))], CONTEXT);
		const [, row] = Papa.parse<string[]>(text).data;
		expect(row[4].split('\n').filter((line) => /^\s*\./.test(line))).toEqual(['.net', '.a_b']);
		const [mark] = readFile(bytesOf(text)).marks;
		expect([mark.note, mark.tags]).toEqual([note.trim(), ['net', 'a_b']]);
	}
);

test('My Clippings are as a device writes them', () => {
	expect(toKindle([QUIET], CONTEXT)).toBe(
		[
			'\ufeffMy Life (Leon Trotsky)',
			`- Your Highlight on page 1 | Location ${Math.floor(QUIET.targets[0].start / 150) + 1}-${Math.floor(QUIET.targets[0].end / 150) + 1} | Added on Wednesday, March 4, 2026 3:06:07 PM`,
			'',
			'Everything was quiet; the guard was silent.',
			'==========',
			'My Life (Leon Trotsky)',
			`- Your Note on page 1 | Location ${Math.floor(QUIET.targets[0].end / 150) + 1} | Added on Wednesday, March 4, 2026 3:06:07 PM`,
			'',
			'So quiet. See https://example.com/a_b.',
			'# Not a head',
			'==========',
			''
		].join('\r\n')
	);
});

test.each([
	'one\n==========\ntwo',
	'==========\ntwo',
	'one\n==========',
	`a ${'='.repeat(25)} b`,
	'==========\n- Your Highlight on page 1 | Added on Monday\n\nx'
])(
	'nothing in a note ends its clipping, here and for those who look for the signs anywhere: %j',
	(note) => {
		const text = toKindle([withChanges(COLD, { note }, at(3))], CONTEXT);
		expect(text.split('==========')).toHaveLength(3);
		const { marks } = readFile(bytesOf(text));
		expect(marks.map(({ quote, note }) => [quote.exact, note])).toEqual([
			['It was freezing cold.', note]
		]);
	}
);

test('plain text is to be read', () => {
	expect(toPlainText([COLD, GONE], CONTEXT)).toBe(`Postil notes

Leon Trotsky, My Life, The Exile

“It was freezing cold.”
(pink, 2026-03-04)
https://example.org/my-life/43-the-exile/#p8
`);
});

test('Hypothesis gets what its importer asks for', () => {
	const file = JSON.parse(toHypothesis(ALL, CONTEXT)) as {
		annotations: Record<string, unknown>[];
	} & Record<string, unknown>;
	expect(Object.keys(file).sort()).toEqual([
		'annotations',
		'client_version',
		'export_date',
		'export_userid'
	]);
	expect(file.annotations[1]).toEqual({
		id: '11111111-1111-1111-1111-111111111111',
		created: '2026-03-04T15:06:07.000Z',
		updated: '2026-11-21T21:25:29.729Z',
		user: 'acct:reader@postil.invalid',
		uri: 'https://example.org/my-life/43-the-exile/',
		text: 'So quiet. See https://example.com/a_b.\n# Not a head',
		tags: ['mood', 'two words'],
		group: '__world__',
		permissions: Object.fromEntries(
			['read', 'admin', 'update', 'delete'].map((what) => [what, ['acct:reader@postil.invalid']])
		),
		document: { title: ['My Life'] },
		links: {},
		hidden: false,
		flagged: false,
		target: [
			{
				source: 'https://example.org/my-life/43-the-exile/',
				selector: [{ type: 'TextQuoteSelector', ...QUIET.targets[0].quote }]
			}
		]
	});
});

describe('Every export', () => {
	const WRITERS = {
		toMarkdown,
		toStudyPacket,
		toHypothesis,
		toReadwise,
		toAnki,
		toKindle,
		toPlainText
	};

	test.each(Object.entries(WRITERS))(
		'%s leaves out what is deleted, and takes what is alive',
		(_, write) => {
			const secret = withDeleted(withChanges(COLD, { note: 'deleted-words' }, at(2)), true, at(9));
			const text = write([secret, QUIET], CONTEXT);
			expect(text).not.toContain('deleted-words');
			expect(text).toContain('Everything was quiet');
			expect(write([], CONTEXT)).toEqual(expect.any(String));
		}
	);

	test('that imports comes back with as many marks as went out', () => {
		fc.assert(
			fc.property(anyLibrary, (library) => {
				const live = library.filter((one) => !isDeleted(one));
				for (const text of [
					writeJson(toJsonLd(live, CONTEXT)),
					toStudyPacket(live, CONTEXT),
					toHypothesis(live, CONTEXT)
				]) {
					const { annotations, marks, refused, duplicates } = readFile(bytesOf(text));
					expect([annotations.length + marks.length, refused, duplicates]).toEqual([
						live.length,
						[],
						0
					]);
				}
			}),
			{ numRuns: 30 }
		);
	});
});
