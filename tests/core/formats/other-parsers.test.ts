/** Our files, as they are read by parsers that nobody here wrote. */
import { readKindleClipping } from '@darylserrano/kindle-clippings';
import { readMyClippingsFile } from '@hadynz/kindle-clippings';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { DomUtils, parseDocument } from 'htmlparser2';
import { spawnSync } from 'node:child_process';
import Papa from 'papaparse';
import { parse as parseHtml, type DefaultTreeAdapterMap } from 'parse5';
import { expect, test } from 'vitest';
import { toAnki } from '$lib/core/formats/anki/write';
import { parseTable } from '$lib/core/formats/csv';
import { entriesByChapter } from '$lib/core/formats/export-entries';
import type { Entry } from '$lib/core/notebook/entry';
import { showEnds } from '$lib/core/formats/kindle/ends';
import { toKindle } from '$lib/core/formats/kindle/write';
import { toReadwise } from '$lib/core/formats/readwise/write';
import { toStudyPacket } from '$lib/core/formats/study-packet/write';
import { anyLibrary } from './generated';
import { CONTEXT } from './library';

const LIBRARIES = fc.sample(anyLibrary, { numRuns: 200, seed: 11 });
const entriesOf = (library: (typeof LIBRARIES)[number]) =>
	entriesByChapter(library, CONTEXT).flatMap(({ entries }) => entries);

/** Each library as the table that Readwise reads, and the one that Anki reads without its head. */
const TABLES = LIBRARIES.flatMap((library) => [
	{ text: toReadwise(library, CONTEXT), separator: ',' },
	{ text: toAnki(library, CONTEXT).replace(/^(#.*\n)*/, ''), separator: '\t' }
]);
const OURS = TABLES.map(({ text, separator }) =>
	parseTable(text, separator).map(({ cells }) => cells)
);

test('papaparse and csv-parse read every cell of Readwise and of Anki', () => {
	expect(OURS.flat().length).toBeGreaterThan(1000);
	for (const [index, { text, separator }] of TABLES.entries()) {
		const papa = Papa.parse<string[]>(text, { delimiter: separator, skipEmptyLines: true });
		expect(papa.errors.filter(({ type }) => type === 'Quotes')).toEqual([]);
		expect(papa.data).toEqual(OURS[index]);
		expect(parseCsv(text, { delimiter: separator })).toEqual(OURS[index]);
	}
});

const PYTHON = `
import csv, io, json, sys
tables = json.loads(sys.stdin.buffer.read().decode('utf-8', 'surrogatepass'))
read = lambda table: list(csv.reader(io.StringIO(table['text'], newline=''), delimiter=table['separator'], strict=True))
print(json.dumps([read(table) for table in tables]))`;

test.skipIf(spawnSync('python3', ['--version']).status !== 0)(
	'Where Python is installed, it reads every cell of Readwise and of Anki',
	() => {
		const input = JSON.stringify(TABLES);
		const { stdout, stderr } = spawnSync('python3', ['-c', PYTHON], {
			input,
			encoding: 'utf8',
			maxBuffer: 64 * input.length
		});
		expect(stderr).toBe('');
		expect(JSON.parse(stdout)).toEqual(OURS);
	}
);

const words = (text: string) => showEnds(text).split(/\s+/).filter(Boolean).join(' ');

test('two parsers of clippings read every record, and its words', () => {
	for (const library of LIBRARIES) {
		const entries = entriesOf(library);
		const wanted = entries.flatMap(({ annotation, quote, note }) => [
			...(annotation.kind === 'bookmark' ? [''] : quote.trim() === '' ? [] : [words(quote)]),
			...(note.trim() === '' ? [] : [words(note)])
		]);
		const file = toKindle(library, CONTEXT);
		const read = readMyClippingsFile(file).map(({ content }) => words(content ?? ''));
		expect(read.sort()).toEqual(wanted.sort());
		// The other one knows of no words of several lines.
		const short = library.filter((one) => entriesOf([one]).every(isOfOneLine));
		const records = entriesOf(short).flatMap(({ annotation, quote, note }) => [
			...(annotation.kind === 'bookmark' || quote.trim() !== '' ? [annotation] : []),
			...(note.trim() === '' ? [] : [annotation])
		]);
		expect(readKindleClipping(toKindle(short, CONTEXT))).toHaveLength(records.length);
	}
});

function isOfOneLine({ annotation, quote, note }: Entry): boolean {
	const shown = annotation.kind === 'bookmark' ? [note] : [quote, note];
	return shown.every((text) => !/[\n\r\u2028\u2029\v\f\u0085]/.test(text.trim()));
}

/** The text of all nodes below this one, but for what stands in scripts and styles. */
function textOf(node: DefaultTreeAdapterMap['node']): string {
	if ('value' in node) return node.value;
	if (!('childNodes' in node)) return '';
	if (['script', 'style'].includes(node.nodeName)) return '';
	return node.childNodes.map(textOf).join('');
}

test('parse5 finds no fault in a packet, and htmlparser2 reads the same words in it', () => {
	for (const library of LIBRARIES) {
		const packet = toStudyPacket(library, CONTEXT);
		const faults: string[] = [];
		const page = parseHtml(packet, { onParseError: ({ code }) => faults.push(code) });
		// A carriage return, which the HTML standard has no faultless way to write.
		const returns = packet.match(/&#13;/g) ?? [];
		expect(faults).toEqual(returns.map(() => 'control-character-reference'));
		const shown = textOf(page);
		for (const { note } of entriesOf(library)) expect(words(shown)).toContain(words(note));
		const other = parseDocument(packet);
		const body = DomUtils.getElementsByTagName('main', other);
		expect(words(shown)).toContain(words(DomUtils.textContent(body)));
	}
});
